package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Message;
import io.github.ecsmedic.signature.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From an event, or a task, to a diagnosis. Same input, same answer. */
public final class Diagnoser {
    /** What the engine reads itself: the task's definition and service, and the service's stopped tasks. */
    public static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeTags",
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "ecs:DescribeTasks",
            "ecs:ListTasks");

    /** What it reads once the cause is known: who else is hit, and what was changed before. */
    public static final Set<String> AFTERMATH_ACTIONS = Aftermath.ACTIONS;

    private final Investigation investigation;
    private final Silence silence;

    public Diagnoser(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
        this.investigation = new Investigation(signatures, checks, causes, fixes);
        this.silence = new Silence(investigation);
    }

    /** Diagnoses an event; benign ones cost no read. */
    public Outcome diagnose(EcsEvent event, Account account) {
        return OtherFacts.told(found(event, account), account);
    }

    private Outcome found(EcsEvent event, Account account) {
        return switch (Failing.of(event)) {
            case Failing.OfTask(Subject subject, Task task) -> diagnose(subject, task, account);
            case Failing.OfService(Subject subject, Message message, Instant at) ->
                new Outcome.Diagnosed(investigation.service(subject, message, at, account));
            case Failing.OfShortfall(Subject subject, EcsEvent.Shortfall shortfall) ->
                new Outcome.Diagnosed(silence.of(subject, shortfall, account));
            case Failing.Nothing(String why) -> new Outcome.Ignored(why);
        };
    }

    /** What an event shows by itself, without a read; empty when it is nothing for us. */
    public Optional<Symptom> symptom(EcsEvent event) {
        return switch (Failing.of(event)) {
            case Failing.OfTask(Subject subject, Task task) -> Optional.of(investigation.symptom(subject, task));
            case Failing.OfService(Subject subject, Message message, Instant _) ->
                Optional.of(investigation.symptom(subject, message));
            case Failing.OfShortfall(Subject subject, var _) -> Optional.of(Silence.symptom(subject));
            case Failing.Nothing _ -> Optional.empty();
        };
    }

    /** Diagnoses a task on demand. */
    public Outcome diagnose(Subject subject, Task task, Account account) {
        return new Outcome.Diagnosed(investigation.task(subject, task, account));
    }

    /**
     * What failed last of a service, on demand: its newest failed task, or what its newest message names; ignored when
     * neither is there. Unknown when its stopped tasks could not be read.
     */
    public Answer<Outcome> diagnose(Subject subject, Service service, Account account) {
        return silence.newest(subject, service, account);
    }
}
