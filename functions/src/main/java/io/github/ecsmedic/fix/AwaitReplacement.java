package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits for the task that ECS starts in place of the lost one. */
public final class AwaitReplacement implements Fix {
    @Override
    public String id() {
        return "await-replacement";
    }

    @Override
    public String says() {
        return "wait until ECS has replaced the task";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
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
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return subject.service().isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ecs:DescribeServices",
                        Aws.cli(
                                subject.region(),
                                "ecs",
                                "wait",
                                "services-stable",
                                "--cluster",
                                subject.cluster(),
                                "--services",
                                subject.service()),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "a service replaces its tasks by itself; nothing is to be mended";
    }
}
