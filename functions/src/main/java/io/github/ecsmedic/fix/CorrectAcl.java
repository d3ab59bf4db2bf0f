package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Adds the rules that a network ACL lacks, before the rule that denies. */
public final class CorrectAcl implements Fix {
    private static final int PARTS = 5;

    @Override
    public String id() {
        return "correct-acl";
    }

    @Override
    public String says() {
        return "let the connection through the network ACL, there and back";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.ingress_denied", "network.acl_denied");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return cause.resources().ids("acl-entry").stream()
                .map(entry -> entry.split(" ", -1))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> step(parts, subject))
                .toList();
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "a network ACL filters everything in its subnets; the lowest number that matches decides, and answers need a rule of their own";
    }

    /** Of the words {@code ACL DIRECTION NUMBER FROM-TO RANGE}. */
    private static Step step(String[] entry, Subject subject) {
        List<String> rule = List.of("--network-acl-id", entry[0], "--" + entry[1], "--rule-number", entry[2]);
        List<String> allow = List.of(
                "--protocol",
                "tcp",
                "--port-range",
                "From=" + entry[3].replace("-", ",To="),
                entry[4].indexOf(':') >= 0 ? "--ipv6-cidr-block" : "--cidr-block",
                entry[4],
                "--rule-action",
                "allow");
        return new Step.ByHand(
                "ec2:CreateNetworkAclEntry",
                ec2(subject, "create-network-acl-entry", rule, allow),
                ec2(subject, "delete-network-acl-entry", rule, List.of()));
    }

    private static List<String> ec2(Subject subject, String operation, List<String> rule, List<String> allow) {
        return Aws.cli(
                subject.region(),
                Stream.of(List.of("ec2", operation), rule, allow)
                        .flatMap(List::stream)
                        .toList());
    }
}
