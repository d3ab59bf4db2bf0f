package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Ahead;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A failure that a test describes by its label and facts, put through the whole engine from there on.
 *
 * @param walk what the failure alone brought, with its cost
 * @param whole with who else is hit and what was changed
 */
public record Investigated(Diagnosis walk, Diagnosis whole) {
    private static final Catalogue ALL = Catalogue.full();
    private static final Investigation ENGINE =
            new Investigation(ALL.signatures(), ALL.checks(), ALL.causes(), ALL.fixes());

    public static Investigated of(Inquiry inquiry) {
        Report report = new Report(
                inquiry.subject(),
                inquiry.seen().label(),
                inquiry.seen().alert(),
                inquiry.seen().label(),
                inquiry.task() == null ? null : inquiry.task().times().stoppedAt());
        List<CauseRule> rules = ENGINE.explaining(inquiry);
        Diagnosis walk = walked(report, inquiry, rules);
        return new Investigated(walk, Investigation.completed(walk, inquiry, rules));
    }

    /** As a stopped task is: its definition is read while the first reads of the network are under way. */
    private static Diagnosis walked(Report report, Inquiry inquiry, List<CauseRule> rules) {
        Task task = inquiry.task();
        if (task == null) {
            return ENGINE.concluded(report, inquiry, rules);
        }
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Ahead.of(inquiry).forEach(ahead::execute);
            var definition = inquiry.account().workloads().taskDefinition(task.taskDefinitionArn());
            Report told = definition instanceof Answer.Unknown<?> unknown
                    ? report.without("task-definition", unknown)
                    : report;
            return ENGINE.concluded(told, inquiry, rules);
        }
    }
}
