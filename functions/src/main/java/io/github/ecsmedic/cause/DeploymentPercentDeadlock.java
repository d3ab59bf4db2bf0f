package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** No old task may stop before a new one runs, and no new one may start before an old one stops. */
public final class DeploymentPercentDeadlock implements CauseRule {
    @Override
    public String id() {
        return "deployment.percent_deadlock";
    }

    @Override
    public String meaning() {
        return "minimumHealthyPercent and maximumPercent leave the deployment no room for a single task";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("deployment.min_max_percent");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "deployment.min_max_percent"), fails("deployment-percent", "deadlock"));
    }

    @Override
    public String summary(Proof proof) {
        String reckoning = proof.evidence("deployment-percent").stream()
                .map(Evidence::fact)
                .map(fact -> ": " + Character.toLowerCase(fact.charAt(0)) + fact.substring(1))
                .findFirst()
                .orElse("");
        return "The deployment can neither stop an old task nor start a new one" + reckoning;
    }
}
