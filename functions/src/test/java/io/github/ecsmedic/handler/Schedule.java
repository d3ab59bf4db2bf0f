package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One random life of the real intake and dispatcher: duplicates, old versions, another order, crashes, bad sinks. */
final class Schedule {
    private static final List<String> SERVICES = List.of("api", "web", "jobs");

    private final Random random;
    private final Turns turns;
    private final Ticking clock = new Ticking();
    private final MemoryLedger memory = new MemoryLedger();
    private final Ledger ledger = new Stepping();
    private final Causes engine = new Causes()
            .set("api", "image_pull.network_timeout", natGone("nat-1"))
            .set("web", "image_pull.network_timeout", natGone("nat-1"))
            .set("jobs", "secrets.not_found", secretGone("db"));
    private final List<Told> sinks;
    private final List<String> queue = new ArrayList<>();
    private final Set<String> tasks = new HashSet<>();
    private int ids;

    Schedule(long seed) {
        random = new Random(seed);
        turns = new Turns(random);
        sinks = List.of(new Told("sns"), new Told("slack"));
        int failures = 2 + random.nextInt(7);
        for (int i = 0; i < failures; i++) {
            String service = SERVICES.get(random.nextInt(SERVICES.size()));
            String task = service + "-" + i;
            tasks.add(task);
            int copies = 1 + random.nextInt(3);
            for (int copy = 0; copy < copies; copy++) {
                queue.add(Batches.stopped(
                        service, task, 3 + random.nextInt(2), minute(i % 5).toString()));
            }
        }
    }

    void run() {
        turns.crashPerMille = 60;
        turns.add(() -> work(12));
        turns.add(() -> work(12));
        turns.run(() -> clock.forward(Duration.ofMillis(200)));
        turns.crashPerMille = 0;
        sinks.forEach(sink -> sink.trouble = 0);
        for (int round = 0; round < 4; round++) {
            clock.forward(Duration.ofMinutes(31));
            turns.add(this::drain);
            turns.run(() -> {});
            turns.add(() -> dispatch(new Dispatcher(ledger, clock, "last")));
            turns.run(() -> {});
        }
        check();
    }

    private void work(int steps) {
        for (int step = 0; step < steps; step++) {
            String owner = "w" + ids++;
            try {
                if (random.nextInt(3) > 0 && !queue.isEmpty()) {
                    take(queue.get(random.nextInt(queue.size())));
                } else {
                    dispatch(new Dispatcher(ledger, clock, owner));
                }
            } catch (Turns.Crash dead) {
                // another worker takes its place; what it worked on is handed out again
                assertThat(dead).hasMessage("crash");
            }
        }
    }

    private void drain() {
        while (!queue.isEmpty()) {
            take(queue.getFirst());
        }
    }

    private void take(String message) {
        Parts parts = new Parts(engine, (region, budget) -> null, ledger, clock, () -> "i-" + ids++, true);
        Fate fate = new Intake(parts, sinks).of(EventReader.read(message), Duration.ofSeconds(5), true);
        turns.port();
        if (!fate.back()) {
            queue.remove(message);
        }
    }

    private void dispatch(Dispatcher dispatcher) {
        for (Telling due : ledger.due(clock.instant(), 10)) {
            sinks.stream().filter(s -> s.name().equals(due.sink())).forEach(s -> dispatcher.one(due, s));
        }
    }

    private void check() {
        assertThat(queue).isEmpty();
        assertThat(memory.waitingSince()).isEmpty();
        List<Incident> living = memory.living();
        assertThat(living.stream().mapToInt(Incident::failures).sum()).isEqualTo(tasks.size());
        assertThat(living.stream().map(Incident::fingerprint)).doesNotHaveDuplicates();
        for (Told sink : sinks) {
            for (Incident incident : living) {
                Bulletin last = sink.last.get(incident.id());
                assertThat(last).as("%s of %s", sink.name(), incident.id()).isNotNull();
                assertThat(News.gist(last.incident())).isEqualTo(News.gist(incident));
            }
            assertThat(sink.repeated).isLessThanOrEqualTo(sink.lost);
        }
    }

    /** A sink that refuses, or takes a message and loses its answer. */
    private final class Told implements Sink {
        private final String name;
        private final Map<String, Bulletin> last = new HashMap<>();
        private final Set<String> unsettled = new HashSet<>();
        private int trouble = 300;
        private int repeated;
        private int lost;

        Told(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(News news) {
            return MESSAGES.contains(news);
        }

        @Override
        public String tell(Bulletin bulletin) {
            turns.port();
            int luck = random.nextInt(1000);
            if (luck < trouble / 2) {
                throw new SinkException("not taken");
            }
            Bulletin before = last.put(bulletin.incident().id(), bulletin);
            if (before != null
                    && News.gist(before.incident()).equals(News.gist(bulletin.incident()))
                    && before.incident().state() == bulletin.incident().state()) {
                repeated++;
            }
            unsettled.add(bulletin.incident().id());
            if (luck < trouble) {
                lost++;
                unsettled.remove(bulletin.incident().id());
                throw new SinkException("taken, and the answer was lost");
            }
            return "";
        }
    }

    /** The ledger, at each of whose calls the worker may die: before it, or after it and before the answer. */
    private final class Stepping implements Ledger {
        @Override
        public Found find(EventKey event, Collection<Fingerprint> fingerprints) {
            turns.port();
            return memory.find(event, fingerprints);
        }

        @Override
        public Optional<Incident> incident(String id) {
            turns.port();
            return memory.incident(id);
        }

        @Override
        public List<Incident> living() {
            turns.port();
            return memory.living();
        }

        @Override
        public boolean commit(Commit commit) {
            turns.port();
            boolean done = memory.commit(commit);
            turns.port();
            return done;
        }

        @Override
        public List<Telling> due(Instant now, int limit) {
            turns.port();
            return memory.due(now, limit);
        }

        @Override
        public Optional<Telling> telling(String incident, String sink) {
            turns.port();
            return memory.telling(incident, sink);
        }

        @Override
        public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
            turns.port();
            Optional<Telling> taken = memory.take(telling, owner, now, until);
            turns.port();
            return taken;
        }

        @Override
        public boolean settle(Telling settled, String owner) {
            Told sink = sinks.stream()
                    .filter(s -> s.name().equals(settled.sink()))
                    .findFirst()
                    .orElseThrow();
            try {
                turns.port();
            } catch (Turns.Crash dead) {
                if (sink.unsettled.remove(settled.incident())) {
                    sink.lost++;
                }
                throw dead;
            }
            boolean done = memory.settle(settled, owner);
            sink.unsettled.remove(settled.incident());
            turns.port();
            return done;
        }

        @Override
        public Optional<Instant> waitingSince() {
            return memory.waitingSince();
        }
    }
}
