package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that finds the cause that a test set for the service. */
final class Causes implements Engine {
    /** A label and what it comes from. */
    record Fault(String label, Cause cause) {}

    final AtomicInteger asked = new AtomicInteger();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();

    Causes set(String service, String label, Cause cause) {
        faults.put(service, new Fault(label, cause));
        return this;
    }

    private Fault fault(String service) {
        return faults.getOrDefault(service, new Fault("app.crash", Seen.nothing()));
    }

    @Override
    public Optional<Symptom> symptom(EcsEvent event) {
        return event instanceof EcsEvent.TaskStateChange change
                ? Optional.of(new Symptom(
                        subject(change), fault(change.task().service()).label(), alert(event), List.of()))
                : Optional.empty();
    }

    @Override
    public Outcome diagnose(EcsEvent event, Account account) {
        asked.incrementAndGet();
        EcsEvent.TaskStateChange change = (EcsEvent.TaskStateChange) event;
        Fault fault = fault(change.task().service());
        Diagnosis d = Seen.diagnosis(subject(change), fault.label(), fault.cause());
        return new Outcome.Diagnosed(new Diagnosis(
                d.subject(),
                d.label(),
                alert(event),
                d.message(),
                EventKeys.at(event),
                d.capacity(),
                d.causes(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE));
    }

    private static AlertClass alert(EcsEvent event) {
        return NextRun.endedWell(event) ? AlertClass.BENIGN : AlertClass.FAILURE;
    }

    private static Subject subject(EcsEvent.TaskStateChange change) {
        return new Subject(
                "111122223333",
                "us-east-1",
                "shop",
                change.task().service(),
                change.task().arn(),
                "app:7");
    }
}
