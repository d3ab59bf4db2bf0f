package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Diagnosis.Difference;
import io.github.ecsmedic.model.Exhibit;
import java.util.List;

/** What was deployed last is what broke the service. */
public final class DeploymentBadRevision implements CauseRule {
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "deployment.bad_revision";
    }

    @Override
    public String meaning() {
        return "The new revision of the service fails where the one before it is healthy; their difference is listed";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return DeploymentLabels.ofARevision(inquiry);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails(
                        "deployment-in-progress",
                        "rolling-out",
                        "rolling-back",
                        "rolled-back",
                        "stopped",
                        "rollback-failed"),
                passes("previous-revision-healthy"),
                fails("revision-difference", "differs"),
                adds("previous-image"));
    }

    @Override
    public String summary(Proof proof) {
        String failing = name(proof.resources("deployment-in-progress").first("task-definition"));
        String good = name(proof.resources("previous-revision-healthy").first("previous-task-definition"));
        String revision = failing.equals(good) ? "The new deployment of " + failing : "The new revision " + failing;
        String before = good.isEmpty() || failing.equals(good) ? "the one before it" : good;
        return revision + " fails where " + before + " is healthy" + change(proof)
                + state(proof.fault("deployment-in-progress"), failing, good);
    }

    private static String name(String definition) {
        return definition.substring(definition.lastIndexOf('/') + 1);
    }

    /** e.g. {@code : they differ in image, command}. */
    private static String change(Proof proof) {
        List<String> fields = proof.result("revision-difference") instanceof CheckResult.Failed failed
                ? failed.exhibits().stream()
                        .filter(Exhibit.Differences.class::isInstance)
                        .flatMap(e -> ((Exhibit.Differences) e).fields().stream())
                        .map(Difference::field)
                        .toList()
                : List.of();
        String more = fields.size() > NAMED ? " and more" : "";
        return fields.isEmpty()
                ? ""
                : "; they differ in " + String.join(", ", fields.subList(0, Math.min(NAMED, fields.size()))) + more;
    }

    /** A way back that nobody has noticed is the worst news of a deployment: what runs is not what was deployed. */
    private static String state(String fault, String failing, String good) {
        boolean told = !good.isEmpty() && !good.equals(failing);
        return switch (fault) {
            case "rolling-back" -> ". ECS is rolling it back" + (told ? " to " + good : "");
            case "rolled-back" ->
                ". ECS has rolled it back" + (told ? ": " + good + " runs, " + failing + " does not" : "");
            case "rollback-failed" -> ". The way back failed";
            case "stopped" -> ". Its deployment was stopped without a way back";
            default -> "";
        };
    }
}
