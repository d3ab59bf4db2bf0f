package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.event.Envelope;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Watch;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what no event tells: stopped tasks whose events were lost, and services that lack tasks in silence. Both go the
 * way of an event.
 */
final class Patrol {
    /** Clusters whose stopped tasks one run reads, with two requests each; first those where tasks are missing. */
    static final int CLUSTERS = 10;

    /** Stopped tasks, and silent services, that one run may have diagnosed. */
    static final int MISSED = 30;

    static final int SILENT = 5;

    /** Events arrive within seconds; a task that stopped just now is left to its own. */
    static final Duration YOUNG = Duration.ofMinutes(3);

    /** Nothing more is begun with less time left. */
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Parts parts;
    private final Watch watch;
    private final Place place;
    private final Intake intake;
    private final StormWatch storms;

    Patrol(Parts parts, Watch watch, Place place, List<? extends Sink> sinks) {
        this.parts = parts;
        this.watch = watch;
        this.place = place;
        this.intake = new Intake(parts, sinks);
        this.storms = new StormWatch(parts, new Audience(sinks, parts.clock()));
    }

    /**
     * What a run saw.
     *
     * @param place where it looked; the account as its clusters name it
     * @param at before it looked: what failed since is newer
     * @param services how many could be listed
     * @param described with their tags
     * @param fates what became of what was found
     * @param missed what could not be looked at, and why: nothing is known of it
     * @param storm the message of a storm, when it has changed
     * @param calls requests to AWS for the look itself, without the diagnoses
     */
    record Sight(
            Place place,
            Instant at,
            int services,
            List<Service> described,
            List<Fate> fates,
            List<String> missed,
            Optional<Incident> storm,
            int calls) {
        Sight {
            described = List.copyOf(described);
            fates = List.copyOf(fates);
            missed = List.copyOf(missed);
        }

        /** Nothing, for that reason. */
        static Sight none(Place place, String why) {
            return new Sight(place, Instant.EPOCH, 0, List.of(), List.of(), List.of(why), Optional.empty(), 0);
        }
    }

    /** Looks once around; {@code diagnosis} is the time for reading of the look, and of each diagnosis. */
    Sight look(Duration diagnosis, TimeBudget time) {
        Instant now = parts.clock().instant();
        Account account = parts.accounts().open(place, diagnosis);
        Census census = Census.of(account, now.toEpochMilli() / Sweep.EVERY.toMillis());
        List<String> missed = new ArrayList<>(account.barred().map(List::of).orElse(census.missed()));
        Optional<Fingerprint> here = census.clusters().stream()
                .flatMap(arn -> Arn.parse(arn).stream())
                .map(arn -> new Fingerprint(arn.account(), place.region(), "", ""))
                .findFirst();
        if (here.isEmpty()) {
            return new Sight(place, now, 0, List.of(), List.of(), missed, Optional.empty(), calls(account));
        }
        Lacking lacking = new Lacking(watch, now);
        Map<String, Instant> since = lacking.note(here.get().place(), census);
        List<Fate> fates = new ArrayList<>(missedTasks(census, account, missed, diagnosis, time));
        List<Lacking.Found> found = lacking.tooLong(census, since, account, missed);
        fates.addAll(silent(found, here.get(), diagnosis, time));
        Optional<Incident> storm = storms.look(
                here.get(),
                since.keySet(),
                census.whole() ? OptionalInt.of(census.listed().size()) : OptionalInt.empty());
        return new Sight(
                here.get().where(),
                now,
                census.listed().size(),
                census.described(),
                fates,
                missed,
                storm,
                calls(account));
    }

    private static int calls(Account account) {
        return account.cost().apiCalls();
    }

    /** What stopped within the last hour and is not in the ledger, the newest first. */
    private List<Fate> missedTasks(
            Census census, Account account, List<String> missed, Duration diagnosis, TimeBudget time) {
        Instant now = parts.clock().instant();
        List<EcsEvent.TaskStateChange> events = clusters(census, now).stream()
                .flatMap(cluster -> Census.known(account.clusters().stopped(cluster), missed).stream())
                .flatMap(task -> stopped(task, now).stream())
                .filter(this::mayFail)
                .sorted(Comparator.comparing((EcsEvent.TaskStateChange e) -> at(e))
                        .reversed())
                .toList();
        List<Fate> fates = new ArrayList<>();
        for (EcsEvent.TaskStateChange event : events) {
            if (fates.size() < MISSED && enough(time) && unseen(event)) {
                fates.add(taken(event, diagnosis));
            }
        }
        return fates;
    }

    /** Another part of them in each run, so that all come within the hour for which ECS keeps a stopped task. */
    private static List<String> clusters(Census census, Instant now) {
        Set<String> below = census.described().stream()
                .filter(Lacking::below)
                .map(Service::clusterArn)
                .collect(Collectors.toSet());
        long run = now.toEpochMilli() / Sweep.EVERY.toMillis();
        List<String> first = new ArrayList<>(
                Census.turn(census.clusters().stream().filter(below::contains).toList(), CLUSTERS, run));
        List<String> others =
                census.clusters().stream().filter(c -> !below.contains(c)).toList();
        first.addAll(Census.turn(others, CLUSTERS - first.size(), run));
        return first.stream().map(Arn::lastPart).toList();
    }

    /** As the event that ECS sent of it: with the same key, so that the event itself changes nothing later. */
    private Optional<EcsEvent.TaskStateChange> stopped(Task task, Instant now) {
        Instant at = task.times().stoppedAt();
        if (at == null || Duration.between(at, now).compareTo(YOUNG) < 0) {
            return Optional.empty();
        }
        String account = Arn.parse(task.arn()).map(Arn::account).orElse("");
        return Optional.of(new EcsEvent.TaskStateChange(
                new Envelope("", "ECS Task State Change", "aws.ecs", account, place.region(), at, List.of(task.arn())),
                task));
    }

    private boolean mayFail(EcsEvent.TaskStateChange event) {
        return parts.engine()
                .symptom(event)
                .map(Symptom::alert)
                .filter(alert -> alert != AlertClass.BENIGN)
                .isPresent();
    }

    private static Instant at(EcsEvent.TaskStateChange event) {
        return Optional.ofNullable(event.task().times().stoppedAt()).orElse(Instant.EPOCH);
    }

    private boolean unseen(EcsEvent event) {
        EventKey key = EventKeys.key(event);
        return !key.oldBeside(parts.ledger().find(key, List.of()).seenVersion(key));
    }

    /** What turns out benign is remembered too, or each run would diagnose it anew. */
    private Fate taken(EcsEvent event, Duration diagnosis) {
        Fate fate = intake.of(event, diagnosis, false);
        if (fate instanceof Fate.Quiet) {
            parts.ledger().commit(new Commit(List.of(EventKeys.key(event)), List.of(), List.of()));
        }
        return fate;
    }

    /** Of those that no living incident tells of. */
    private List<Fate> silent(Collection<Lacking.Found> found, Fingerprint here, Duration diagnosis, TimeBudget time) {
        List<Fate> fates = new ArrayList<>();
        if (found.isEmpty()) {
            return fates;
        }
        Set<String> told = parts.ledger().living().stream()
                .filter(i -> i.fingerprint().place().equals(here.place()))
                .flatMap(i -> i.members().stream())
                .map(Member::scope)
                .collect(Collectors.toSet());
        for (Lacking.Found one : found) {
            if (fates.size() < SILENT && enough(time) && !told.contains(Lacking.scope(one.service()))) {
                EcsEvent event = shortfall(one, here);
                if (unseen(event)) {
                    fates.add(taken(event, diagnosis));
                }
            }
        }
        return fates;
    }

    private EcsEvent shortfall(Lacking.Found found, Fingerprint here) {
        Service service = found.service();
        Envelope envelope = new Envelope(
                "",
                "ECS Medic Sweep",
                "ecs-medic",
                here.account(),
                place.region(),
                parts.clock().instant(),
                List.of(service.arn()));
        return new EcsEvent.Shortfall(envelope, service.clusterArn(), service.arn(), found.since(), found.says());
    }

    private static boolean enough(TimeBudget time) {
        return time.left().compareTo(LAST) > 0;
    }
}
