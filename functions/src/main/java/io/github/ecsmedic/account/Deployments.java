package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of how Amazon ECS rolls a service out. */
public interface Deployments {
    /** The service's deployments of the last 90 days, newest first ({@code ecs:ListServiceDeployments}). */
    Answer<List<Listed>> deployments(String cluster, String service);

    /** {@code ecs:DescribeServiceDeployments}. */
    Answer<ServiceDeployment> deployment(String arn);

    /** The revisions with these ARNs; one that ECS no longer knows is missing ({@code ecs:DescribeServiceRevisions}). */
    Answer<List<ServiceRevision>> revisions(List<String> arns);

    /**
     * The service's running tasks that are protected against scale-in ({@code ecs:ListTasks},
     * {@code ecs:GetTaskProtection}).
     */
    Answer<List<ProtectedTask>> protectedTasks(String cluster, String service);

    /**
     * One deployment, as the list shows it.
     *
     * @param status {@code PENDING}, {@code IN_PROGRESS}, {@code SUCCESSFUL}, {@code ROLLBACK_IN_PROGRESS} …
     * @param revision the ARN of the revision that it brings
     */
    record Listed(
            String arn,
            String status,
            String revision,
            @Nullable Instant createdAt) {}

    /** A protected task; {@code until} is null when no end was given. */
    record ProtectedTask(String arn, @Nullable Instant until) {}
}
