package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets failed health checks count only when the application has had time to come up. It never shortens the period. */
public final class ExtendGracePeriod implements Fix {
    private static final Map<String, String> HARMFUL = Map.of(
            "health.command_missing_binary",
            "the command never succeeds, however long one waits",
            "health.container_failing",
            "the command goes on failing, however long one waits",
            "lb.health_path",
            "the path brings a wrong status code, however long one waits",
            "lb.ingress_denied",
            "the health check never arrives, however long one waits",
            "lb.port_mismatch",
            "nothing listens on the port, however long one waits");

    private static final int MOST = 600;

    @Override
    public String id() {
        return "extend-grace-period";
    }

    @Override
    public String says() {
        return "let health checks count later after a task's start";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of("health.start_period_too_short");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return HARMFUL;
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        int old = seconds(found.first("grace-period"));
        int wanted = wanted(found);
        return subject.service().isEmpty() || old < 0 || wanted <= old
                ? List.of()
                : List.of(ServiceUpdate.of(
                        subject, new ServiceSetting.GracePeriod(old), new ServiceSetting.GracePeriod(wanted)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "a broken task is kept that much longer too; "
                + (cause.resources().first("boot-time").isEmpty()
                        ? "how long the application needs is not known, so the time is only guessed from how long it lived"
                        : "it holds for tasks that start from now on");
    }

    /** Half as much again as the application was seen to need, else as it lived without being up. */
    private static int wanted(Resources found) {
        int boot = seconds(found.first("boot-time"));
        int needed = boot < 0 ? seconds(found.first("lifetime")) : boot;
        return Math.min(MOST, (needed * 3 + 1) / 2);
    }

    /** {@code 55s} as a number; -1 for anything else. */
    private static int seconds(String text) {
        String digits = text.endsWith("s") ? text.substring(0, text.length() - 1) : "";
        return digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
