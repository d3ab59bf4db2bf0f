package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the health check of a target group wait longer for an answer. */
public final class RaiseHealthTimeout implements Fix {
    @Override
    public String id() {
        return "raise-health-timeout";
    }

    @Override
    public String says() {
        return "let the health check of the target group wait longer";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.slow_answers");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String group = found.first("target-group");
        String wait = found.first("longer-timeout");
        return group.isEmpty() || wait.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "elasticloadbalancing:ModifyTargetGroup",
                        modify(group, wait, found.first("longer-interval"), subject),
                        modify(group, found.first("health-timeout"), found.first("health-interval"), subject)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "users wait as long as the health check does: find out what makes the application slow";
    }

    private static List<String> modify(String group, String wait, String interval, Subject subject) {
        return Aws.cli(
                subject.region(),
                "elbv2",
                "modify-target-group",
                "--target-group-arn",
                group,
                "--health-check-timeout-seconds",
                wait,
                "--health-check-interval-seconds",
                interval);
    }
}
