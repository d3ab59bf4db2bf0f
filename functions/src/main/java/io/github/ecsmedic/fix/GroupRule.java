package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Subject;
import java.util.List;

/** Adds a rule for TCP on one port to a security group; the undo takes the same rule away. */
final class GroupRule {
    private GroupRule() {}

    /** Lets {@code peer} in. */
    static Step ingress(String group, String port, String peer, Subject subject) {
        return new Step.ByHand(
                "ec2:AuthorizeSecurityGroupIngress",
                command("authorize-security-group-ingress", group, port, peer, subject),
                command("revoke-security-group-ingress", group, port, peer, subject));
    }

    /** Lets out to {@code peer}. */
    static Step egress(String group, String port, String peer, Subject subject) {
        return new Step.ByHand(
                "ec2:AuthorizeSecurityGroupEgress",
                command("authorize-security-group-egress", group, port, peer, subject),
                command("revoke-security-group-egress", group, port, peer, subject));
    }

    /** All with this security group, as the peer of a rule. */
    static String group(String id) {
        return "UserIdGroupPairs=[{GroupId=" + id + "}]";
    }

    /** A range of IPv4 addresses. */
    static String range(String cidr) {
        return "IpRanges=[{CidrIp=" + cidr + "}]";
    }

    /** One address of either kind. */
    static String address(String address) {
        return address.indexOf(':') < 0 ? range(address + "/32") : "Ipv6Ranges=[{CidrIpv6=" + address + "/128}]";
    }

    /** The ranges of a prefix list. */
    static String prefixList(String id) {
        return "PrefixListIds=[{PrefixListId=" + id + "}]";
    }

    private static List<String> command(String operation, String group, String port, String peer, Subject subject) {
        return Aws.cli(
                subject.region(),
                "ec2",
                operation,
                "--group-id",
                group,
                "--ip-permissions",
                "IpProtocol=tcp,FromPort=" + port + ",ToPort=" + port + "," + peer);
    }
}
