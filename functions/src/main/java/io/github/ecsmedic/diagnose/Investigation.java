package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.Ahead;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Message;
import io.github.ecsmedic.signature.Reading;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Recognition;
import io.github.ecsmedic.signature.Signature;
import io.github.ecsmedic.signature.TaskRecogniser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One failure: recognised, asked about, concluded. */
final class Investigation {
    /** Labels that only say that tasks fail; the tasks say why. */
    private static final Set<String> LOOK_AT_TASKS = Set.of(
            "deployment.circuit_breaker",
            "deployment.circuit_breaker_rollback",
            "deployment.rollback",
            "deployment.rollback_failed",
            "deployment.start_impaired",
            "health.unknown");

    private final Recogniser recogniser;
    private final TaskRecogniser tasks;
    private final List<Check> checks;
    private final List<CauseRule> causes;
    private final List<Fix> fixes;

    Investigation(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
        this.recogniser = new Recogniser(signatures);
        this.tasks = new TaskRecogniser(recogniser);
        this.checks = List.copyOf(checks);
        this.causes = List.copyOf(causes);
        this.fixes = List.copyOf(fixes);
    }

    /** What a task shows by itself. */
    Symptom symptom(Subject subject, Task task) {
        Recognition seen = tasks.read(task, null).seen();
        return Symptoms.of(subject, seen, Alerts.ofMessage(seen, task));
    }

    /** What a message shows by itself. */
    Symptom symptom(Subject subject, Message message) {
        Recognition seen = recogniser.recognise(message);
        return Symptoms.of(subject, seen, Alerts.ofMessage(seen, null));
    }

    /** A stopped task, or one that has been told to stop. */
    Diagnosis task(Subject subject, Task task, Account account) {
        Reading reading = tasks.read(task, null);
        AlertClass alert = Alerts.resolve(reading.seen(), task, subject, account);
        Report report = new Report(
                subject,
                reading.seen().label(),
                alert,
                reading.text(),
                task.times().stoppedAt());
        if (alert == AlertClass.BENIGN) {
            return report.quiet(account);
        }
        Inquiry first = new Inquiry(subject, task, reading.culprit(), reading.seen(), account);
        return whileReadingAhead(first, () -> failed(report, subject, task, account));
    }

    /** What was read ahead and then not needed was sent all the same: it is counted, and told when it was refused. */
    static Diagnosis whileReadingAhead(Inquiry inquiry, Supplier<Diagnosis> investigation) {
        Diagnosis diagnosis;
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Ahead.of(inquiry).forEach(ahead::execute);
            if (!inquiry.subject().service().isEmpty()) {
                ahead.execute(() -> readService(inquiry));
            }
            diagnosis = investigation.get();
        }
        return OtherFacts.named(diagnosis, inquiry.account())
                .withCost(inquiry.account().cost());
    }

    /** Every report wants it. */
    private static void readService(Inquiry inquiry) {
        inquiry.account()
                .workloads()
                .service(inquiry.subject().cluster(), inquiry.subject().service());
    }

    private Diagnosis failed(Report report, Subject subject, Task task, Account account) {
        Answer<TaskDefinition> definition = account.workloads().taskDefinition(task.taskDefinitionArn());
        Reading reading = tasks.read(task, value(definition));
        Inquiry inquiry = new Inquiry(subject, task, reading.culprit(), reading.seen(), account);
        Report refined = report.about(reading.seen().label(), reading.text());
        return definition instanceof Answer.Unknown<TaskDefinition> unknown
                ? conclude(refined.without("task-definition", unknown), inquiry)
                : conclude(refined, inquiry);
    }

    /** A message about a service, which may have tasks that tell more. */
    Diagnosis service(Subject subject, Message message, @Nullable Instant at, Account account) {
        Recognition seen = recogniser.recognise(message);
        AlertClass alert = Alerts.resolve(seen, null, subject, account);
        Report report = new Report(subject, seen.label(), alert, message.text(), at);
        Inquiry inquiry = Inquiry.ofMessage(subject, seen, message.text(), account);
        if (alert == AlertClass.BENIGN) {
            return report.quiet(account);
        }
        if (!LOOK_AT_TASKS.contains(seen.label()) || subject.service().isEmpty()) {
            return conclude(report, inquiry);
        }
        return switch (newestFailed(subject, account)) {
            case Answer.Unknown<Optional<Task>> unknown -> conclude(report.without("stopped-tasks", unknown), inquiry);
            case Answer.Known<Optional<Task>>(Optional<Task> task, String ignored) ->
                task.map(t -> ofItsTask(report, subject, t, account)).orElseGet(() -> conclude(report, inquiry));
        };
    }

    /** The service's label and text stand; the causes are those of the task. */
    private Diagnosis ofItsTask(Report report, Subject subject, Task task, Account account) {
        Reading reading = tasks.read(task, value(account.workloads().taskDefinition(task.taskDefinitionArn())));
        Subject withTask = new Subject(
                subject.account(),
                subject.region(),
                subject.cluster(),
                subject.service(),
                task.arn(),
                task.taskDefinition());
        return conclude(report.of(withTask), new Inquiry(withTask, task, reading.culprit(), reading.seen(), account));
    }

    /** The newest stopped task of a service that did not end as it should. */
    Answer<Optional<Task>> newestFailed(Subject subject, Account account) {
        return switch (account.workloads().stoppedTasks(subject.cluster(), subject.service())) {
            case Answer.Unknown<List<Task>> unknown -> unknown.as();
            case Answer.Known<List<Task>>(List<Task> stopped, String source) ->
                new Answer.Known<>(
                        stopped.stream()
                                .filter(task ->
                                        alerts(tasks.read(task, null).seen().alert()))
                                .findFirst(),
                        source);
        };
    }

    private static boolean alerts(AlertClass alert) {
        return alert == AlertClass.FAILURE || alert == AlertClass.JUDGE;
    }

    /** From the recognised failure on. */
    Diagnosis conclude(Report report, Inquiry inquiry) {
        List<CauseRule> rules =
                causes.stream().filter(rule -> rule.explains(inquiry)).toList();
        Set<String> asked = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::check)
                .collect(Collectors.toSet());
        List<Check> asking = checks.stream().filter(c -> asked.contains(c.id())).toList();
        Subject subject = inquiry.subject();
        if (!subject.service().isEmpty()) { // of a message; that of a task is being read already
            Thread.startVirtualThread(() -> readService(inquiry));
        }
        Proof proof = new Proof(inquiry, Verdicts.of(asking, inquiry));
        Diagnosis concluded =
                report.concluded(Conclusion.of(rules, proof), proof, PacketPath.of(asking, proof.results()), fixes);
        return OtherFacts.named(Aftermath.of(concluded, inquiry, rules), inquiry.account());
    }

    private static @Nullable TaskDefinition value(Answer<TaskDefinition> answer) {
        return answer instanceof Answer.Known<TaskDefinition>(TaskDefinition known, String ignored) ? known : null;
    }
}
