package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import java.util.Set;

/** Labels of failures that a new revision of a service can bring. */
final class DeploymentLabels {
    private static final Set<String> FAMILIES = Set.of("container_config", "container_dependency", "health", "memory");

    /** A start that fails for the network or for a right fails for the old revision too. */
    private static final Set<String> LABELS = Set.of(
            "app.command_not_executable",
            "app.command_not_found",
            "app.config_error",
            "app.dependency_connection",
            "app.dns_resolution",
            "app.essential_exited_unknown",
            "app.exec_format",
            "app.exit_nonzero",
            "app.exit_zero",
            "app.segfault",
            "image_pull.not_found",
            "image_pull.platform_mismatch",
            "logging.bad_config",
            "logging.log_group_missing",
            "secrets.invalid_json",
            "secrets.invalid_ref",
            "secrets.json_key_missing",
            "secrets.not_found");

    private static final Set<String> DEPLOYMENT = Set.of(
            "deployment.alarm_rollback",
            "deployment.circuit_breaker",
            "deployment.circuit_breaker_rollback",
            "deployment.rollback",
            "deployment.rollback_failed",
            "deployment.start_impaired");

    private DeploymentLabels() {}

    static boolean ofARevision(Inquiry inquiry) {
        return LABELS.contains(inquiry.seen().label())
                || FAMILIES.contains(inquiry.seen().family())
                || ofADeployment(inquiry);
    }

    /** The message tells of the deployment itself, and no task tells more. */
    static boolean ofADeployment(Inquiry inquiry) {
        return DEPLOYMENT.contains(inquiry.seen().label());
    }
}
