package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Switches one of the two DNS attributes of a VPC, {@code enableDnsSupport} or {@code enableDnsHostnames}. */
public record VpcAttribute(String region, String vpc, String attribute, boolean on) implements Request {
    @Override
    public String iamAction() {
        return "ec2:ModifyVpcAttribute";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "ec2",
                "modify-vpc-attribute",
                "--vpc-id",
                vpc,
                attribute.equals("enableDnsSupport") ? "--enable-dns-support" : "--enable-dns-hostnames",
                "{\"Value\":" + on + "}");
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
        return Optional.of(new VpcAttribute(region, vpc, attribute, !on));
    }
}
