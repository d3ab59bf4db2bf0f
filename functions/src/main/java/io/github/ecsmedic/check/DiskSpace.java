package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the disk that the message says is full.
 *
 * <p>Faults: {@code host}, that of the instance; {@code task}, the ephemeral storage of the task.
 */
public final class DiskSpace implements Check {
    /** Labels of messages that say so. */
    public static final Set<String> LABELS = Set.of("storage.host_disk_full", "storage.task_disk_full");

    /** What a task on Fargate has when it asks for no more. */
    private static final int FARGATE_GIB = 20;

    @Override
    public String id() {
        return "disk-space";
    }

    @Override
    public String question() {
        return "Which disk is full, and how large is it";
    }

    @Override
    public Set<String> actions() {
        return Wanted.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the message tells of no full disk");
        }
        Task task = inquiry.task();
        boolean host =
                inquiry.seen().label().equals("storage.host_disk_full") && (task == null || Place.onInstance(task));
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(
                host
                        ? "The message says that the disk on which the instance keeps containers is full"
                        : "The message says that the disk of the task is full",
                "message"));
        Resources named = Resources.of(
                "container-instance",
                task == null ? "" : task.containerInstanceArn(),
                "path",
                inquiry.seen().facts().get(Fact.PATH));
        if (!host
                && task != null
                && task.fargate()
                && Wanted.needs(inquiry) instanceof Known<TaskNeeds>(TaskNeeds needs, String source)) {
            Integer asked = needs.ephemeral();
            int gib = asked == null ? FARGATE_GIB : asked;
            facts.add(new Evidence(
                    "A task of " + needs.definition() + " has " + gib + " GiB of ephemeral storage, its image included",
                    source));
            named = named.and(Resources.of("task-definition", needs.definition()));
        }
        return new Failed(host ? "host" : "task", named, facts, List.of());
    }
}
