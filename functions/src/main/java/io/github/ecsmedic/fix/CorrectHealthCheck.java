package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.TargetGroupSetting.Setting;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the load balancer ask for what the application answers. Codes of errors are never accepted instead. */
public final class CorrectHealthCheck implements Fix {
    /** It begins with no slash, so that the command is refused when nobody has replaced it. */
    private static final String UNKNOWN_PATH = "<PATH>";

    @Override
    public String id() {
        return "correct-health-check";
    }

    @Override
    public String says() {
        return "correct the health check of the target group";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.health_path", "lb.port_mismatch");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of(
                "lb.ingress_denied",
                "the health check is right, it does not arrive",
                "health.start_period_too_short",
                "the health check is right, it only begins to count too early");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String group = found.first("target-group");
        Change change = change(cause);
        if (group.isEmpty() || change.to().isEmpty()) {
            return List.of();
        }
        TargetGroupSetting request =
                new TargetGroupSetting(subject.region(), group, change.setting(), change.from(), change.to());
        return List.of(
                change.to().equals(UNKNOWN_PATH)
                        ? new Step.ByHand(request.iamAction(), request.argv(), request.undo())
                        : request);
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        Resources found = cause.resources();
        if (cause.id().equals("lb.port_mismatch")) {
            return "every service that uses the target group is then checked at the port that it registers";
        }
        if (matcher(found)) {
            return "every service that uses the target group then passes with " + found.first("status-code") + " too";
        }
        String right = found.first("answering-path");
        String known = right.isEmpty()
                ? "the right path is not known: put the one that answers " + wanted(found) + " in place of "
                        + UNKNOWN_PATH
                : "make sure that " + right + " says what you want to know";
        if (found.first("health-check-path").isEmpty()) {
            return "an error of the server is most often the application's own, so read its log first; " + known;
        }
        return known + ", and do not accept error codes instead; a new revision that only lost the path is better "
                + "rolled back";
    }

    private record Change(Setting setting, String to, String from) {}

    private static Change change(Cause cause) {
        Resources found = cause.resources();
        if (cause.id().equals("lb.port_mismatch")) {
            String port = found.first("health-check-port");
            return port.isEmpty() || port.equals("traffic-port")
                    ? new Change(Setting.HEALTH_CHECK_PORT, "", "")
                    : new Change(Setting.HEALTH_CHECK_PORT, "traffic-port", port);
        }
        if (matcher(found)) {
            String old = found.first("matcher");
            return new Change(Setting.MATCHER, old + "," + found.first("status-code"), old);
        }
        String right = found.first("answering-path");
        return new Change(
                Setting.HEALTH_CHECK_PATH, right.isEmpty() ? UNKNOWN_PATH : right, found.first("health-check-path"));
    }

    /** A success that is not among the codes that the matcher lists. */
    private static boolean matcher(Resources found) {
        return found.first("status-code").startsWith("2")
                && !found.first("matcher").isEmpty();
    }

    private static String wanted(Resources found) {
        String matcher = found.first("matcher");
        return matcher.isEmpty() ? "well" : matcher;
    }
}
