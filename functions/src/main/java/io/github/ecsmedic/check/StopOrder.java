package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.util.Set;

/** Asks whether somebody ordered the stop, so that an exit code is only its consequence. */
public final class StopOrder implements Check {
    @Override
    public String id() {
        return "stop-order";
    }

    @Override
    public String question() {
        return "Did the task end by itself, without an order to stop";
    }

    @Override
    public Set<String> actions() {
        return Set.of();
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null) {
            return new NotApplicable("there is no task");
        }
        return switch (task.stopCode()) {
            case "EssentialContainerExited" -> passed("An essential container ended by itself");
            case "TaskFailedToStart" -> passed("The task failed to start");
            case "UserInitiated" -> ordered("user", "Somebody stopped the task");
            case "ServiceSchedulerInitiated" -> ordered("scheduler", "The service stopped the task");
            case "SpotInterruption", "TerminationNotice" -> ordered("platform", "The platform took the host back");
            case "" -> new NotApplicable("the event names no stop code");
            default -> ordered("other", "The task was stopped with code " + task.stopCode());
        };
    }

    private static CheckResult passed(String fact) {
        return new Passed(Resources.NONE, new Evidence(fact, "event"));
    }

    private static CheckResult ordered(String fault, String fact) {
        return new Failed(fault, Resources.NONE, new Evidence(fact, "event"));
    }
}
