package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Asks what the load balancer's health check got; its faults are those of {@code HealthAnswer}. */
public final class HealthCheckAnswer implements Check {
    @Override
    public String id() {
        return "health-check-answer";
    }

    @Override
    public String question() {
        return "What did the health check of the load balancer get from the task";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(HealthAnswer.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!FailingGroup.complained(inquiry)) {
            return new NotApplicable("no load balancer complained of the task");
        }
        String group = FailingGroup.arn(inquiry) instanceof Known<String>(String arn, String _) ? arn : "";
        return Reads.then(
                HealthAnswer.of(inquiry),
                (answer, _) -> answer.<CheckResult>map(
                                a -> new Failed(a.fault(), Resources.of("target-group", group), a.evidence()))
                        .orElseGet(() -> new NotApplicable(
                                "neither message nor service nor targets tell what the health check got")));
    }
}
