package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Counts the instances on which the service may place tasks.
 *
 * <p>Faults: {@code none}; {@code inactive}, all are draining; {@code other-provider}, those that there are belong to
 * capacity providers that the service does not use; {@code stated}, nobody could look.
 */
public final class ClusterInstances implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "capacity.no_instances";

    @Override
    public String id() {
        return "cluster-instances";
    }

    @Override
    public String question() {
        return "Does the cluster have an active instance on which the service may place tasks";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Round.ACTIONS, GroupBehind.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals(LABEL);
        if (!stated && !AboutRoom.placement(inquiry)) {
            return new NotApplicable("the message names another reason");
        }
        return Round.held(
                inquiry,
                why -> stated
                        ? new Failed(
                                "stated",
                                Resources.of("cluster", inquiry.subject().cluster()),
                                List.of(new Evidence("The message says that there are no instances", "message")),
                                List.of(new Exhibit.Unread(List.of(why))))
                        : new Inconclusive(why),
                (round, source) -> verdict(inquiry, round, source));
    }

    private static CheckResult verdict(Inquiry inquiry, Round round, String source) {
        String cluster = inquiry.subject().cluster();
        List<Candidate> active = round.candidates().stream()
                .filter(c -> !c.refusesFor(Lack.STATUS))
                .toList();
        if (!active.isEmpty()) {
            return new Passed(
                    round.named(inquiry, List.of()),
                    new Evidence(
                            "Cluster " + cluster + " has " + round.count(active.size()) + " that are active", source));
        }
        boolean none = round.fleet().hosts().isEmpty();
        if (!round.fleet().complete()) {
            return new Inconclusive("only " + round.fleet().hosts().size() + " of "
                    + round.fleet().of() + " instances were looked at: " + source);
        }
        String says = none
                ? "Cluster " + cluster + " has no container instance"
                : round.candidates().isEmpty()
                        ? "None of " + round.count(round.fleet().hosts().size()) + " of cluster " + cluster
                                + " belongs to a capacity provider of the service"
                        : "None of " + round.count(round.candidates().size()) + " of cluster " + cluster + " is active";
        List<Evidence> facts = new ArrayList<>(List.of(new Evidence(says, source)));
        facts.addAll(round.numbers());
        List<Exhibit> gaps = new ArrayList<>();
        Resources group = GroupBehind.expected(inquiry, gaps);
        return new Failed(
                none ? "none" : round.candidates().isEmpty() ? "other-provider" : "inactive",
                new Resources(List.of(new Resource("cluster", cluster)))
                        .and(round.named(inquiry, round.candidates()))
                        .and(group),
                facts,
                gaps);
    }
}
