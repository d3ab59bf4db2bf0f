package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.CulpritLog;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** The process ended by itself; why stands in its log. */
public final class AppCrash implements CauseRule {
    /** Characters of the log's decisive line that stand in the summary. */
    private static final int SAID = 120;

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
        return List.of(fails("container-exit", "nonzero", "segfault"), answers("log-tail"), passes("stop-order"));
    }

    @Override
    public String summary(Proof proof) {
        String end = proof.evidence("container-exit").stream()
                .map(Evidence::fact)
                .findFirst()
                .orElse("The container ended by itself");
        String said = proof.evidence("log-tail").stream()
                .map(e -> CulpritLog.essence(e, SAID))
                .findFirst()
                .orElse("");
        return said.isEmpty() ? end : end + ": " + said;
    }
}
