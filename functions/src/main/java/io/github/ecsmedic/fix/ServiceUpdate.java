package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes one setting of a service.
 *
 * @param from what it is now; null when that is not known, or for a new deployment, which replaces no value
 */
public record ServiceUpdate(
        String region,
        String cluster,
        String service,
        @Nullable ServiceSetting from,
        ServiceSetting to) implements Request {
    static ServiceUpdate of(Subject subject, @Nullable ServiceSetting from, ServiceSetting to) {
        return new ServiceUpdate(subject.region(), subject.cluster(), subject.service(), from, to);
    }

    @Override
    public String iamAction() {
        return "ecs:UpdateService";
    }

    @Override
    public List<String> argv() {
        List<String> command =
                new ArrayList<>(List.of("ecs", "update-service", "--cluster", cluster, "--service", service));
        command.addAll(to.options());
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return from == null ? "" : from.text();
    }

    /** A new deployment is seen by its id, which ECS gives. */
    @Override
    public String after() {
        return to instanceof NewDeployment ? "" : to.text();
    }

    @Override
    public boolean deploys() {
        return to instanceof NewDeployment || to instanceof Definition;
    }

    @Override
    public Effect effect(String seen, String now) {
        return to instanceof NewDeployment
                ? now.equals(seen) ? Effect.NONE : Effect.DONE
                : Request.super.effect(seen, now);
    }

    @Override
    public Optional<Request> inverse() {
        return from == null || to instanceof NewDeployment
                ? Optional.empty()
                : Optional.of(new ServiceUpdate(region, cluster, service, to, from));
    }
}
