package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import java.util.Set;

/** Labels of failures whose reason stands in the application's own log. */
final class AppLabels {
    private static final Set<String> EXITED = Set.of(
            "app.exit_nonzero",
            "app.exit_zero",
            "app.essential_exited_unknown",
            "app.config_error",
            "app.dependency_connection",
            "app.dns_resolution",
            "app.segfault",
            "memory.runtime_heap",
            "iam.task_role_denied");

    private AppLabels() {}

    /** Whether a process of the application ended by itself, or a line of its log is the message. */
    static boolean exited(Inquiry inquiry) {
        return EXITED.contains(inquiry.seen().label());
    }
}
