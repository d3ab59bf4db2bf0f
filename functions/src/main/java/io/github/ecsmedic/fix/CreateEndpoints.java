package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the interface endpoints by which a private subnet reaches services of AWS. */
public final class CreateEndpoints implements Fix {
    @Override
    public String id() {
        return "create-endpoints";
    }

    @Override
    public String says() {
        return "create the endpoints that the task needs, without a way to the internet";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.endpoint_missing", "network.no_route");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources named = cause.resources();
        String vpc = named.first("vpc");
        String subnet = named.first("subnet");
        List<String> services = named.ids("service-name");
        if (vpc.isEmpty() || subnet.isEmpty() || services.isEmpty()) {
            return List.of();
        }
        String group = named.first("endpoint-security-group");
        List<Step> steps = new ArrayList<>();
        for (String service : services) {
            List<String> command = new ArrayList<>(List.of(
                    "ec2",
                    "create-vpc-endpoint",
                    "--vpc-id",
                    vpc,
                    "--vpc-endpoint-type",
                    "Interface",
                    "--service-name",
                    service,
                    "--subnet-ids",
                    subnet));
            if (!group.isEmpty()) {
                command.addAll(List.of("--security-group-ids", group));
            }
            command.add("--private-dns-enabled");
            steps.add(new Step.ByHand("ec2:CreateVpcEndpoint", Aws.cli(subject.region(), command), List.of()));
        }
        return steps;
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "endpoints are charged by the hour; images of ECR need ecr.api, ecr.dkr and the S3 gateway together"
                + (cause.resources().first("endpoint-security-group").isEmpty()
                        ? ", and the VPC's default security group must admit the task on 443"
                        : "");
    }
}
