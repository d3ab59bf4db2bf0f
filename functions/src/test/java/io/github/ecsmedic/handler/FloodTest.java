package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.CountedDynamo;
import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.store.TableLedger;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A minute in which everything fails, on the table of AWS's own DynamoDB for development. */
class FloodTest {
    private static final int EVENTS = Integer.getInteger("flood", 1_000);
    private static final int SERVICES = EVENTS / 20;
    private static final int BATCH = 10;
    private static final int ENVIRONMENTS = 5;
    private static final long MINUTE = 60_000;

    private final Ticking clock = new Ticking();
    private final Inbox slack = new Inbox("slack");
    private final Causes engine = new Causes();
    private final CountedDynamo dynamo = LocalTable.counted();
    private final Ledger ledger = new TableLedger(LocalTable.empty(dynamo), clock);
    private final AtomicInteger ids = new AtomicInteger();
    private final Parts parts =
            new Parts(engine, (region, budget) -> null, ledger, clock, () -> "i-" + ids.incrementAndGet(), true);

    /** An event and the millisecond of the minute in which it happens. */
    private record Event(long at, String body) {}

    private Queue<Event> minute() {
        List<Event> events = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < EVENTS; i++) {
            String service = "s" + i % SERVICES;
            engine.set(service, "secrets.not_found", secretGone(service));
            long at = random.nextLong(MINUTE);
            events.add(new Event(
                    at,
                    Batches.stopped(
                            service, "t" + i, 3, Seen.START.plusMillis(at).toString())));
        }
        Collections.sort(events, (a, b) -> Long.compare(a.at(), b.at()));
        return new ConcurrentLinkedQueue<>(events);
    }

    @Test
    void events_ofAMinuteInWhichEverythingFails_areOneMessageAnIncident() throws Exception {
        Queue<Event> queue = minute();
        long begun = System.nanoTime();
        List<Callable<Integer>> environments = new ArrayList<>();
        for (int i = 0; i < ENVIRONMENTS; i++) {
            environments.add(() -> drain(queue));
        }
        int batches = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(ENVIRONMENTS)) {
            for (var one : threads.invokeAll(environments)) {
                batches += one.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Long> requests = dynamo.requests();
        int messages = slack.taken.size();
        long sum = requests.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "flood: %,d events of %,d services in %.1f s (%,.0f a second), %,d batches, %,d diagnoses, %,d messages,"
                        + " %,d requests to DynamoDB (%.1f an event) %s%n",
                EVENTS,
                SERVICES,
                seconds,
                EVENTS / seconds,
                batches,
                engine.asked.get(),
                messages,
                sum,
                (double) sum / EVENTS,
                requests);
        List<Incident> living = ledger.living();
        assertThat(queue).isEmpty();
        List<Incident> single = living.stream().filter(i -> !storm(i)).toList();
        assertThat(single).hasSize(SERVICES);
        assertThat(single.stream().mapToInt(Incident::failures).sum()).isEqualTo(EVENTS);
        assertThat(living).hasSize(SERVICES + 1);
        assertThat(slack.taken.stream().filter(b -> storm(b.incident()) && b.news() == News.OPENED))
                .as("the message of the storm")
                .hasSize(1);
        assertThat(slack.taken.stream()
                        .filter(b -> !storm(b.incident()))
                        .collect(Collectors.groupingBy(b -> b.incident().id(), Collectors.counting())))
                .as("told before it was a storm")
                .hasSizeLessThanOrEqualTo(Storm.FLOOR + BATCH * ENVIRONMENTS)
                .allSatisfy((incident, times) -> assertThat(times).as(incident).isEqualTo(1));
        assertThat(engine.asked.get()).isLessThanOrEqualTo(2 * SERVICES + BATCH * ENVIRONMENTS);
        assertThat(sum).isLessThanOrEqualTo(8L * EVENTS + 30L * SERVICES);
    }

    private static boolean storm(Incident incident) {
        return incident.fingerprint().storm();
    }

    /** One environment after the other takes the next ten, at the time of the newest of them. */
    private int drain(Queue<Event> queue) throws java.io.IOException {
        DiagnoseHandler handler = new DiagnoseHandler(
                new BatchWork(parts, budget -> List.of(slack)), "diagnose", SimulatedFunction.NO_LOG);
        int batches = 0;
        while (true) {
            List<String> bodies = new ArrayList<>();
            Event event = queue.poll();
            while (event != null) {
                bodies.add(event.body());
                clock.until(Seen.START.plusMillis(event.at()));
                event = bodies.size() < BATCH ? queue.poll() : null;
            }
            if (bodies.isEmpty()) {
                return batches;
            }
            batches++;
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(
                    Batches.of(bodies.toArray(String[]::new)), answer, new Invocation("request", 120_000));
            assertThat(answer.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("{\"batchItemFailures\":[]}");
        }
    }
}
