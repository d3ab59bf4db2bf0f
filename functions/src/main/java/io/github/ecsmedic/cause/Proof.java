package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Map;

/** The verdicts from which a cause is concluded, by check id; holds at least those of the cause's conditions. */
public record Proof(Inquiry inquiry, Map<String, CheckResult> results) {
    public Proof {
        results = Map.copyOf(results);
    }

    /** A check's verdict. */
    public CheckResult result(String check) {
        CheckResult result = results.get(check);
        return result == null ? new CheckResult.Inconclusive("not asked: " + check) : result;
    }

    /** The objects that a check named, whether it passed or failed. */
    public Resources resources(String check) {
        return switch (result(check)) {
            case CheckResult.Failed failed -> failed.resources();
            case CheckResult.Passed passed -> passed.resources();
            case CheckResult.NotApplicable ignored -> Resources.NONE;
            case CheckResult.Inconclusive ignored -> Resources.NONE;
        };
    }

    /** The facts that a check brought, whether it passed or failed. */
    public List<Evidence> evidence(String check) {
        return switch (result(check)) {
            case CheckResult.Failed failed -> failed.evidence();
            case CheckResult.Passed passed -> passed.evidence();
            case CheckResult.NotApplicable ignored -> List.of();
            case CheckResult.Inconclusive ignored -> List.of();
        };
    }

    /** Which fault a check found, or {@code ""}. */
    public String fault(String check) {
        return result(check) instanceof CheckResult.Failed failed ? failed.fault() : "";
    }
}
