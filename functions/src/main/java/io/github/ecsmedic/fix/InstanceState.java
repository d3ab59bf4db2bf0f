package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Takes a container instance out of service in order, or back into it. */
public record InstanceState(String region, String cluster, String instance, boolean draining) implements Request {
    @Override
    public String iamAction() {
        return "ecs:UpdateContainerInstancesState";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "ecs",
                "update-container-instances-state",
                "--cluster",
                cluster,
                "--container-instances",
                instance,
                "--status",
                after());
    }

    @Override
    public String before() {
        return draining ? "ACTIVE" : "DRAINING";
    }

    @Override
    public String after() {
        return draining ? "DRAINING" : "ACTIVE";
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.of(new InstanceState(region, cluster, instance, !draining));
    }
}
