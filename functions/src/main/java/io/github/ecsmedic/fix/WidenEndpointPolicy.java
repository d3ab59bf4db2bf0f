package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the denied action to the policy of the VPC endpoint. */
public final class WidenEndpointPolicy implements Fix {
    @Override
    public String id() {
        return "widen-endpoint-policy";
    }

    @Override
    public String says() {
        return "allow the action in the policy of the endpoint";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.endpoint_policy_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return cause.resources().ids("endpoint").stream()
                .<Step>map(id -> new Step.ByHand(
                        "ec2:ModifyVpcEndpoint",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "modify-vpc-endpoint",
                                "--vpc-endpoint-id",
                                id,
                                "--policy-document",
                                "file://" + id + ".json"),
                        List.of()))
                .toList();
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String on = cause.resources().first("denied-resource");
        return "the file replaces the whole policy: fetch the old one first (aws ec2 describe-vpc-endpoints), keep its statements and add one that allows "
                + cause.resources().first("action") + (on.startsWith("arn:") ? " on " + on : "");
    }
}
