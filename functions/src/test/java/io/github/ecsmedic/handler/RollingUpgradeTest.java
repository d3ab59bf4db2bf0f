package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.store.Forms;
import io.github.ecsmedic.store.TableLedger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions on one table and one queue: the newer one has other forms of some rows, and takes over bit by bit. */
class RollingUpgradeTest {
    private static final int EVENTS = 150;
    private static final int SERVICES = 15;
    private static final List<String> KINDS = List.of("INCIDENT", "EVENT", "KEY", "STORM", "LIVING", "ACTION");

    private final Ticking clock = new Ticking();
    private final Inbox slack = new Inbox("slack");
    private final Causes engine = new Causes();
    private final Table table = LocalTable.empty();
    private final AtomicInteger ids = new AtomicInteger();
    private final List<String> left = new ArrayList<>();
    private int returned;

    private BatchWork version(Map<String, Long> later) {
        Ledger ledger = new TableLedger(table, clock, new Forms(later, left::add));
        Parts parts =
                new Parts(engine, (region, budget) -> null, ledger, clock, () -> "i-" + ids.incrementAndGet(), true);
        return new BatchWork(parts, budget -> List.of(slack));
    }

    private Deque<QueuedMessage> queue(SplittableRandom random) {
        Deque<QueuedMessage> queue = new ArrayDeque<>();
        for (int i = 0; i < EVENTS; i++) {
            String service = "s" + random.nextInt(SERVICES);
            engine.set(service, "secrets.not_found", secretGone(service));
            String at = Seen.START.plusSeconds(i).toString();
            queue.add(message("m" + i, Batches.stopped(service, "t" + i, 3, at), 1));
        }
        return queue;
    }

    private static QueuedMessage message(String id, String body, int receives) {
        return new QueuedMessage(id, "ecs-medic-events", body, receives);
    }

    /** What the version could not work in is handed out once more, as the queue does. */
    private void work(BatchWork version, Deque<QueuedMessage> queue) {
        List<QueuedMessage> batch = new ArrayList<>();
        while (batch.size() < 5 && !queue.isEmpty()) {
            batch.add(queue.removeFirst());
        }
        BatchWork.Result result = version.of(batch, Budget.of(120_000));
        for (int i = 0; i < batch.size(); i++) {
            if (result.done().get(i).fate() instanceof Fate.Returned(String why)) {
                assertThat(why).contains("newer than 1");
                QueuedMessage back = batch.get(i);
                queue.addLast(message(back.id(), back.body(), back.receiveCount() + 1));
                returned++;
            }
        }
        clock.forward(Duration.ofSeconds(1));
    }

    private Map<Table.Key, Long> forms() {
        Map<Table.Key, Long> forms = new HashMap<>();
        LocalTable.rows(table).forEach(row -> forms.put(row.key(), row.number("schema")));
        return forms;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void events_workedInByTwoVersions_areCountedAndToldOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Long> later = new HashMap<>(Map.of("INCIDENT", 2L));
        KINDS.stream().filter(_ -> random.nextBoolean()).forEach(kind -> later.put(kind, 2L));
        BatchWork older = version(Map.of());
        BatchWork newer = version(later);
        Deque<QueuedMessage> queue = queue(random);
        for (int turn = 0; !queue.isEmpty(); turn++) {
            boolean upgraded = random.nextInt(60) < turn;
            Map<Table.Key, Long> before = forms();
            work(upgraded ? newer : older, queue);
            Map<Table.Key, Long> after = forms();
            before.forEach((key, form) -> {
                if (form == 2) {
                    assertThat(after).as("what the newer version stored").containsKey(key);
                    assertThat(after.get(key)).as("%s", key).isEqualTo(2);
                }
            });
        }
        // the older one left messages about what it may not read
        clock.forward(Duration.ofMinutes(2));
        work(newer, queue);

        List<Incident> living = new TableLedger(table, clock, new Forms(later, left::add))
                .living().stream().filter(i -> !i.fingerprint().storm()).toList();
        assertThat(living.stream().mapToInt(Incident::failures).sum()).isEqualTo(EVENTS);
        assertThat(living).hasSize((int)
                living.stream().map(i -> i.fingerprint().key()).distinct().count());
        assertThat(slack.taken.stream()
                        .filter(b -> b.news() == News.OPENED
                                && !b.incident().fingerprint().storm())
                        .collect(Collectors.groupingBy(b -> b.incident().id(), Collectors.counting())))
                .allSatisfy((incident, times) -> assertThat(times).as(incident).isEqualTo(1));
        assertThat(returned).as("left to the newer version").isPositive();
    }
}
