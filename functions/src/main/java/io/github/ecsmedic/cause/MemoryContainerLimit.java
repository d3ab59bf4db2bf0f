package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** The container's own limit is smaller than the task's memory. */
public final class MemoryContainerLimit implements CauseRule {
    @Override
    public String id() {
        return "memory.container_limit";
    }

    @Override
    public String meaning() {
        return "The container used more memory than its own limit allows";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("memory.oom");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("container-exit", "out-of-memory"), fails("memory-limit", "container"), adds("memory-used"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("memory-limit").first("container") + " was killed at its own limit: "
                + proof.evidence("memory-limit").stream()
                        .map(Evidence::fact)
                        .findFirst()
                        .orElse("");
    }
}
