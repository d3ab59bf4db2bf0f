package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.Fleet;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks why the Auto Scaling group behind the cluster brings no instance.
 *
 * <p>Faults: {@code no-capacity}, EC2 has none, as the message says; {@code provider-broken}; {@code launch-failed}, the
 * newest activity failed; {@code at-maximum}; {@code not-registered}, its instances work but none joined the cluster.
 */
public final class ScalingGroupState implements Check {
    /** The label of a message that EC2 has no capacity. */
    public static final String LABEL = "capacity.ec2_insufficient";

    private static final int SHOWN = 200;

    @Override
    public String id() {
        return "scaling-group";
    }

    @Override
    public String question() {
        return "Can the capacity provider and its Auto Scaling group bring another instance";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Round.ACTIONS, GroupBehind.ACTIONS), "autoscaling:DescribeScalingActivities");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (inquiry.seen().label().equals(LABEL)) {
            List<Exhibit> gaps = new ArrayList<>();
            Resources group = GroupBehind.expected(inquiry, gaps);
            return new Failed(
                    "no-capacity",
                    group,
                    List.of(new Evidence("The message says that EC2 has no capacity for another instance", "message")),
                    gaps);
        }
        return Round.held(
                inquiry,
                Inconclusive::new,
                (round, source) -> round.taking().isPresent()
                                && !inquiry.seen().label().equals("capacity.unknown")
                        ? new Passed(
                                Resources.NONE,
                                new Evidence(
                                        "Instance "
                                                + round.taking().get().host().instance() + " has room for the task now",
                                        source))
                        : about(inquiry));
    }

    private static CheckResult about(Inquiry inquiry) {
        return Reads.then(
                behind(inquiry),
                (found, source) -> found.map(behind -> judge(inquiry, behind, source))
                        .orElseGet(() -> new NotApplicable("no Auto Scaling group brings the instances")));
    }

    /** Of the capacity providers, else of the instances that there are. */
    private static Answer<Optional<GroupBehind>> behind(Inquiry inquiry) {
        Answer<Optional<GroupBehind>> expected = GroupBehind.expected(inquiry);
        if (!(expected instanceof Known<Optional<GroupBehind>>(Optional<GroupBehind> found, String _))
                || found.isPresent()) {
            return expected;
        }
        return switch (inquiry.account().capacity().fleet(inquiry.subject().cluster())) {
            case Unknown<Fleet> unknown -> unknown.as();
            case Known<Fleet>(Fleet fleet, String _) ->
                GroupBehind.of(
                        inquiry,
                        List.of(),
                        fleet.hosts().stream().map(Fleet.Host::instance).toList());
        };
    }

    private static CheckResult judge(Inquiry inquiry, GroupBehind behind, String source) {
        String name = behind.group().name();
        boolean broken = behind.provider()
                .filter(p -> !p.status().equals("ACTIVE") || p.updateStatus().endsWith("FAILED"))
                .isPresent();
        if (broken) {
            return failed(
                    "provider-broken",
                    behind,
                    "Capacity provider "
                            + behind.provider()
                                    .map(p -> p.name() + " is " + p.status() + " " + p.updateStatus())
                                    .orElse("")
                                    .strip(),
                    "ecs:DescribeCapacityProviders");
        }
        Answer<List<Activity>> activities = inquiry.account().capacity().activities(name);
        Optional<Activity> newest = activities instanceof Known<List<Activity>>(List<Activity> all, String _)
                ? all.stream()
                        .filter(a -> Set.of("Failed", "Successful").contains(a.status()))
                        .findFirst()
                : Optional.empty();
        if (newest.filter(a -> a.status().equals("Failed")).isPresent()) {
            return failed(
                    "launch-failed",
                    behind,
                    "Auto Scaling group " + name + " could launch no instance: "
                            + newest.map(a -> cut(a.message())).orElse(""),
                    "autoscaling:DescribeScalingActivities");
        }
        return sizes(inquiry, behind, source, activities);
    }

    private static CheckResult sizes(
            Inquiry inquiry, GroupBehind behind, String source, Answer<List<Activity>> activities) {
        ScalingGroup group = behind.group();
        if (group.inService() > 0
                && inquiry.account().capacity().fleet(inquiry.subject().cluster())
                        instanceof Known<Fleet>(Fleet fleet, String _)
                && fleet.hosts().isEmpty()) {
            return failed(
                    "not-registered",
                    behind,
                    "Auto Scaling group " + group.name() + " has " + group.inService()
                            + " instances in service, but none of them is registered in the cluster",
                    source);
        }
        // of a message that names nothing, a full group is no explanation: an instance may have room
        if (group.desired() >= group.most() && !inquiry.seen().label().equals("capacity.unknown")) {
            return failed(
                    "at-maximum",
                    behind,
                    "Auto Scaling group " + group.name() + " is at its maximum of " + group.most() + " instances",
                    source);
        }
        Evidence room = new Evidence(
                "Auto Scaling group " + group.name() + " has " + group.desired() + " of at most " + group.most()
                        + " instances",
                source);
        List<Exhibit> gaps = activities instanceof Unknown<List<Activity>> unknown
                ? List.of(new Exhibit.Unread(List.of(unknown.why())))
                : List.of();
        return new Passed(behind.resources(), List.of(room), gaps);
    }

    private static CheckResult failed(String fault, GroupBehind behind, String says, String source) {
        return new Failed(fault, behind.resources(), new Evidence(says, source));
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
