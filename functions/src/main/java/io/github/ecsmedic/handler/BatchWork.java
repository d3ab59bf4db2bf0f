package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.EventReader;
import io.github.ecsmedic.aws.QueuedMessage;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.handler.Fate.Delivery;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogPrivacy;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Takes each message of a batch from its event to its fate, all of them side by side. */
final class BatchWork {
    private final Engine engine;
    private final Accounts accounts;
    private final Outlets outlets;
    private final boolean logLines;

    /** {@code logLines} is whether lines of a log may reach a sink. */
    BatchWork(Engine engine, Accounts accounts, Outlets outlets, boolean logLines) {
        this.engine = engine;
        this.accounts = accounts;
        this.outlets = outlets;
        this.logLines = logLines;
    }

    /** A message and what became of it. */
    record Done(String id, Fate fate) {}

    /** One answer a message, in the order of the batch. */
    List<Done> of(List<QueuedMessage> batch, Budget budget) {
        List<Sink> sinks = outlets.open(new Deadline(budget.message()));
        List<Callable<Fate>> pieces = batch.stream()
                .<Callable<Fate>>map(message -> () -> one(message, sinks, budget))
                .toList();
        List<Future<Fate>> fates = SideBySide.run(pieces, budget.message());
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            done.add(new Done(batch.get(i).id(), fate(fates.get(i))));
        }
        return done;
    }

    /** A bug brings the message back to the queue, and in the end to the dead-letter queue, where a person finds it. */
    private static Fate fate(Future<Fate> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> new Fate.Returned("bug: " + SideBySide.fault(done.exceptionNow()));
            case CANCELLED, RUNNING -> new Fate.Returned("time: it did not end within the invocation");
        };
    }

    private Fate one(QueuedMessage message, List<Sink> sinks, Budget budget) {
        EcsEvent event = EventReader.read(message.body());
        if (event instanceof EcsEvent.Ignored(String why)) {
            return why.equals(EventReader.NO_JSON) ? new Fate.Returned(why) : new Fate.Ignored(why);
        }
        return switch (engine.diagnose(event, accounts.open(event.region(), budget.diagnosis()))) {
            case Outcome.Ignored(String why) -> new Fate.Ignored(why);
            case Outcome.Diagnosed(Diagnosis diagnosis) ->
                diagnosis.alert() == AlertClass.BENIGN
                        ? new Fate.Quiet(diagnosis)
                        : tell(logLines ? diagnosis : LogPrivacy.without(diagnosis), sinks, budget);
        };
    }

    private Fate tell(Diagnosis diagnosis, List<Sink> sinks, Budget budget) {
        List<Callable<String>> pieces = sinks.stream()
                .<Callable<String>>map(sink -> () -> {
                    sink.send(diagnosis);
                    return "";
                })
                .toList();
        List<Future<String>> sent = SideBySide.run(pieces, budget.sending());
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < sinks.size(); i++) {
            deliveries.add(new Delivery(sinks.get(i).name(), fault(sent.get(i))));
        }
        return deliveries.stream().anyMatch(Delivery::sent)
                ? new Fate.Told(diagnosis, deliveries)
                : new Fate.Returned("no sink took it", deliveries);
    }

    private static String fault(Future<String> sent) {
        return switch (sent.state()) {
            case SUCCESS -> sent.resultNow();
            case FAILED -> refusal(sent.exceptionNow());
            case CANCELLED, RUNNING -> "time: it did not answer";
        };
    }

    /** A sink says itself what to do; anything else is a bug. */
    private static String refusal(Throwable thrown) {
        String text = thrown instanceof SinkException ? thrown.getMessage() : null;
        return text == null ? "bug: " + SideBySide.fault(thrown) : text;
    }
}
