package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service of which no event is at hand: what ECS still knows of its failures. */
final class Silence {
    /** That tasks do not start, which is all that a shortfall shows by itself. */
    private static final String LABEL = "deployment.start_impaired";

    private static final String SOURCE = "ecs:DescribeServices";

    private final Investigation investigation;

    Silence(Investigation investigation) {
        this.investigation = investigation;
    }

    static Symptom symptom(Subject subject) {
        return new Symptom(subject, LABEL, AlertClass.FAILURE, List.of());
    }

    Answer<Outcome> newest(Subject subject, Service service, Account account) {
        return switch (investigation.newestFailed(subject, account)) {
            case Answer.Unknown<Optional<Task>> unknown -> unknown.as();
            case Answer.Known<Optional<Task>>(Optional<Task> task, String source) ->
                new Answer.Known<>(
                        task.<Outcome>map(t -> new Outcome.Diagnosed(investigation.task(of(subject, t), t, account)))
                                .orElseGet(() -> ofMessage(subject, service, account)),
                        source);
        };
    }

    /** Where no task was even created, only the service's newest message tells why. */
    private Outcome ofMessage(Subject subject, Service service, Account account) {
        if (service.running() >= service.desired()) {
            return new Outcome.Ignored("service " + service.name() + " runs " + service.running() + " of "
                    + service.desired() + " tasks, and ECS knows no failed task of it");
        }
        return service.messages().stream()
                .findFirst()
                .map(m -> investigation.service(subject, Message.of(Field.SERVICE_EVENT, m.text()), m.at(), account))
                .filter(diagnosis -> diagnosis.alert() != AlertClass.BENIGN)
                .<Outcome>map(Outcome.Diagnosed::new)
                .orElseGet(() -> new Outcome.Ignored("its newest message names no failure"));
    }

    /** Nothing that ECS knows may explain it: then what was seen is told as it is. */
    Diagnosis of(Subject subject, EcsEvent.Shortfall shortfall, Account account) {
        Answer<Optional<Service>> service = account.workloads().service(subject.cluster(), subject.service());
        if (service instanceof Answer.Known<Optional<Service>>(Optional<Service> is, String _) && is.isPresent()) {
            Answer<Outcome> newest = newest(subject, is.get(), account);
            if (newest instanceof Answer.Known<Outcome>(Outcome.Diagnosed(Diagnosis diagnosis), String _)
                    && diagnosis.alert() == AlertClass.FAILURE) {
                return diagnosis;
            }
        }
        return unexplained(subject, shortfall, account);
    }

    private static Diagnosis unexplained(Subject subject, EcsEvent.Shortfall shortfall, Account account) {
        List<Evidence> seen = new ArrayList<>(List.of(new Evidence(shortfall.says(), SOURCE)));
        seen.add(new Evidence("ECS knows no failed task of it, and its newest message names no failure", SOURCE));
        Cause cause = new Cause("unknown", Certainty.POSSIBLE, shortfall.says(), Resources.NONE, seen);
        List<Diagnosis.NotChecked> unread = account.unread().stream()
                .map(unknown -> new Diagnosis.NotChecked("service", unknown.why()))
                .toList();
        if (!unread.isEmpty()) {
            cause = cause.saying(shortfall.says(), seen.subList(0, 1));
        }
        return new Report(subject, LABEL, AlertClass.FAILURE, "", shortfall.since(), unread).told(cause, account);
    }

    private static Subject of(Subject subject, Task task) {
        return new Subject(
                subject.account(),
                subject.region(),
                subject.cluster(),
                subject.service(),
                task.arn(),
                task.taskDefinition());
    }
}
