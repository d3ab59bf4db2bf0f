package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.StormReport;
import io.github.ecsmedic.model.Diagnosis;
import java.util.Locale;
import java.util.Set;

/** How much a message presses. */
public enum Severity {
    /** A service runs below its desired count, or a deployment failed. */
    CRITICAL,
    /** Something fails, and capacity holds or it was a single task. */
    WARNING,
    /** Expected or over. */
    INFO;

    /** Families of labels whose failures do not go away with the next try of ECS. */
    private static final Set<String> NO_START = Set.of(
            "image_pull",
            "registry_auth",
            "secrets",
            "resource_init",
            "env_file",
            "logging",
            "network",
            "storage",
            "container_config",
            "container_dependency",
            "capacity",
            "iam",
            "deployment",
            "service_connect");

    private static final Set<String> NO_START_LABELS =
            Set.of("app.command_not_executable", "app.command_not_found", "app.config_error", "app.exec_format");

    /** Looks at the diagnosis alone; where the service could not be read, the label says whether its tasks can start. */
    public static Severity of(Diagnosis diagnosis) {
        return switch (diagnosis.alert()) {
            case FAILURE -> failure(diagnosis);
            case JUDGE -> WARNING;
            case EXPECTED, BENIGN -> INFO;
        };
    }

    private static Severity failure(Diagnosis diagnosis) {
        String label = diagnosis.label();
        int dot = label.indexOf('.');
        String family = dot < 0 ? label : label.substring(0, dot);
        if (label.equals(StormReport.ID)) {
            return CRITICAL;
        }
        boolean keepsFailing = NO_START.contains(family) || NO_START_LABELS.contains(label);
        boolean critical = family.equals("deployment")
                || (diagnosis.capacity().known() ? diagnosis.capacity().below() : keepsFailing);
        return critical && !diagnosis.subject().service().isEmpty() ? CRITICAL : WARNING;
    }

    /** The word used in messages and attributes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
