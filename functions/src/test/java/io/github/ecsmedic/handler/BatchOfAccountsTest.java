package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.model.Place;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchOfAccountsTest {
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger();
    private final Queue<Integer> opened = new ConcurrentLinkedQueue<>();
    private final Ticking clock = new Ticking();

    /** Opens accounts that share nothing but with those of their batch, and notes which that is. */
    private final class ByBatch implements Accounts {
        @Override
        public Account open(Place place, Duration budget) {
            throw new AssertionError("a diagnosis shares with its batch");
        }

        @Override
        public Accounts together() {
            int batch = batches.incrementAndGet();
            return (place, budget) -> {
                opened.add(batch);
                return null;
            };
        }
    }

    private QueuedMessage fails(String service, String task) {
        return new QueuedMessage(
                task,
                "ecs-medic-events",
                Batches.stopped(service, task, 3, clock.instant().toString()),
                1);
    }

    @Test
    void diagnoses_ofOneBatch_shareAndThoseOfAnotherBeginAnew() {
        BatchWork work = new BatchWork(
                new Parts(
                        new Causes(),
                        new ByBatch(),
                        new MemoryLedger(),
                        clock,
                        () -> "i-" + ids.incrementAndGet(),
                        true),
                budget -> List.of());
        work.of(List.of(fails("a", "t1"), fails("b", "t2")), Budget.of(60_000));
        work.of(List.of(fails("c", "t3")), Budget.of(60_000));
        assertThat(opened).containsExactly(1, 1, 2);
    }
}
