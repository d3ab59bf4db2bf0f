package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts a failed one-off task once more. */
public final class RerunTask implements Fix {
    @Override
    public String id() {
        return "rerun-task";
    }

    @Override
    public String says() {
        return "run the one-off task again";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of(
                "host.container_not_stopped",
                "host.docker_timeout",
                "host.maintenance",
                "host.spot_interruption",
                "host.terminated",
                "network.eni_attach_failed",
                "network.eni_provisioning",
                "network.eni_setup_failed",
                "platform.internal_error",
                "platform.throttled",
                "registry.ecr_throttled",
                "storage.ephemeral_provisioning");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.ofEntries(
                Map.entry("registry.dockerhub_rate_limit", "every start is one more pull on the same limit"),
                Map.entry("registry.ecr_public_rate_limit", "every start is one more pull on the same limit"));
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return !subject.service().isEmpty()
                        || subject.taskArn().isEmpty()
                        || subject.taskDefinition().isEmpty()
                ? List.of()
                : List.of(new TaskRerun(
                        subject.region(),
                        subject.cluster(),
                        subject.taskArn(),
                        subject.taskDefinition(),
                        cause.resources().first("subnet")));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "only when running twice does no harm; ECS Medic copies how it was started, but by hand add its security"
                + " groups, public address and overrides";
    }
}
