package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task reach what it depends on, at the security group that keeps them apart. */
public final class OpenDependency implements Fix {
    @Override
    public String id() {
        return "open-dependency";
    }

    @Override
    public String says() {
        return "let the task reach what it depends on at the security group between them";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("app.dependency_unreachable");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String port = found.first("port");
        String far = found.first("dependency-security-group");
        String near = found.first("task-security-group");
        if (!far.isEmpty() && !near.isEmpty() && !port.isEmpty()) {
            return List.of(
                    rule("ingress", far, permission(port, "UserIdGroupPairs=[{GroupId=" + near + "}]"), subject));
        }
        String own = found.first("security-group");
        String to = found.first("destination");
        return own.isEmpty() || to.isEmpty() || port.isEmpty()
                ? List.of()
                : List.of(rule("egress", own, permission(port, range(to)), subject));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String far = cause.resources().first("dependency-security-group");
        return far.isEmpty()
                ? "everything with the task's security group may then open such connections too"
                : "everything that " + far + " protects is then open to the task's security group on this port";
    }

    private static Step rule(String direction, String group, String permission, Subject subject) {
        return new Step.ByHand(
                "ec2:AuthorizeSecurityGroup" + (direction.equals("ingress") ? "Ingress" : "Egress"),
                command("authorize", direction, group, permission, subject),
                command("revoke", direction, group, permission, subject));
    }

    private static List<String> command(
            String verb, String direction, String group, String permission, Subject subject) {
        return Aws.cli(
                subject.region(),
                "ec2",
                verb + "-security-group-" + direction,
                "--group-id",
                group,
                "--ip-permissions",
                permission);
    }

    private static String permission(String port, String peer) {
        return "IpProtocol=tcp,FromPort=" + port + ",ToPort=" + port + "," + peer;
    }

    private static String range(String address) {
        return address.indexOf(':') < 0
                ? "IpRanges=[{CidrIp=" + address + "/32}]"
                : "Ipv6Ranges=[{CidrIpv6=" + address + "/128}]";
    }
}
