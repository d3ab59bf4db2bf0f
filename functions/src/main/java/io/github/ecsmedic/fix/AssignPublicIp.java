package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the tasks of a service public addresses. */
public final class AssignPublicIp implements Fix {
    @Override
    public String id() {
        return "assign-public-ip";
    }

    @Override
    public String says() {
        return "give the tasks of the service public addresses";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.no_public_ip");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of(
                "network.no_route",
                "a public address leads nowhere without a route to an internet gateway, and a private subnet has none on purpose");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String instance = cause.resources().first("instance");
        if (!instance.isEmpty()) {
            return List.of(new Step.ByHand(
                    "ec2:AllocateAddress",
                    Aws.cli(subject.region(), "ec2", "allocate-address", "--domain", "vpc"),
                    List.of()));
        }
        List<String> subnets = cause.resources().ids("service-subnet");
        List<String> groups = cause.resources().ids("security-group");
        if (subject.service().isEmpty() && !subject.taskDefinition().isEmpty()) {
            return List.of(new Step.ByHand(
                    "ecs:RunTask", runTask(subject, List.of(cause.resources().first("subnet")), groups), List.of()));
        }
        return subject.service().isEmpty() || subnets.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ecs:UpdateService",
                        network(subject, subnets, groups, "ENABLED"),
                        network(subject, subnets, groups, "DISABLED")));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        String instance = cause.resources().first("instance");
        if (!instance.isEmpty()) {
            return "then associate it (aws ec2 associate-address --instance-id " + instance
                    + " with the allocation id that is printed), or move the instances behind a NAT gateway";
        }
        if (subject.service().isEmpty()) {
            return "add the overrides that it was first started with, and tell whoever starts it (a schedule, a pipeline) to"
                    + " ask for a public address";
        }
        return "the tasks can then be reached from the internet as far as their security groups admit, and every one of them is replaced";
    }

    private static String configuration(List<String> subnets, List<String> groups, String assign) {
        return "awsvpcConfiguration={subnets=[" + String.join(",", subnets) + "]"
                + (groups.isEmpty() ? "" : ",securityGroups=[" + String.join(",", groups) + "]")
                + ",assignPublicIp=" + assign + "}";
    }

    private static List<String> runTask(Subject subject, List<String> subnets, List<String> groups) {
        return Aws.cli(
                subject.region(),
                "ecs",
                "run-task",
                "--cluster",
                subject.cluster(),
                "--task-definition",
                subject.taskDefinition(),
                "--launch-type",
                "FARGATE",
                "--network-configuration",
                configuration(subnets, groups, "ENABLED"));
    }

    private static List<String> network(Subject subject, List<String> subnets, List<String> groups, String assign) {
        return Aws.cli(
                subject.region(),
                "ecs",
                "update-service",
                "--cluster",
                subject.cluster(),
                "--service",
                subject.service(),
                "--network-configuration",
                configuration(subnets, groups, assign));
    }
}
