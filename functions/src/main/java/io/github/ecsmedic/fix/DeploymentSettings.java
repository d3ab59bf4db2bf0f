package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Subject;
import java.util.List;

/** Changes one deployment setting of a service; the others are sent as they are, because ECS may reset what is left out. */
final class DeploymentSettings {
    private DeploymentSettings() {}

    /** {@code setting} is e.g. {@code maximumPercent=200}; no step where the cause does not tell the present settings. */
    static List<Step> change(Cause cause, Subject subject, String setting) {
        List<String> now = cause.resources().ids("deployment-setting");
        String name = setting.substring(0, setting.indexOf('=') + 1);
        List<String> then = now.stream()
                .map(other -> other.startsWith(name) ? setting : other)
                .toList();
        return now.equals(then) || subject.service().isEmpty()
                ? List.of()
                : List.of(new Step.ByHand("ecs:UpdateService", update(subject, then), update(subject, now)));
    }

    private static List<String> update(Subject subject, List<String> settings) {
        return Aws.cli(
                subject.region(),
                "ecs",
                "update-service",
                "--cluster",
                subject.cluster(),
                "--service",
                subject.service(),
                "--deployment-configuration",
                String.join(",", settings));
    }
}
