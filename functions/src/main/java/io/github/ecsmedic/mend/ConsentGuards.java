package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Known.or;
import static io.github.ecsmedic.mend.Known.when;

import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether somebody wants it. */
final class ConsentGuards {
    static final List<Guard> FIRST = List.of(
            new Guard("A1", "kill switch", ConsentGuards::killSwitch),
            new Guard("A2", "opt-in", ConsentGuards::optIn),
            new Guard("A3", "risk", ConsentGuards::risk));

    static final List<Guard> APPROVED = List.of(new Guard("A16", "approval", ConsentGuards::approval));

    /**
     * Asked last, so that a dry run goes the whole way before it. It does not ask EC2 with {@code DryRun} whether a request
     * would be permitted: that is the changing operation itself under our name, told apart by one flag which not all that
     * stands in between honours, it exists in EC2 alone, and the role of a dry run may change nothing anyway.
     */
    static final List<Guard> LAST = List.of(new Guard(
            Guards.DRY_RUN,
            "dry run",
            snapshot -> when(snapshot.rules().dryRun(), "this is a dry run: nothing is sent")));

    private ConsentGuards() {}

    private static Optional<String> killSwitch(Snapshot s) {
        return or(
                s.rules().cap(),
                "the kill switch",
                cap -> when(cap.compareTo(needed(s)) < 0, "the kill switch allows no more than " + cap.word()));
    }

    /** Each object that has to opt in has to allow it. */
    private static Optional<String> optIn(Snapshot s) {
        return or(
                s.live().tags(),
                "the tags by which it would be allowed",
                all -> all.isEmpty()
                        ? Optional.of("there is nothing that could allow it by its tags")
                        : all.stream().flatMap(tags -> optIn(s, tags).stream()).findFirst());
    }

    private static Optional<String> optIn(Snapshot s, Map<String, String> tags) {
        OptIn wish = OptIn.of(tags, s.rules().otherwise());
        if (wish.mode().compareTo(needed(s)) < 0) {
            return Optional.of("its mode is " + wish.mode().word() + " (tag " + OptIn.MODE_TAG + ")");
        }
        boolean byItself = s.approval().isEmpty();
        return when(
                byItself && !listed(s, tags, wish).contains(s.plan().fix()),
                s.plan().fix() + " is not listed in the tag " + OptIn.FIXES_TAG);
    }

    /** That running twice does no harm only the owner of a one-off task can say, never the installation. */
    private static Set<String> listed(Snapshot s, Map<String, String> tags, OptIn wish) {
        return s.plan().subject().service().isEmpty()
                ? OptIn.of(tags, OptIn.NONE).fixes()
                : wish.fixes();
    }

    private static Mode needed(Snapshot s) {
        return s.approval().isPresent() ? Mode.APPROVE : Mode.AUTO;
    }

    private static Optional<String> risk(Snapshot s) {
        Plan plan = s.plan();
        if (plan.tier() == Tier.MANUAL) {
            return Optional.of("it is for a person to do");
        }
        if (plan.certainty() == Certainty.POSSIBLE) {
            return Optional.of("its cause is only possible");
        }
        return when(!plan.runnable(), "one of its steps is for a person to do");
    }

    private static Optional<String> approval(Snapshot s) {
        Plan plan = s.plan();
        if (s.approval().isEmpty()) {
            boolean free = plan.tier() == Tier.AUTOMATIC
                    && plan.certainty() == Certainty.PROVEN
                    && plan.reach() != Reach.NETWORK;
            return when(!free, "somebody has to allow it");
        }
        Approval approval = s.approval().get();
        if (!approval.incident().equals(plan.incident()) || !approval.plan().equals(plan.hash())) {
            return Optional.of("what was allowed is another plan");
        }
        if (approval.used()) {
            return Optional.of("what was allowed has been done once");
        }
        if (Duration.between(approval.at(), s.now()).compareTo(Approval.HOLDS) > 0) {
            return Optional.of("it was allowed more than " + Approval.HOLDS.toMinutes() + " minutes ago");
        }
        if (!s.rules().approvers().containsAll(approval.people())) {
            return Optional.of("who allowed it is not among those who may");
        }
        int needed = s.rules().two().contains(plan.fix()) ? 2 : 1;
        return when(
                new HashSet<>(approval.people()).size() < needed,
                needed == 1 ? "nobody has allowed it" : "two people have to allow it");
    }
}
