package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;

import java.util.List;

/** What a container waits for did not come. */
public final class ContainerDependency {
    private ContainerDependency() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(Signature.of(
                "container_dependency.failed",
                FAILURE,
                "A container on which this one depends failed or does not run",
                any(
                        hasAny(
                                "link to a non running container",
                                "cannot link to",
                                "TaskDependencyError",
                                "task dependencies cannot be resolved",
                                "dependency did not exit successfully",
                                "dependency graph",
                                "container ordering dependency",
                                "dependency failed to start",
                                "container dependency",
                                "dependent container"),
                        all(
                                hasAny("dependency", "dependsOn", "depends on"),
                                has("container"),
                                hasAny(
                                        "unhealthy",
                                        "failed",
                                        "did not",
                                        "not healthy",
                                        "exited",
                                        "timed out",
                                        "non-zero",
                                        "never became",
                                        "not running",
                                        "cannot be resolved"))),
                Fact.NAME,
                Fact.PHASE));
    }
}
