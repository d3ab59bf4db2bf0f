package io.github.ecsmedic.fix;

import java.util.List;
import java.util.Optional;

/** Ends a deployment that is under way so that ECS goes back to the revision before it. */
public record DeploymentStop(String region, String deployment) implements Request {
    @Override
    public String iamAction() {
        return "ecs:StopServiceDeployment";
    }

    @Override
    public List<String> argv() {
        return Aws.cli(
                region,
                "ecs",
                "stop-service-deployment",
                "--service-deployment-arn",
                deployment,
                "--stop-type",
                "ROLLBACK");
    }

    @Override
    public String before() {
        return "IN_PROGRESS";
    }

    @Override
    public String after() {
        return "";
    }

    /** By the deployment's status; one that ended by itself was not stopped by us. */
    @Override
    public Effect effect(String seen, String now) {
        return now.equals(seen)
                ? Effect.NONE
                : now.startsWith("ROLLBACK_") || now.equals("STOP_REQUESTED") ? Effect.DONE : Effect.OTHER;
    }

    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }
}
