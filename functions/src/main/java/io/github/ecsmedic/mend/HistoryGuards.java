package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Known.or;
import static io.github.ecsmedic.mend.Known.when;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether what we did before speaks against it. */
final class HistoryGuards {
    /** So many times a day one fix is tried at one service. */
    static final int ATTEMPTS = 2;

    /** How long to wait after the first attempt, and after the second. */
    static final List<Duration> WAITS = List.of(Duration.ofMinutes(10), Duration.ofMinutes(40));

    /** So many requests an hour are sent in one account. */
    static final int AN_HOUR = 3;

    /** Our own record is judged by so many actions. */
    static final int RECORD = 10;

    static final List<Guard> FIRST = List.of(
            new Guard("A11", "attempts", s -> ours(s, all -> attempts(s, all))),
            new Guard("A12", "effect memory", HistoryGuards::memory),
            new Guard("A13", "one at a time", s -> ours(s, all -> atOnce(s, all))));

    static final List<Guard> LAST = List.of(new Guard("A22", "own record", s -> ours(s, HistoryGuards::record)));

    private HistoryGuards() {}

    private static Optional<String> ours(Snapshot s, Function<List<Action>, Optional<String>> rule) {
        return or(s.past().actions(), "what was done before", rule);
    }

    private static Optional<String> attempts(Snapshot s, List<Action> all) {
        List<Duration> ago = all.stream()
                .filter(a -> a.scope().equals(ServiceGuards.scope(s))
                        && a.fix().equals(s.plan().fix()))
                .map(a -> Duration.between(a.at(), s.now()))
                .filter(d -> d.compareTo(Duration.ofDays(1)) < 0)
                .sorted()
                .toList();
        if (ago.size() >= ATTEMPTS) {
            return Optional.of("it was tried " + ago.size() + " times in the last 24 hours");
        }
        return ago.isEmpty()
                ? Optional.empty()
                : when(
                        ago.getFirst().compareTo(WAITS.get(ago.size() - 1)) < 0,
                        "it was tried less than " + WAITS.get(ago.size() - 1).toMinutes() + " minutes ago");
    }

    private static Optional<String> memory(Snapshot s) {
        Plan plan = s.plan();
        return or(
                s.past().memory(),
                "what did not help before",
                all -> when(
                        all.stream()
                                .anyMatch(a -> a.scope().equals(ServiceGuards.scope(s))
                                        && a.fix().equals(plan.fix())
                                        && a.cause().equals(plan.cause())
                                        && a.revision().equals(plan.subject().taskDefinition())),
                        "it did not help against the same cause before"));
    }

    private static Optional<String> atOnce(Snapshot s, List<Action> all) {
        if (all.stream().anyMatch(a -> a.pending() && a.scope().equals(ServiceGuards.scope(s)))) {
            return Optional.of("another fix of the service is not verified yet");
        }
        if (all.stream()
                .anyMatch(a ->
                        a.pending() && a.cluster().equals(s.plan().subject().cluster()))) {
            return Optional.of("another fix in the cluster is not verified yet");
        }
        long lately = all.stream()
                .filter(a -> Duration.between(a.at(), s.now()).compareTo(Duration.ofHours(1)) < 0)
                .count();
        return when(lately >= AN_HOUR, AN_HOUR + " fixes were applied within the last hour");
    }

    private static Optional<String> record(List<Action> all) {
        long useless = all.stream()
                .limit(RECORD)
                .filter(a -> a.outcome() == Outcome.NOT_FIXED || a.outcome() == Outcome.UNKNOWN)
                .count();
        return when(useless * 2 > RECORD, "more than half of the last " + RECORD + " fixes did not help");
    }
}
