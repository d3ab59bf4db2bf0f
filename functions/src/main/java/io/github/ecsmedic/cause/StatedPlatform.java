package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;

import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

/** Causes in ECS itself, in the roles by which it acts and in its deployments, where the message names them. */
public final class StatedPlatform {
    private StatedPlatform() {}

    /** The roles by which ECS acts for the account; whose trust is wrong is told by a check. */
    public static List<CauseRule> roles() {
        return List.of(
                StatedRule.of(
                                "iam.infrastructure_role_denied",
                                Set.of("iam.infrastructure_role"),
                                "The infrastructure role, by which ECS makes volumes and instances, lacks a right or"
                                        + " cannot be assumed",
                                proof -> denied(proof, "The infrastructure role", "cannot be used by ECS"))
                        .with(doesNotPass("denied-by-policy", "identity", "unnamed"), doesNotFail("role-trust"))
                        .provenWhere(inquiry -> inquiry.seen().facts().has(Fact.ACTION)),
                StatedRule.of(
                                "iam.service_role_denied",
                                Set.of("iam.service_permissions"),
                                "The role by which ECS acts for the service lacks a right or does not trust ECS any more",
                                proof -> denied(
                                        proof,
                                        "The role by which ECS acts for the service",
                                        "was changed: it lacks a right or does not trust ECS any more"))
                        .with(doesNotPass("denied-by-policy", "identity", "unnamed")));
    }

    /** A deployment that an alarm ended. */
    public static List<CauseRule> deployment() {
        return List.of(StatedRule.of(
                        "deployment.alarm",
                        Set.of("deployment.alarm_rollback"),
                        "A CloudWatch alarm of the service fired while the deployment was under way, so ECS ended the"
                                + " deployment",
                        proof -> {
                            List<String> alarms =
                                    proof.resources("deployment-in-progress").ids("alarm");
                            return "The deployment was ended by "
                                    + (alarms.isEmpty()
                                            ? "an alarm of the service"
                                            : (alarms.size() == 1 ? "alarm " : "alarms ") + String.join(", ", alarms))
                                    + "; it fired while the new revision was rolled out";
                        })
                .with(adds("deployment-in-progress")));
    }

    /** ECS itself. */
    public static List<CauseRule> service() {
        return List.of(
                StatedRule.of(
                                "capacity.provisioning_limit",
                                "capacity.provisioning_limit",
                                "As many tasks of the cluster wait for instances as ECS lets wait: 500")
                        .with(answers("scaling-group")),
                StatedRule.of(
                        "platform.throttled",
                        "service_api.throttled",
                        "Calls that ECS makes for the account are throttled",
                        "Calls that ECS makes for the account are throttled; it tries again by itself"),
                StatedRule.of(
                        "platform.internal_error",
                        "service_api.internal_error",
                        "ECS reports an error of its own",
                        "ECS reports an error of its own; nothing of the account is named"));
    }

    private static String denied(Proof proof, String role, String otherwise) {
        Resources denied = proof.resources("denied-by-policy");
        String name = denied.and(proof.resources("role-trust")).first("role");
        String who = role + (name.isEmpty() ? "" : " " + name);
        String on = denied.first("denied-resource");
        return denied.first("action").isEmpty()
                ? who + " " + otherwise
                : who + " may not " + denied.first("action") + (on.isEmpty() ? "" : " on " + on);
    }
}
