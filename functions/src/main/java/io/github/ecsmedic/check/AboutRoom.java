package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.check.Round.Lack;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A check that asks whether some instance has one resource for the task.
 *
 * <p>Faults: {@code lacking}, no instance that is fit has it; {@code partly}, the same as far as was looked; {@code
 * mixed}, some lack it and the others something else; {@code stated}, the message says so and nobody could look.
 */
interface AboutRoom extends Check {
    /** Labels of messages that name no resource. */
    Set<String> UNNAMED = Set.of("capacity.placement_unknown", "capacity.unknown");

    /** Whether the message is that no place was found, whatever it names as lacking. */
    static boolean placement(Inquiry inquiry) {
        String label = inquiry.seen().label();
        return UNNAMED.contains(label) || label.startsWith("capacity.placement_");
    }

    /** The reason for which instances refuse. */
    Lack lack();

    /** The label of a message that names this resource. */
    String label();

    /** The resource in a sentence, e.g. {@code CPU units}. */
    String resource();

    /** What is found when these refuse for lack of it, in one sentence without a full stop. */
    String shortage(Round round, List<Candidate> lacking);

    @Override
    default Set<String> actions() {
        return Reads.actions(List.of(Round.ACTIONS, GroupBehind.ACTIONS));
    }

    @Override
    default CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals(label());
        if (!stated && !UNNAMED.contains(inquiry.seen().label())) {
            return new NotApplicable("the message names another reason");
        }
        return Round.held(
                inquiry,
                why -> stated
                        ? new Failed(
                                "stated",
                                Resources.of("cluster", inquiry.subject().cluster()),
                                List.of(new Evidence(
                                        "The message says that no instance has enough " + resource(), "message")),
                                List.of(new Exhibit.Unread(List.of(why))))
                        : new Inconclusive(why),
                (round, source) -> verdict(inquiry, round, stated, source));
    }

    private CheckResult verdict(Inquiry inquiry, Round round, boolean stated, String source) {
        List<Candidate> fit = round.fit();
        List<Candidate> lacking = fit.stream().filter(c -> c.refusesFor(lack())).toList();
        if (fit.isEmpty()) {
            return new NotApplicable("there is no instance on which such a task could run");
        }
        if (round.taking().isPresent()) {
            Candidate taking = round.taking().get();
            return new Passed(
                    round.named(inquiry, List.of(taking)),
                    new Evidence("Instance " + taking.host().instance() + " has room for the task now", source));
        }
        if (lacking.isEmpty()) {
            return new Passed(
                    round.named(inquiry, fit),
                    new Evidence("Every one of " + round.count(fit.size()) + " has enough " + resource(), source));
        }
        boolean all = lacking.size() == fit.size();
        String fault = all ? round.fleet().complete() ? "lacking" : "partly" : stated ? "lacking" : "mixed";
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(shortage(round, lacking), source));
        facts.addAll(round.numbers());
        List<Exhibit> gaps = new ArrayList<>(round.gaps());
        Resources group = GroupBehind.named(inquiry, lacking, gaps);
        return new Failed(fault, round.named(inquiry, lacking).and(group), facts, gaps);
    }
}
