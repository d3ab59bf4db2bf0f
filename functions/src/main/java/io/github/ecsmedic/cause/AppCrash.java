package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** The process ended by itself; why stands in its log. */
public final class AppCrash implements CauseRule {
    @Override
    public String id() {
        return "app.crash";
    }

    @Override
    public String meaning() {
        return "The process ended by itself with a code other than 0; the decisive lines of its log are shown";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return AppLabels.exited(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("container-exit", "nonzero", "segfault"), passes("stop-order"), answers("log-tail"));
    }

    @Override
    public String summary(Proof proof) {
        return proof.evidence("container-exit").stream()
                .map(Evidence::fact)
                .findFirst()
                .orElse("The container ended by itself");
    }
}
