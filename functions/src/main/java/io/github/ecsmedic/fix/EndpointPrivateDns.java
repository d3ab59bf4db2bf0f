package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Switches the private DNS names of an interface endpoint. */
public record EndpointPrivateDns(String region, String endpoint, boolean on) implements Request {
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
                on ? "--private-dns-enabled" : "--no-private-dns-enabled");
    }

    @Override
    public String before() {
        return Boolean.toString(!on);
    }

    @Override
    public String after() {
        return Boolean.toString(on);
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.of(new EndpointPrivateDns(region, endpoint, !on));
    }
}
