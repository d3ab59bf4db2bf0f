package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.secretGone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.CountedDynamo;
import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.store.TableLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an event costs of DynamoDB, written down for docs/cost.md. */
class MeasuredTest {
    private static final Path FILE = Path.of("src/test/resources/cost/measured.properties");

    private final Ticking clock = new Ticking();
    private final Causes engine = new Causes().set("api", "secrets.not_found", secretGone("db"));
    private final CountedDynamo dynamo = LocalTable.counted();
    private final Table table = LocalTable.empty(dynamo);
    private final Ledger ledger = new TableLedger(table, clock);
    private final AtomicInteger ids = new AtomicInteger();
    private final Parts parts =
            new Parts(engine, (region, budget) -> null, ledger, clock, () -> "i-" + ids.incrementAndGet(), true);
    private final BatchWork work =
            new BatchWork(parts, budget -> List.of(new Inbox("slack"), new Inbox("sns"), new Inbox("bus", false)));
    private final Map<String, Long> measured = new TreeMap<>();

    private void measure(String what, Runnable doing) {
        dynamo.forget();
        doing.run();
        clock.forward(Duration.ofMinutes(1));
        dynamo.requests().forEach((operation, times) -> measured.put(what + ".requests." + operation, times));
        measured.put(what + ".readUnits", dynamo.readUnits());
        measured.put(what + ".writeUnits", dynamo.writeUnits());
    }

    /** Equal failures of what is known. */
    private List<QueuedMessage> tenAtOnce() {
        return IntStream.range(0, 10)
                .mapToObj(i -> new QueuedMessage(
                        "m" + i,
                        "ecs-medic-events",
                        Batches.stopped("api", "s" + i, 3, clock.instant().toString()),
                        1))
                .toList();
    }

    private void event(String task) {
        String body = Batches.stopped("api", task, 3, clock.instant().toString());
        work.of(List.of(new QueuedMessage("m", "ecs-medic-events", body, 1)), Budget.of(120_000));
    }

    @Test
    void event_ofEachSort_asksDynamoDbAsOftenAsIsWrittenDown() throws IOException {
        String first = Batches.stopped("api", "t1", 3, clock.instant().toString());
        measure(
                "failure",
                () -> work.of(List.of(new QueuedMessage("m", "ecs-medic-events", first, 1)), Budget.of(120_000)));
        measure("repeated", () -> event("t2"));
        measure("storm", () -> work.of(tenAtOnce(), Budget.of(120_000)));
        measure(
                "duplicate",
                () -> work.of(List.of(new QueuedMessage("m", "ecs-medic-events", first, 2)), Budget.of(120_000)));
        measure("sweep", () -> {
            new Sweep(parts, List.of()).observe(Duration.ofSeconds(5));
            new Dispatcher(parts).send(List.of(new Inbox("slack")), Duration.ofSeconds(5));
            ledger.waitingSince();
        });
        StringBuilder text = new StringBuilder(
                "# Written by MeasuredTest: requests to DynamoDB, and the units that they are billed by.\n");
        measured.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(FILE).hasContent(text.toString());
    }
}
