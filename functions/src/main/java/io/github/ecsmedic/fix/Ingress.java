package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Lets all with one security group in to one TCP port of another group, or no longer. */
public record Ingress(String region, String group, String port, String peer, boolean there) implements Request {
    @Override
    public String iamAction() {
        return there ? "ec2:AuthorizeSecurityGroupIngress" : "ec2:RevokeSecurityGroupIngress";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "ec2",
                there ? "authorize-security-group-ingress" : "revoke-security-group-ingress",
                "--group-id",
                group,
                "--protocol",
                "tcp",
                "--port",
                port,
                "--source-group",
                peer);
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
        return Optional.of(new Ingress(region, group, port, peer, !there));
    }
}
