package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Task;

/** Puts a failure that a test describes by its label and facts through the whole engine from there on. */
public final class Investigated {
    private static final Catalogue ALL = Catalogue.full();
    private static final Investigation ENGINE =
            new Investigation(ALL.signatures(), ALL.checks(), ALL.causes(), ALL.fixes());

    private Investigated() {}

    /** As a stopped task is: its definition is read while the first reads of the network are under way. */
    public static Diagnosis of(Inquiry inquiry) {
        Task task = inquiry.task();
        Report report = new Report(
                inquiry.subject(),
                inquiry.seen().label(),
                inquiry.seen().alert(),
                inquiry.seen().label(),
                task == null ? null : task.times().stoppedAt());
        if (task == null) {
            return ENGINE.conclude(report, inquiry);
        }
        return Investigation.whileReadingAhead(inquiry, () -> {
            var definition = inquiry.account().workloads().taskDefinition(task.taskDefinitionArn());
            return ENGINE.conclude(
                    definition instanceof Answer.Unknown<?> unknown
                            ? report.without("task-definition", unknown)
                            : report,
                    inquiry);
        });
    }
}
