package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Ends an instance of an Auto Scaling group, which starts another one. */
public record InstanceTermination(String region, String instance) implements Request {
    @Override
    public String iamAction() {
        return "autoscaling:TerminateInstanceInAutoScalingGroup";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "autoscaling",
                "terminate-instance-in-auto-scaling-group",
                "--instance-id",
                instance,
                "--no-should-decrement-desired-capacity");
    }

    @Override
    public String before() {
        return "InService";
    }

    @Override
    public String after() {
        return "Terminating";
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }
}
