package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** The containers together need more than the task has. */
public final class MemoryTaskLimit implements CauseRule {
    @Override
    public String id() {
        return "memory.task_limit";
    }

    @Override
    public String meaning() {
        return "The containers used more memory than the task has";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("memory.oom");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("container-exit", "out-of-memory"), fails("memory-limit", "task"), adds("memory-used"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("memory-limit").first("container")
                + " was killed at the limit of the task: "
                + proof.evidence("memory-limit").stream()
                        .map(Evidence::fact)
                        .findFirst()
                        .orElse("");
    }
}
