package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a service stop starting tasks that all meet the same limit: it asks for no more than run already, and never for
 * none.
 */
public final class LowerDesiredCount implements Fix {
    @Override
    public String id() {
        return "lower-desired-count";
    }

    @Override
    public String says() {
        return "let the service ask for no more tasks than it runs";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("registry.dockerhub_rate_limit", "registry.ecr_public_rate_limit");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of(
                "deployment.percent_deadlock",
                "with fewer tasks the deployment has less room still",
                "deployment.protected_tasks",
                "the protected tasks stay, and others are stopped in their place");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        int desired = count(found.first("desired-count"));
        int fewer = Math.max(1, count(found.first("running-count")));
        return subject.service().isEmpty() || fewer >= desired
                ? List.of()
                : List.of(ServiceUpdate.of(subject, new DesiredCount(desired), new DesiredCount(fewer)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "the service has less capacity until the count is set back, and Application Auto Scaling may set it back"
                + " earlier; it only saves pulls until the limit's window has passed";
    }

    /** A number as text; -1 for anything else. */
    private static int count(String digits) {
        return digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }
}
