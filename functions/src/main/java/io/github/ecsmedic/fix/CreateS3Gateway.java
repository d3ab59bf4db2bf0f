package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the gateway endpoint by which private subnets reach Amazon S3. */
public final class CreateS3Gateway implements Fix {
    @Override
    public String id() {
        return "create-s3-gateway";
    }

    @Override
    public String says() {
        return "create an S3 gateway endpoint for the route table";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.s3_gateway_missing");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String vpc = cause.resources().first("vpc");
        String table = cause.resources().first("route-table");
        return vpc.isEmpty() || table.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:CreateVpcEndpoint",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "create-vpc-endpoint",
                                "--vpc-id",
                                vpc,
                                "--vpc-endpoint-type",
                                "Gateway",
                                "--service-name",
                                "com.amazonaws." + subject.region() + ".s3",
                                "--route-table-ids",
                                table),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "open connections to S3 of every subnet on this route table are cut once, and bucket policies that name a public source address stop matching";
    }
}
