package io.github.ecsmedic.handler;

import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.notify.Redaction;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

/** Takes events to the ledger: each once, into the incident to which it belongs, together with what has to be told of it. */
final class Intake {
    private final Parts parts;
    private final Desk desk;
    private final NextRun nextRun;
    private final Accounts accounts;

    Intake(Parts parts, List<? extends Sink> sinks) {
        this.parts = parts;
        this.accounts = parts.accounts().together();
        Audience audience = new Audience(sinks, parts.clock());
        this.desk = new Desk(
                parts,
                audience,
                new StormWatch(parts, audience),
                parts.sideBySide().lock(),
                new AtomicBoolean());
        this.nextRun = new NextRun(parts.ledger(), audience);
    }

    /**
     * An event as it came.
     *
     * @param first whether it was not worked on before: then it is told even if the ledger cannot be reached
     * @param shown empty when it is none of ours
     */
    record Arrival(EcsEvent event, boolean first, Optional<Symptom> shown) {}

    /**
     * With what failures are written.
     *
     * @param meeting by which those of this process that meet at an incident wait for each other
     * @param tells whether something that was written has to be told at once
     */
    record Desk(Parts parts, Audience audience, StormWatch storms, Lock meeting, AtomicBoolean tells) {
        /** With what has to be told. */
        boolean commits(Commit commit, List<Wanted> told) {
            List<Wanted> all = new ArrayList<>(told);
            all.addAll(commit.told());
            boolean done = parts.ledger().commit(new Commit(commit.seen(), commit.changes(), all, commit.winds()));
            Instant now = parts.clock().instant();
            if (done && all.stream().anyMatch(wanted -> !wanted.notBefore().isAfter(now))) {
                tells.set(true);
            }
            return done;
        }
    }

    /** What it shows. */
    Arrival arrival(EcsEvent event, boolean first) {
        return new Arrival(event, first, parts.engine().symptom(event).map(Intake::keepable));
    }

    /**
     * What equal failures have in common: tasks of one revision that ECS stopped with the same words but for numbers and
     * ids. Empty for what is like nothing else.
     */
    static Optional<String> alike(Arrival arrival) {
        boolean failure = arrival.event() instanceof EcsEvent.TaskStateChange
                && arrival.shown().filter(s -> s.alert() != AlertClass.BENIGN).isPresent()
                && !NextRun.endedWell(arrival.event());
        return failure && arrival.event() instanceof EcsEvent.TaskStateChange(var _, Task task)
                ? arrival.shown().map(s -> Fingerprint.ofSymptom(s).key() + "|" + says(task))
                : Optional.empty();
    }

    private static String says(Task task) {
        return task.taskDefinitionArn() + "|" + task.stopCode() + "|" + UnknownText.shape(task.stoppedReason())
                + task.containers().stream()
                        .map(c -> "|" + c.name() + "|" + c.exitCode() + "|" + UnknownText.shape(c.reason()))
                        .collect(Collectors.joining());
    }

    /** What becomes of one event. */
    Fate of(EcsEvent event, Duration budget, boolean first) {
        return of(List.of(arrival(event, first)), budget).getFirst().orElseThrow();
    }

    /**
     * What becomes of each of them, which are one, or {@link #alike}; empty for one that has to be worked on by itself.
     */
    List<Optional<Fate>> of(List<Arrival> arrivals, Duration budget) {
        Arrival arrival = arrivals.getFirst();
        if (arrival.shown().isEmpty()) {
            return List.of(Optional.of(quiet(diagnosed(arrival.event(), budget))));
        }
        Symptom symptom = arrival.shown().get();
        if (NextRun.endedWell(arrival.event())) {
            try {
                List<Incident> ended = nextRun.ends(symptom.subject(), arrival.event());
                if (!ended.isEmpty()) {
                    desk.tells().set(true);
                    return List.of(Optional.of(new Fate.Recorded(ended.getFirst(), News.RESOLVED, Optional.empty())));
                }
            } catch (LedgerException e) {
                return List.of(Optional.of(unreachable(e)));
            }
        }
        return symptom.alert() == AlertClass.BENIGN
                ? List.of(Optional.of(quiet(diagnosed(arrival.event(), budget))))
                : new Failures(desk, symptom, arrivals, event -> diagnosed(event, budget)).fates();
    }

    /** Whether something that was taken has to be told at once. */
    boolean tells() {
        return desk.tells().get();
    }

    /** Its words become the incident's fingerprint. */
    private static Symptom keepable(Symptom shown) {
        return new Symptom(
                shown.subject(),
                shown.label(),
                shown.alert(),
                shown.named().stream().map(Redaction::text).toList());
    }

    private Outcome diagnosed(EcsEvent event, Duration budget) {
        return parts.engine().diagnose(event, accounts.open(new Place(event.account(), event.region()), budget));
    }

    static Fate quiet(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ignored(String why) -> new Fate.Ignored(why);
            case Outcome.Diagnosed(Diagnosis diagnosis) -> new Fate.Quiet(diagnosis);
        };
    }

    static Fate unreachable(LedgerException e) {
        return new Fate.Returned("ledger: " + e.getMessage());
    }
}
