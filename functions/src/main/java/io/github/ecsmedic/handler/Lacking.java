package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.incident.Watch;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which services have lacked tasks for too long, whether or not an event said so. */
final class Lacking {
    /** A service may run below its desired count for so long: a start and a scale-out take their time. */
    static final Duration BELOW = Duration.ofMinutes(10);

    /** A task may be on its way to run for so long: large images take minutes. */
    static final Duration PENDING = Duration.ofMinutes(15);

    /** A deployment whose tasks do not all run may be in progress for so long. */
    static final Duration IN_PROGRESS = Duration.ofMinutes(30);

    /** Services whose pending tasks one run looks at, with two requests each. */
    static final int LOOKS = 10;

    private static final Set<String> STARTING = Set.of("PROVISIONING", "PENDING", "ACTIVATING");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Watch watch;
    private final Instant now;

    Lacking(Watch watch, Instant now) {
        this.watch = watch;
        this.now = now;
    }

    /** A service that lacks tasks, since when, and what was seen, in one sentence. */
    record Found(Service service, Instant since, String says) {}

    static boolean below(Service service) {
        return service.running() < service.desired() && !ServiceHealth.gone(service);
    }

    static String scope(String serviceArn, String clusterArn) {
        return "service/" + Arn.lastPart(clusterArn) + "/" + Arn.lastPart(serviceArn);
    }

    static String scope(Service service) {
        return scope(service.arn(), service.clusterArn());
    }

    /** Notes which began to lack tasks and which no longer do; those that were not described stay as they were. */
    Map<String, Instant> note(String place, Census census) {
        Map<String, Instant> known = watch.lacking(place);
        Map<String, Instant> since = new HashMap<>(known);
        Map<String, Instant> began = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (Service service : census.described()) {
            String scope = scope(service);
            if (below(service)) {
                if (!known.containsKey(scope)) {
                    began.put(scope, now);
                }
            } else if (known.containsKey(scope)) {
                ended.add(scope);
            }
        }
        watch.change(place, began, ended);
        since.putAll(began);
        since.keySet().removeAll(ended);
        return since;
    }

    /** Those for too long, the longest first. */
    List<Found> tooLong(Census census, Map<String, Instant> since, Account account, List<String> missed) {
        List<Found> found = new ArrayList<>();
        List<Service> starting = new ArrayList<>();
        for (Service service : census.described()) {
            Optional<Found> seen = below(service, since).or(() -> stuck(service));
            seen.ifPresent(found::add);
            if (seen.isEmpty() && service.pending() > 0 && !ServiceHealth.gone(service)) {
                starting.add(service);
            }
        }
        Census.turn(starting, LOOKS, now.toEpochMilli() / Sweep.EVERY.toMillis())
                .forEach(service -> pending(service, account, missed).ifPresent(found::add));
        found.sort(Comparator.comparing(Found::since)
                .thenComparing(f -> f.service().arn()));
        return found;
    }

    /** Its own grace period is added: until then its health checks do not count. */
    private Optional<Found> below(Service service, Map<String, Instant> since) {
        Duration allowed = BELOW.plusSeconds(service.balancing().gracePeriod());
        return Optional.ofNullable(since.get(scope(service)))
                .filter(_ -> below(service))
                .filter(from -> Duration.between(from, now).compareTo(allowed) >= 0)
                .map(from -> new Found(
                        service,
                        from,
                        "Tasks have been missing since " + time(from) + " UTC, and no event named a failure"));
    }

    /** While its old tasks run, a service is not below its desired count. */
    private Optional<Found> stuck(Service service) {
        return service.deployments().stream()
                .filter(d -> d.rolloutState().equals("IN_PROGRESS") && d.running() < d.desired())
                .<Found>mapMulti((d, out) -> {
                    Instant from = d.createdAt();
                    if (from != null && Duration.between(from, now).compareTo(IN_PROGRESS) >= 0) {
                        out.accept(new Found(
                                service,
                                from,
                                "The deployment of " + ServiceHealth.revision(d)
                                        + " has been in progress since " + time(from) + " UTC, with " + d.running()
                                        + " of " + d.desired() + " tasks"));
                    }
                })
                .findFirst();
    }

    private Optional<Found> pending(Service service, Account account, List<String> missed) {
        Answer<List<Task>> tasks = account.running().tasks(Arn.lastPart(service.clusterArn()), service.name());
        return Census.known(tasks, missed).stream()
                .filter(task -> STARTING.contains(task.lastStatus()))
                .map(task -> task.times().createdAt())
                .filter(at -> at != null && Duration.between(at, now).compareTo(PENDING) >= 0)
                .min(Comparator.naturalOrder())
                .map(at -> new Found(service, at, "A task has been on its way to run since " + time(at) + " UTC"));
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneOffset.UTC));
    }
}
