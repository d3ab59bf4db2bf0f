package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a deployment room by letting more tasks run at once; fewer would cost availability. */
public final class FixDeploymentPercent implements Fix {
    @Override
    public String id() {
        return "fix-deployment-percent";
    }

    @Override
    public String says() {
        return "let the deployment run up to twice the desired tasks";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("deployment.percent_deadlock");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return DeploymentSettings.change(
                cause,
                subject,
                now -> new Rollout(200, now.minimumHealthyPercent(), now.circuitBreaker(), now.rollback()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "the new tasks need room beside the old ones: on instances with fixed host ports, lower minimumHealthyPercent instead";
    }
}
