package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import io.github.ecsmedic.check.Round.Refusal;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks whether an instance is of the kind that the task demands: its attributes, the placement constraints, and the zones
 * of the service's subnets.
 *
 * <p>Faults: {@code attribute}, {@code constraint} and {@code location}, by what most instances lack; {@code distinct},
 * there are fewer instances than tasks that want one each; {@code partly}, as far as was looked; {@code stated}.
 */
public final class InstanceAttributes implements Check {
    /** Labels of messages that say so. */
    public static final Set<String> LABELS =
            Set.of("capacity.placement_attribute", "capacity.placement_constraint", "capacity.placement_location");

    private static final Set<Lack> KIND = Set.of(Lack.ATTRIBUTE, Lack.CONSTRAINT, Lack.LOCATION);

    @Override
    public String id() {
        return "instance-attributes";
    }

    @Override
    public String question() {
        return "Is there an instance with the attributes, constraints and zone that the task demands";
    }

    @Override
    public Set<String> actions() {
        return Round.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = LABELS.contains(inquiry.seen().label());
        if (!stated && !AboutRoom.UNNAMED.contains(inquiry.seen().label())) {
            return new NotApplicable("the message names another reason");
        }
        return Round.held(
                inquiry,
                why -> stated ? stated(inquiry, why) : new Inconclusive(why),
                (round, source) -> verdict(inquiry, round, stated, source));
    }

    private static CheckResult stated(Inquiry inquiry, String why) {
        return new Failed(
                "stated",
                Resources.of("cluster", inquiry.subject().cluster()),
                List.of(new Evidence(
                        "The message says that no instance is of the kind that the task demands", "message")),
                List.of(new Exhibit.Unread(List.of(why))));
    }

    private static CheckResult verdict(Inquiry inquiry, Round round, boolean stated, String source) {
        List<Candidate> all = round.candidates();
        List<Candidate> unfit =
                all.stream().filter(InstanceAttributes::otherKind).toList();
        if (all.isEmpty()) {
            return new NotApplicable("there is no instance");
        }
        if (unfit.size() < all.size()) {
            return rest(inquiry, round, stated, source);
        }
        Refusal first = unfit.getFirst().refusals().stream()
                .filter(r -> KIND.contains(r.lack()))
                .findFirst()
                .orElseThrow();
        boolean same = unfit.stream().allMatch(c -> c.refusals().contains(first));
        String what = same ? first.says() : "is not of the kind that the task demands";
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence("Every one of " + round.count(all.size()) + " " + what, source));
        facts.addAll(round.numbers());
        String fault = switch (first.lack()) {
            case ATTRIBUTE -> "attribute";
            case LOCATION -> "location";
            case STATUS, AGENT, CONSTRAINT, CPU, MEMORY, PORTS, GPU -> "constraint";
        };
        return new Failed(
                round.fleet().complete() ? fault : "partly", round.named(inquiry, unfit), facts, round.gaps());
    }

    private static boolean otherKind(Candidate candidate) {
        return candidate.refusals().stream().anyMatch(r -> KIND.contains(r.lack()));
    }

    /** Some instances are of that kind; a task that wants one for itself may still find none. */
    private static CheckResult rest(Inquiry inquiry, Round round, boolean stated, String source) {
        long kind = round.candidates().stream().filter(c -> !otherKind(c)).count();
        if (!round.unread().isEmpty() && stated) {
            return new Inconclusive(round.unread().getFirst());
        }
        boolean distinct = Wanted.placement(inquiry) instanceof Known<Placement>(Placement placement, String _)
                && placement.distinct();
        int desired = Wanted.desired(inquiry);
        return distinct && desired > kind && round.fleet().complete()
                ? new Failed(
                        "distinct",
                        round.named(inquiry, round.candidates()),
                        new Evidence(
                                "The service wants " + desired + " tasks, each on an instance of its own, and has "
                                        + round.count((int) kind) + " for them",
                                source))
                : new Passed(
                        round.named(inquiry, List.of()),
                        new Evidence(round.count((int) kind) + " of the kind that the task demands", source));
    }
}
