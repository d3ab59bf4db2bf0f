package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Known.or;
import static io.github.ecsmedic.mend.Known.when;

import io.github.ecsmedic.fix.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether it would do more than it should. */
final class ReachGuards {
    static final List<Guard> HARM = List.of(new Guard("A8", "no harm", ReachGuards::harm));

    static final List<Guard> REST = List.of(
            new Guard("A14", "storm", ReachGuards::storm), new Guard("A15", "blast radius", ReachGuards::radius));

    static final List<Guard> SHAPE = List.of(new Guard(
            "A18",
            "request shape",
            s -> when(
                    !s.plan().requests().stream().allMatch(r -> Shape.allows(s.plan(), r)),
                    "it would send more than " + s.plan().fix() + " may")));

    private ReachGuards() {}

    private static Optional<String> harm(Snapshot s) {
        Set<String> harmful = new TreeSet<>(s.plan().causes());
        harmful.retainAll(s.plan().harmfulFor());
        return when(!harmful.isEmpty(), "it does harm where there is " + String.join(" or ", harmful));
    }

    /** What many share is mended once and by approval; the services that it hits are left alone. */
    private static Optional<String> storm(Snapshot s) {
        return or(
                s.past().storm(),
                "how many services fail",
                blows -> or(
                        s.past().sharers(),
                        "how many services fail by the same cause",
                        sharers -> blows || sharers > 1 ? many(s, blows) : Optional.empty()));
    }

    private static Optional<String> many(Snapshot s, boolean blows) {
        String why = blows ? "many services fail at once" : "other services fail by the same cause";
        boolean ofAService = s.plan().reach() == Reach.SETTING || s.plan().reach() == Reach.TASKS;
        if (ofAService || s.approval().isEmpty()) {
            return Optional.of(why);
        }
        return or(
                s.past().actions(),
                "what was done before",
                all -> when(
                        all.stream().anyMatch(a -> a.cause().equals(s.plan().cause())),
                        why + ", and the object that they share was changed once already"));
    }

    /** An empty list of objects is none, never all. */
    private static Optional<String> radius(Snapshot s) {
        if (s.plan().reach() != Reach.NETWORK) {
            return Optional.empty();
        }
        return or(s.live().touched(), "what else it would affect", touched -> {
            Set<String> more = new TreeSet<>(touched);
            more.removeAll(s.plan().touches());
            return touched.isEmpty()
                    ? Optional.of("nothing is named that it would affect")
                    : when(!more.isEmpty(), "it would also affect " + String.join(", ", more));
        });
    }
}
