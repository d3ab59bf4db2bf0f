package io.github.ecsmedic.account;

import io.github.ecsmedic.account.ServiceDeployment.Breaker;
import io.github.ecsmedic.account.ServiceDeployment.Rollback;
import io.github.ecsmedic.account.ServiceDeployment.Tasks;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accounts in which the service {@code api} goes from {@code api:41} to {@code api:42}, for tests. */
public final class Rollouts {
    public static final String OLD_IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/team/api:6";
    public static final String OLD = "arn:aws:ecs:us-east-1:111122223333:task-definition/api:41";
    public static final String NEW = "arn:aws:ecs:us-east-1:111122223333:task-definition/api:42";
    public static final String BEFORE = revisionArn("r41");
    public static final String TARGET = revisionArn("r42");
    public static final String DEPLOYMENT = deploymentArn("d42");

    /** Rolling update with ECS's own percentages and no circuit breaker. */
    public static final DeploymentConfiguration PLAIN = new DeploymentConfiguration(100, 200, false, false, true);

    private Rollouts() {}

    /** The new revision is at this status with no task running; both tasks of the old one, which ended well, run. */
    public static FakeAccount at(String status) {
        return afterSuccess(deployment(status, List.of(new Tasks(BEFORE, 2, 2))));
    }

    /** The old revision ended well, then this deployment came. */
    public static FakeAccount afterSuccess(ServiceDeployment newest) {
        return of(successful("d41", BEFORE), newest);
    }

    /** The first deployment of the service. */
    public static FakeAccount first(String status) {
        return of(deployment(status, List.of()));
    }

    /** These deployments, oldest first, with both revisions and their definitions. */
    public static FakeAccount of(ServiceDeployment... deployments) {
        FakeAccount account = FakeAccount.small()
                .definition(numbered(41, FakeAccount.container("app", OLD_IMAGE)))
                .images(images -> images.put(
                        FakeImages.OWN,
                        "team/api",
                        FakeImages.tagged("7", FakeImages.DIGEST, FakeImages.PUSHED),
                        FakeImages.tagged("6", FakeImages.digest('6'), FakeImages.PUSHED)))
                .revision(revision(BEFORE, OLD))
                .revision(revision(TARGET, NEW));
        List.of(deployments).forEach(account::rollout);
        return account;
    }

    /** {@code api:NUMBER} with this container. */
    public static TaskDefinition numbered(int number, ContainerDefinition container) {
        TaskDefinition d = FakeAccount.definition(container);
        return new TaskDefinition(
                "arn:aws:ecs:us-east-1:111122223333:task-definition/api:" + number,
                d.family(),
                number,
                d.networkMode(),
                d.executionRoleArn(),
                d.taskRoleArn(),
                d.cpuArchitecture(),
                d.operatingSystem(),
                d.cpu(),
                d.memory(),
                d.ephemeralStorage(),
                d.containers(),
                "");
    }

    public static ServiceRevision revision(String arn, String definition) {
        return revision(arn, definition, Map.of());
    }

    public static ServiceRevision revision(String arn, String definition, Map<String, String> digests) {
        return new ServiceRevision(
                arn,
                definition,
                "FARGATE",
                "1.4.0",
                List.of(FakeAccount.SUBNET),
                List.of(FakeAccount.GROUP),
                false,
                List.of(),
                digests);
    }

    /** The deployment of the new revision, of which no task runs. */
    public static ServiceDeployment deployment(String status, List<Tasks> sources) {
        return deployment(status, new Tasks(TARGET, 2, 0), sources, PLAIN);
    }

    public static ServiceDeployment deployment(
            String status, Tasks target, List<Tasks> sources, @Nullable DeploymentConfiguration configuration) {
        return new ServiceDeployment(DEPLOYMENT, status, "", target, sources, configuration, null, List.of(), null);
    }

    /** The circuit breaker tripped and ECS goes back to the old revision. */
    public static ServiceDeployment tripped(String status) {
        return new ServiceDeployment(
                DEPLOYMENT,
                status,
                "",
                new Tasks(TARGET, 2, 0),
                List.of(new Tasks(BEFORE, 2, 2)),
                new DeploymentConfiguration(100, 200, true, true, true),
                new Breaker("TRIGGERED", 3, 3),
                List.of(),
                new Rollback(
                        BEFORE, "Service deployment rolled back because the circuit breaker threshold was exceeded."));
    }

    /** A deployment that ended well. */
    public static ServiceDeployment successful(String id, String revision) {
        return new ServiceDeployment(
                deploymentArn(id),
                "SUCCESSFUL",
                "",
                new Tasks(revision, 2, 2),
                List.of(),
                PLAIN,
                null,
                List.of(),
                null);
    }

    /** The service {@code api} wants that many tasks and is set so. */
    public static Service service(int desired, DeploymentConfiguration configuration) {
        Service s = FakeAccount.service(FakeAccount.deployment(false));
        return new Service(
                s.arn(),
                s.name(),
                s.clusterArn(),
                s.status(),
                desired,
                s.running(),
                s.pending(),
                s.taskDefinition(),
                s.launchType(),
                s.deploymentController(),
                s.deployments(),
                s.balancing(),
                s.messages(),
                s.tags(),
                configuration);
    }

    private static String revisionArn(String id) {
        return "arn:aws:ecs:us-east-1:111122223333:service-revision/prod/api/" + id;
    }

    private static String deploymentArn(String id) {
        return "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/" + id;
    }
}
