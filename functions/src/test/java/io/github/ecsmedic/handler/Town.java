package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.secretGone;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What really happens to a few services and a family of one-off tasks: the truth, of which ECS Medic hears. */
final class Town {
    /** Until when things break; after that faults, crashes and bad luck end. */
    static final long ACTIVE = 1_800_000;

    static final String FAMILY = "app";
    static final String CLUSTER = "arn:aws:ecs:us-east-1:111122223333:cluster/shop";
    private static final long HOUR = 3_600_000;
    private static final List<String> NAMES = List.of("api", "web", "jobs", "mail");

    private final Turns turns;
    private final SplittableRandom random;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private final Causes causes = new Causes();
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable Fix fix;
    private final boolean loses;

    /** Whether stopped tasks can be listed; where no event is lost nothing may depend on it. */
    final boolean listsStopped;

    private @Nullable List<Stopped> stopped;
    int failed;
    int lost;

    Town(Turns turns) {
        this.turns = turns;
        this.random = turns.random;
        this.loses = random.nextInt(4) == 0;
        this.listsStopped = loses || random.nextInt(2) == 0;
        int services = 1 + random.nextInt(NAMES.size());
        long broken = random.nextLong(ACTIVE / 2);
        boolean together = random.nextInt(3) == 0;
        for (int i = 0; i < services; i++) {
            place(NAMES.get(i), together ? broken : random.nextLong(ACTIVE / 2));
        }
        if (random.nextInt(2) == 0) {
            family();
        }
        if (random.nextInt(3) == 0) {
            String fixed = NAMES.get(random.nextInt(NAMES.size()));
            long from = random.nextLong(ACTIVE);
            fix = new Fix(fixed, from, from + random.nextLong(ACTIVE / 2));
        }
    }

    /**
     * Something that happened, and the event of it.
     *
     * @param lost whether that never arrives
     */
    record Fact(String task, long at, String event, boolean lost) {}

    /** A task that stopped, as ECS describes it for an hour. */
    private record Stopped(long at, Task task) {}

    /** A fix of a service that is in flight for a while. */
    private record Fix(String service, long from, long until) {}

    /** A run of the family. */
    private record Run(long at, boolean well) {}

    /**
     * A service.
     *
     * @param mended from when it runs as it should, {@link Turns#NEVER} for one that stays broken
     * @param deployed whether it was mended by a new deployment
     */
    record Place(String name, long broken, long mended, boolean deployed, int failures) {
        boolean failing(long at) {
            return at >= broken && at < mended;
        }
    }

    private void place(String name, long broken) {
        boolean ends = random.nextInt(3) > 0;
        long mended = ends ? broken + 60_000 + random.nextLong(ACTIVE / 2) : Turns.NEVER;
        boolean atOnce = random.nextInt(3) == 0;
        int failures = 1 + random.nextInt(3);
        for (int i = 0; i < failures; i++) {
            long span = atOnce ? 50 : Math.min(mended, ACTIVE) - broken;
            fails(name, name + "-" + i, broken + random.nextLong(span));
        }
        places.put(name, new Place(name, broken, mended, random.nextBoolean(), failures));
        switch (random.nextInt(3)) {
            case 0 -> causes.set(name, "image_pull.network_timeout", natGone("nat-1"));
            case 1 -> causes.set(name, "secrets.not_found", secretGone(name + "-db"));
            default -> causes.set(name, "app.crash", Seen.nothing());
        }
    }

    private void family() {
        causes.set("", "app.exit", secretGone("run"));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long at = random.nextLong(ACTIVE);
            String task = "run-" + i;
            boolean well = random.nextBoolean();
            runs.add(new Run(at, well));
            if (well) {
                facts.add(new Fact(task, at, Batches.endedWell(FAMILY, task, time(at)), false));
            } else {
                fails("", task, at);
            }
        }
    }

    /** One task; ECS reports it more than once, with rising versions. */
    private void fails(String service, String task, long at) {
        failed++;
        boolean isLost = loses && random.nextInt(4) == 0;
        lost += isLost ? 1 : 0;
        int reports = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < reports; i++) {
            facts.add(new Fact(task, at, Batches.stopped(service, task, 3 + i, time(at)), isLost));
        }
    }

    private static String time(long at) {
        return Seen.START.plusMillis(at).toString();
    }

    Turns turns() {
        return turns;
    }

    List<Fact> facts() {
        return facts;
    }

    Map<String, Place> places() {
        return places;
    }

    /** How many tasks failed that belong to the scope. */
    int failures(String scope) {
        Place place = places.get(scope.substring(scope.lastIndexOf('/') + 1));
        return scope.startsWith("service/") && place != null
                ? place.failures
                : (int) runs.stream().filter(run -> !run.well).count();
    }

    /** How many services stay broken. */
    long broken() {
        return places.values().stream().filter(p -> p.mended == Turns.NEVER).count();
    }

    /** Whether the newest run of the family failed. */
    boolean familyFails() {
        return runs.stream()
                .max((a, b) -> Long.compare(a.at, b.at))
                .filter(run -> !run.well)
                .isPresent();
    }

    /** The cause is not always found at the first look. */
    Engine engine() {
        return new Engine() {
            @Override
            public Optional<Symptom> symptom(EcsEvent event) {
                return causes.symptom(event);
            }

            @Override
            public Outcome diagnose(EcsEvent event, io.github.ecsmedic.account.Account account) {
                turns.port();
                if (!(event instanceof EcsEvent.TaskStateChange)) {
                    return new Outcome.Ignored("no task of the town");
                }
                return random.nextInt(5) == 0
                        ? new Causes()
                                .set(service(event), label(event), Seen.nothing())
                                .diagnose(event, account)
                        : causes.diagnose(event, account);
            }
        };
    }

    private String label(EcsEvent event) {
        return causes.symptom(event).orElseThrow().label();
    }

    private static String service(EcsEvent event) {
        return ((EcsEvent.TaskStateChange) event).task().service();
    }

    /** The fix that is in flight at that time. */
    Optional<Action> fixing(long at) {
        return Optional.ofNullable(fix)
                .filter(f -> f.from <= at && at < f.until)
                .map(f -> new Action(
                        "fix-1",
                        "service/shop/" + f.service,
                        "shop",
                        "restart",
                        new Fingerprint("111122223333", "us-east-1", "service/shop/" + f.service, "cause:made-up"),
                        f.service + ":7",
                        Seen.START.plusMillis(f.from),
                        Action.Outcome.PENDING));
    }

    static String arn(String service) {
        return "arn:aws:ecs:us-east-1:111122223333:service/shop/" + service;
    }

    /** Tasks that stopped within the last hour, each as it was reported last. */
    List<Task> stopped() {
        List<Stopped> all = stopped;
        if (all == null) {
            Map<String, Stopped> last = new TreeMap<>();
            facts.forEach(fact -> last.put(fact.task, new Stopped(fact.at, task(fact))));
            all = List.copyOf(last.values());
            stopped = all;
        }
        long now = turns.now();
        return all.stream()
                .filter(s -> s.at <= now && now - s.at < HOUR)
                .map(Stopped::task)
                .toList();
    }

    private static Task task(Fact fact) {
        return ((EcsEvent.TaskStateChange) EventReader.read(fact.event)).task();
    }

    /** The service as ECS describes it now. */
    Optional<Service> described(String name) {
        Place place = places.get(name);
        if (place == null) {
            return Optional.empty();
        }
        long now = turns.now();
        boolean failing = place.failing(now);
        boolean renewed = place.deployed && now >= place.mended;
        boolean active = now < ACTIVE;
        int running = !failing ? 2 : active ? random.nextInt(3) : 1;
        Service.Deployment primary = new Service.Deployment(
                "ecs-svc/1",
                "PRIMARY",
                "COMPLETED",
                name + ":7",
                2,
                running,
                0,
                List.of(),
                List.of(),
                false,
                Seen.START.plusMillis(renewed ? place.mended : -86_400_000));
        return Optional.of(
                service(name, running, primary, failing && active && random.nextBoolean() ? unable(now) : null));
    }

    private static Service.ServiceMessage unable(long now) {
        return new Service.ServiceMessage(
                Seen.START.plusMillis(now), "(service) is unable to consistently start tasks successfully.");
    }

    private static Service service(
            String name, int running, Service.Deployment primary, Service.@Nullable ServiceMessage message) {
        return new Service(
                arn(name),
                name,
                CLUSTER,
                "ACTIVE",
                2,
                running,
                0,
                name + ":7",
                "FARGATE",
                "ECS",
                List.of(primary),
                Service.Balancing.NONE,
                message == null ? List.of() : List.of(message),
                Map.of(),
                null);
    }
}
