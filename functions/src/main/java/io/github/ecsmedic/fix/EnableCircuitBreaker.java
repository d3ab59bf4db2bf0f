package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets ECS itself end a deployment whose tasks keep failing, and go back. */
public final class EnableCircuitBreaker implements Fix {
    @Override
    public String id() {
        return "enable-circuit-breaker";
    }

    @Override
    public String says() {
        return "turn the deployment circuit breaker on, with rollback";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.bad_revision");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of(
                "deployment.no_rollback_target",
                "without a revision that was rolled out to the end the rollback stalls");
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return DeploymentSettings.change(
                cause, subject, now -> new Rollout(now.maximumPercent(), now.minimumHealthyPercent(), true, true));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it guards the next deployments; a template that describes the service takes it back unless it is set there too";
    }
}
