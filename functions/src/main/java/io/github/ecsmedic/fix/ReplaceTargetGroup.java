package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the service register its tasks in a target group that exists. */
public final class ReplaceTargetGroup implements Fix {
    private static final String UNKNOWN_GROUP = "<TARGET_GROUP_ARN>";
    private static final String UNKNOWN_CONTAINER = "<CONTAINER>";
    private static final String UNKNOWN_PORT = "<PORT>";

    @Override
    public String id() {
        return "replace-target-group";
    }

    @Override
    public String says() {
        return "let the service use a target group that exists";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.target_group_missing");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return subject.service().isEmpty()
                        || cause.resources().first("target-group").isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ecs:UpdateService",
                        Aws.cli(
                                subject.region(),
                                "ecs",
                                "update-service",
                                "--cluster",
                                subject.cluster(),
                                "--service",
                                subject.service(),
                                "--load-balancers",
                                "targetGroupArn=" + UNKNOWN_GROUP + ",containerName=" + UNKNOWN_CONTAINER
                                        + ",containerPort=" + UNKNOWN_PORT),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "put in the target group, container and port that you mean; the service starts a new deployment, and a "
                + "target group must never be deleted before its service stops using it";
    }
}
