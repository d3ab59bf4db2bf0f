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
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks whether the agents of the instances are connected to ECS.
 *
 * <p>Faults: {@code disconnected}; {@code reconnected}, the message says that one was not and all are again; {@code
 * stated}, nobody could look.
 */
public final class InstanceAgents implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "agent.disconnected";

    @Override
    public String id() {
        return "instance-agents";
    }

    @Override
    public String question() {
        return "Is the ECS agent of an instance connected";
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
                                Resources.of("instance", inquiry.seen().facts().get(Fact.INSTANCE)),
                                List.of(new Evidence("The message says that an agent is not connected", "message")),
                                List.of(new Exhibit.Unread(List.of(why))))
                        : new Inconclusive(why),
                (round, source) -> verdict(inquiry, round, stated, source));
    }

    private static CheckResult verdict(Inquiry inquiry, Round round, boolean stated, String source) {
        List<Candidate> active = round.candidates().stream()
                .filter(c -> !c.refusesFor(Lack.STATUS))
                .toList();
        List<Candidate> lost = active.stream()
                .filter(c -> c.refusesFor(Lack.AGENT) && (!stated || named(inquiry, c)))
                .toList();
        if (active.isEmpty()) {
            return new NotApplicable("there is no active instance");
        }
        if (lost.isEmpty() && stated) {
            return new Failed(
                    "reconnected",
                    Resources.of("instance", inquiry.seen().facts().get(Fact.INSTANCE)),
                    new Evidence(
                            "The message says that an agent was not connected; now those of "
                                    + round.count(active.size()) + " are",
                            source));
        }
        if (!stated && lost.size() < active.size()) {
            return new Passed(
                    round.named(inquiry, List.of()),
                    new Evidence(
                            "The agents of " + (active.size() - lost.size()) + " of " + round.count(active.size())
                                    + " are connected",
                            source));
        }
        List<Evidence> facts = new ArrayList<>();
        String first = lost.getFirst().host().instance();
        facts.add(new Evidence(
                lost.size() == 1
                        ? "The ECS agent of instance " + first + " is not connected"
                        : "The ECS agents of " + lost.size() + " of " + round.count(active.size())
                                + " are not connected, among them that of " + first,
                source));
        facts.addAll(round.numbers());
        List<Exhibit> gaps = new ArrayList<>();
        Resources group = GroupBehind.named(inquiry, lost, gaps);
        return new Failed("disconnected", round.named(inquiry, lost).and(group), facts, gaps);
    }

    /** Where the message or the task names an instance only that one counts. */
    private static boolean named(Inquiry inquiry, Candidate candidate) {
        Task task = inquiry.task();
        String named = inquiry.seen().facts().get(Fact.INSTANCE);
        String placed = task == null ? "" : task.containerInstanceArn();
        return (named.isEmpty()
                        || candidate.host().instance().equals(named)
                        || candidate.host().arn().endsWith("/" + named))
                && (placed.isEmpty() || candidate.host().arn().equals(placed));
    }
}
