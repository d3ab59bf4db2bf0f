package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Takes each message of a batch from its event into the ledger; then tells what is due. */
final class BatchWork {
    /** So often a process looks for what is due though it wrote nothing that is: in a storm this saves a request a batch. */
    static final Duration LOOK = Duration.ofSeconds(5);

    private final Parts parts;
    private final Outlets outlets;
    private final Stopgap stopgap;
    private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

    BatchWork(Parts parts, Outlets outlets) {
        this.parts = parts;
        this.outlets = outlets;
        this.stopgap = new Stopgap(parts);
    }

    /** A message and what became of it. */
    record Done(String id, Fate fate) {}

    /** What became of the messages, in the order of the batch, and of what was told, which may be older. */
    record Result(List<Done> done, List<Delivery> deliveries) {
        Result {
            done = List.copyOf(done);
            deliveries = List.copyOf(deliveries);
        }
    }

    Result of(List<QueuedMessage> batch, Budget budget) {
        List<Sink> sinks = outlets.open(new Deadline(budget.message()));
        Intake intake = new Intake(parts, sinks);
        List<Fate> fates = new Together(parts, intake, new Requests(parts, sinks), budget).fates(batch);
        List<Done> done = new ArrayList<>();
        List<Incident> unrecorded = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            done.add(new Done(batch.get(i).id(), fates.get(i)));
            if (fates.get(i) instanceof Fate.Unrecorded(Incident incident, String _)) {
                unrecorded.add(incident);
            }
        }
        if (!unrecorded.isEmpty()) {
            return new Result(done, stopgap.tell(unrecorded, sinks, budget.sending()));
        }
        boolean asked = batch.stream().anyMatch(message -> message.queue().endsWith(Requests.QUEUE));
        List<Delivery> told = asked || intake.tells() || due() ? sent(done, sinks, budget) : List.of();
        return new Result(
                done,
                Stream.concat(told.stream(), new Unrecognised(parts).keep(fates).stream())
                        .toList());
    }

    /** What others wrote, or what was put off, is looked for once in a while. */
    private boolean due() {
        Instant now = parts.clock().instant();
        Instant last = looked.get();
        return now.isBefore(last) || Duration.between(last, now).compareTo(LOOK) >= 0;
    }

    private List<Delivery> sent(List<Done> done, List<Sink> sinks, Budget budget) {
        try {
            for (Done one : done) {
                if (one.fate() instanceof Fate.Recorded(Incident incident, News news, var _) && news == News.OPENED) {
                    stopgap.recorded(incident, parts.ledger(), parts.ids().get());
                }
            }
        } catch (LedgerException e) {
            return List.of(Delivery.refused("", "", "", e));
        }
        looked.set(parts.clock().instant());
        return new Dispatcher(parts).send(sinks, budget.sending());
    }
}
