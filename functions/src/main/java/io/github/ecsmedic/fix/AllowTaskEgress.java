package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the task out on 443 at its own security group. */
public final class AllowTaskEgress implements Fix {
    @Override
    public String id() {
        return "allow-task-egress";
    }

    @Override
    public String says() {
        return "let the task out on 443 at its security group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.task_egress_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String group = cause.resources().first("security-group");
        String list = cause.resources().first("prefix-list");
        String permission = "IpProtocol=tcp,FromPort=443,ToPort=443,"
                + (list.isEmpty() ? "IpRanges=[{CidrIp=0.0.0.0/0}]" : "PrefixListIds=[{PrefixListId=" + list + "}]");
        return group.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:AuthorizeSecurityGroupEgress",
                        rule("authorize", group, permission, subject),
                        rule("revoke", group, permission, subject)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "everything with " + cause.resources().first("security-group")
                + " may then open connections to port 443 there";
    }

    private static List<String> rule(String verb, String group, String permission, Subject subject) {
        return Aws.cli(
                subject.region(),
                "ec2",
                verb + "-security-group-egress",
                "--group-id",
                group,
                "--ip-permissions",
                permission);
    }
}
