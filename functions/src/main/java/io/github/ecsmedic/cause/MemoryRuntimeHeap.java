package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The runtime's heap has a limit of its own. */
public final class MemoryRuntimeHeap implements CauseRule {
    @Override
    public String id() {
        return "memory.runtime_heap";
    }

    @Override
    public String meaning() {
        return "The limit of the language runtime's own heap was met";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return AppLabels.exited(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("log-tail", "runtime-heap"), fails("container-exit"));
    }

    @Override
    public String summary(Proof proof) {
        return "Container " + proof.resources("container-exit").first("container")
                + " met the limit of its runtime's heap; more memory for the task alone does not help";
    }
}
