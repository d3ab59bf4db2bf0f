package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The container that another one waits for is the culprit. */
public final class ContainerDependencyFailed implements CauseRule {
    @Override
    public String id() {
        return "container.dependency_failed";
    }

    @Override
    public String meaning() {
        return "A container on which another one depends failed first";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("container_dependency.failed");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("stated-cause", "container_dependency.failed"),
                doesNotPass("container-dependency"),
                adds("dependency-log"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("container-dependency");
        String on = found.first("container");
        if (on.isEmpty()) {
            return "A container on which another one depends failed or does not run";
        }
        String how = switch (proof.fault("container-dependency")) {
            case "exited" -> "ended with an error";
            case "not-started" -> "never ran";
            default -> "did not become healthy";
        };
        return "Container " + on + ", on which " + found.first("dependent") + " depends, " + how;
    }
}
