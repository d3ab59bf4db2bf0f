package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.treat.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Takes each message of a batch from its event into the ledger, all of them side by side; then tells what is due. */
final class BatchWork {
    private final Parts parts;
    private final Outlets outlets;
    private final Stopgap stopgap;

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
        Requests requests = new Requests(parts, sinks);
        List<Callable<Fate>> pieces = batch.stream()
                .<Callable<Fate>>map(message -> () -> message.queue().endsWith(Requests.QUEUE)
                        ? requests.of(message.body())
                        : one(message, intake, budget))
                .toList();
        List<Future<Fate>> fates = parts.sideBySide().run(pieces, budget.intake());
        List<Done> done = new ArrayList<>();
        List<Incident> unrecorded = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Fate fate = fate(fates.get(i));
            done.add(new Done(batch.get(i).id(), fate));
            if (fate instanceof Fate.Unrecorded(Incident incident, String _)) {
                unrecorded.add(incident);
            }
        }
        return new Result(
                done,
                unrecorded.isEmpty() ? sent(done, sinks, budget) : stopgap.tell(unrecorded, sinks, budget.sending()));
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
        List<Delivery> all = new ArrayList<>(new Dispatcher(parts).send(sinks, budget.sending()));
        all.addAll(new Unrecognised(parts).keep(done.stream().map(Done::fate).toList()));
        return all;
    }

    /** A bug brings the message back to the queue, and in the end to the dead-letter queue, where a person finds it. */
    private static Fate fate(Future<Fate> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> new Fate.Returned("bug: " + SideBySide.fault(done.exceptionNow()));
            case CANCELLED, RUNNING -> new Fate.Returned("time: it did not end within the invocation");
        };
    }

    private static Fate one(QueuedMessage message, Intake intake, Budget budget) {
        EcsEvent event = EventReader.read(message.body());
        if (event instanceof EcsEvent.Ignored(String why)) {
            return why.equals(EventReader.NO_JSON) ? new Fate.Returned(why) : new Fate.Ignored(why);
        }
        return intake.of(event, budget.diagnosis(), message.receiveCount() <= 1);
    }
}
