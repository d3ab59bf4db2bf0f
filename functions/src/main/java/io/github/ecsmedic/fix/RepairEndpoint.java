package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows why an endpoint does not work, so that it can be mended. */
public final class RepairEndpoint implements Fix {
    @Override
    public String id() {
        return "repair-endpoint";
    }

    @Override
    public String says() {
        return "look at the endpoint's last error and mend or recreate it";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.endpoint_unavailable");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return cause.resources().ids("endpoint").stream()
                .<Step>map(id -> new Step.ByHand(
                        "ec2:DescribeVpcEndpoints",
                        Aws.cli(subject.region(), "ec2", "describe-vpc-endpoints", "--vpc-endpoint-ids", id),
                        List.of()))
                .toList();
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "an endpoint that waits for acceptance works once its owner accepts it";
    }
}
