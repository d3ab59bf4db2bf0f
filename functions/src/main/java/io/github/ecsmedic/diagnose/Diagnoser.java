package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Signature;
import java.util.List;
import java.util.Set;

/** From an event, or a task, to a diagnosis. Same input, same answer. */
public final class Diagnoser {
    /** What the engine reads itself: the task's definition and service, and the service's stopped tasks. */
    public static final Set<String> ACTIONS =
            Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition", "ecs:DescribeTasks", "ecs:ListTasks");

    private final List<Signature> signatures;
    private final List<Check> checks;
    private final List<CauseRule> causes;
    private final List<Fix> fixes;

    public Diagnoser(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
        this.signatures = List.copyOf(signatures);
        this.checks = List.copyOf(checks);
        this.causes = List.copyOf(causes);
        this.fixes = List.copyOf(fixes);
    }

    /** Diagnoses an event; benign ones cost no read. */
    public Outcome diagnose(EcsEvent event, Account account) {
        return new Outcome.Ignored("not built yet" + signatures.size() + checks.size() + causes.size() + fixes.size());
    }

    /** Diagnoses a task on demand. */
    public Outcome diagnose(Subject subject, Task task, Account account) {
        return new Outcome.Ignored("not built yet" + subject + task + account);
    }
}
