package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Adds a route table to a gateway endpoint, or takes it away. */
public record EndpointRoute(String region, String endpoint, String table, boolean there) implements Request {
    @Override
    public String iamAction() {
        return "ec2:ModifyVpcEndpoint";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "ec2",
                "modify-vpc-endpoint",
                "--vpc-endpoint-id",
                endpoint,
                there ? "--add-route-table-ids" : "--remove-route-table-ids",
                table);
    }

    @Override
    public String before() {
        return Boolean.toString(!there);
    }

    @Override
    public String after() {
        return Boolean.toString(there);
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.of(new EndpointRoute(region, endpoint, table, !there));
    }
}
