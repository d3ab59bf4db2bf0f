package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares how long the targets take to answer with how long the health check waits.
 *
 * <p>CloudWatch tells it of all requests through the load balancer, not of the health check's own: a slow answer there
 * makes it likely, and no more.
 */
public final class ResponseTime implements Check {
    private static final Duration BEFORE = Duration.ofMinutes(10);

    /** The longest that a health check of a target group may wait, and the longest between two of them. */
    private static final int LONGEST_WAIT = 120;

    private static final int LONGEST_INTERVAL = 300;

    @Override
    public String id() {
        return "response-time";
    }

    @Override
    public String question() {
        return "Do the targets answer within the time that the health check waits";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(FailingGroup.ACTIONS, HealthAnswer.ACTIONS), "cloudwatch:GetMetricData");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!FailingGroup.complained(inquiry) || FailingGroup.answered(inquiry)) {
            return new NotApplicable("no health check of a load balancer waited in vain");
        }
        Task task = inquiry.task();
        Instant end = task == null ? null : task.times().stoppingAt();
        if (end == null) {
            return new NotApplicable("the event does not tell when the task was told to stop");
        }
        return Reads.then(
                HealthAnswer.of(inquiry),
                (answer, _) -> answer.filter(a -> a.fault().equals("timeout")).isPresent()
                        ? measured(inquiry, end)
                        : new NotApplicable("the health check is not known to have waited in vain"));
    }

    private static CheckResult measured(Inquiry inquiry, Instant end) {
        return FailingGroup.about(inquiry, (group, _) -> {
            String balancer =
                    group.loadBalancers().isEmpty() ? "" : group.loadBalancers().getFirst();
            return balancer.contains(":loadbalancer/app/")
                    ? Reads.then(
                            inquiry.account().metrics().responseTime(balancer, group.arn(), end.minus(BEFORE), end),
                            (seconds, source) -> seconds.map(s -> verdict(group, s, source))
                                    .orElseGet(() -> new Inconclusive(
                                            "no response time of " + group.name() + " was measured: " + source)))
                    : new NotApplicable("only an application load balancer measures response times");
        });
    }

    private static CheckResult verdict(TargetGroup group, double seconds, String source) {
        TargetGroup.HealthCheck check = group.healthCheck();
        String measured = String.format(Locale.ROOT, "%.1f", seconds);
        Evidence fact = new Evidence(
                "The targets of " + group.name() + " took up to " + measured + " s to answer; the health check waits "
                        + check.timeout() + " s, every " + check.interval() + " s",
                source);
        if (seconds < check.timeout()) {
            return new Passed(Resources.of("target-group", group.arn()), fact);
        }
        int wait = Math.min(LONGEST_WAIT, (int) Math.ceil(seconds) + 1);
        int interval = Math.min(LONGEST_INTERVAL, Math.max(check.interval(), wait + 1));
        return new Failed(
                "slow",
                Resources.of(
                        "target-group",
                        group.arn(),
                        "response-time",
                        measured + "s",
                        "health-timeout",
                        Integer.toString(check.timeout()),
                        "longer-timeout",
                        Integer.toString(wait),
                        "health-interval",
                        Integer.toString(check.interval()),
                        "longer-interval",
                        Integer.toString(interval)),
                fact);
    }
}
