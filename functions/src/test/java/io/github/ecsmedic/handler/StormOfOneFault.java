package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.CountedDynamo;
import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.store.TableLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Equal failures of one service, as SQS hands them over: ten at a time, a thousand a minute. All is counted that leaves the
 * function: what is read of the account over the real SDK, what is asked of DynamoDB, and what is sent.
 */
public final class StormOfOneFault {
    private static final Path EVENT = Path.of("../events/causes/network.s3_gateway_missing/event.json");
    private static final int BATCH = 10;
    private static final Duration BETWEEN = Duration.ofMillis(600);

    private final Ticking clock = new Ticking();
    private final AccountOnTheWire wire =
            AccountOnTheWire.of(FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs"));
    private final CountedDynamo dynamo = LocalTable.counted();
    final Ledger ledger = new TableLedger(LocalTable.empty(dynamo), clock);
    final List<Inbox> sinks = List.of(new Inbox("sns"), new Inbox("bus", false));
    private final OverTheWire engine = new OverTheWire();
    private final AtomicInteger ids = new AtomicInteger();
    private final BatchWork work = new BatchWork(
            new Parts(engine, (place, budget) -> null, ledger, clock, () -> "i-" + ids.incrementAndGet(), true),
            budget -> List.copyOf(sinks));
    private final String sample;

    StormOfOneFault() throws IOException {
        sample = Files.readString(EVENT);
    }

    /**
     * What left the function.
     *
     * @param perDiagnosis calls that one diagnosis makes which reads, writes its event, and publishes its message: what a
     *     naive handler makes of each event
     */
    record Calls(int events, int perDiagnosis, int diagnoses, int reads, Map<String, Long> dynamo, int sent) {
        long all() {
            return reads + dynamo.values().stream().mapToLong(Long::longValue).sum() + sent;
        }

        double ofNaive() {
            return (double) all() / ((long) events * perDiagnosis);
        }
    }

    private final class OverTheWire implements Engine {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile int calls;

        @Override
        public Optional<Symptom> symptom(EcsEvent event) {
            return Catalogue.full().diagnoser().symptom(event);
        }

        @Override
        public Outcome diagnose(EcsEvent event, Account none) {
            asked.incrementAndGet();
            Outcome outcome = wire.ask(account -> Catalogue.full().diagnoser().diagnose(event, account));
            if (outcome instanceof Outcome.Diagnosed(Diagnosis diagnosis)) {
                calls = diagnosis.cost().apiCalls();
            }
            return outcome;
        }
    }

    private String event(int task) {
        return sample.replace("b".repeat(32), "%032x".formatted(task))
                .replace("2026-11-20T03:10:21.733Z", clock.instant().toString())
                .replace("10.0.0.7", "10.0.0." + task % 200);
    }

    List<Fate> batch(int from, int to) {
        List<QueuedMessage> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            batch.add(new QueuedMessage("m" + i, "ecs-medic-events", event(i), 1));
        }
        return work.of(batch, Budget.of(120_000)).done().stream()
                .map(BatchWork.Done::fate)
                .toList();
    }

    Calls of(int events) {
        for (int from = 0; from < events; from += BATCH) {
            batch(from, Math.min(events, from + BATCH));
            clock.forward(BETWEEN);
        }
        int sent = sinks.stream().mapToInt(sink -> sink.taken.size()).sum();
        return new Calls(
                events, engine.calls + 2, engine.asked.get(), wire.asked().size(), dynamo.requests(), sent);
    }

    /** Prints as JSON what so many equal failures cost; 500 when no number is given. */
    public static void main(String[] arguments) throws IOException {
        Calls calls = new StormOfOneFault().of(arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]));
        System.out.printf(
                "{\"events\":%d,\"callsOfOneDiagnosis\":%d,\"diagnoses\":%d,\"reads\":%d,\"dynamo\":%d,\"sent\":%d,"
                        + "\"all\":%d,\"ofNaive\":%.4f}%n",
                calls.events(),
                calls.perDiagnosis(),
                calls.diagnoses(),
                calls.reads(),
                calls.all() - calls.reads() - calls.sent(),
                calls.sent(),
                calls.all(),
                calls.ofNaive());
    }
}
