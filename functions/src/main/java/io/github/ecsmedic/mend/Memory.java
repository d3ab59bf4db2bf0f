package io.github.ecsmedic.mend;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Snapshot.Past;
import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the guards remember, as the ledger shows it. */
public final class Memory {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LEDGER = "the ledger";

    private Memory() {}

    /**
     * Of all that is kept.
     *
     * @param actions newest first
     * @param living the incidents that are not over
     * @param storm whether so many services fail at once that it is one
     * @param own the action of the plan itself, which does not stand in its own way
     */
    public static Past of(
            List<Action> actions, List<Incident> living, boolean storm, Plan plan, String own, Instant now) {
        List<Action> others = actions.stream().filter(a -> !a.id().equals(own)).toList();
        List<Action> lately = IntStream.range(0, others.size())
                .filter(i -> i < HistoryGuards.RECORD
                        || Duration.between(others.get(i).at(), now).compareTo(DAY) < 0)
                .mapToObj(others::get)
                .toList();
        Set<String> sharers = living.stream()
                .filter(i -> i.id().equals(plan.incident()) || i.fingerprint().equals(plan.cause()))
                .flatMap(i -> i.members().stream())
                .map(Member::scope)
                .collect(Collectors.toSet());
        return new Past(
                known(lately),
                known(others.stream()
                        .filter(a -> a.outcome() == Outcome.NOT_FIXED)
                        .toList()),
                living.stream()
                        .flatMap(i -> i.treatments().stream())
                        .map(Treatment::started)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet()),
                known(storm),
                known(sharers.size()));
    }

    private static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, LEDGER);
    }
}
