package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes one deployment setting of a service. */
final class DeploymentSettings {
    private DeploymentSettings() {}

    /** No step where the cause does not tell the present settings. */
    static List<Step> change(Cause cause, Subject subject, UnaryOperator<Rollout> change) {
        List<String> told = cause.resources().ids("deployment-setting");
        int most = percent(told, "maximumPercent=");
        int least = percent(told, "minimumHealthyPercent=");
        String breaker = of(told, "deploymentCircuitBreaker=");
        if (subject.service().isEmpty() || most < 0 || least < 0 || breaker.isEmpty()) {
            return List.of();
        }
        Rollout now = new Rollout(most, least, breaker.contains("enable=true"), breaker.contains("rollback=true"));
        Rollout then = change.apply(now);
        return now.equals(then) ? List.of() : List.of(ServiceUpdate.of(subject, now, then));
    }

    private static int percent(List<String> told, String name) {
        String digits = of(told, name);
        return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }

    private static String of(List<String> told, String name) {
        return told.stream()
                .filter(setting -> setting.startsWith(name))
                .map(setting -> setting.substring(name.length()))
                .findFirst()
                .orElse("");
    }
}
