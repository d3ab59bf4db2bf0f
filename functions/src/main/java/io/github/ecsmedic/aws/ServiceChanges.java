package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.mend.Hand.Sent;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** What we change in Amazon ECS. No request has a member beside the object and the one setting. */
final class ServiceChanges {
    private static final Sent.Done DONE = new Sent.Done("");

    private final Clients clients;

    ServiceChanges(Clients clients) {
        this.clients = clients;
    }

    Sent send(ServiceUpdate update) {
        UpdateServiceRequest.Builder request =
                UpdateServiceRequest.builder().cluster(update.cluster()).service(update.service());
        set(request, update.to());
        Service after = clients.ecs().updateService(request.build()).service();
        if (!update.deploys()) {
            return DONE;
        }
        try {
            return new Sent.Done(
                    ServiceValues.primary(after == null ? List.of() : after.deployments(), update.iamAction()));
        } catch (NoAnswer e) {
            return new Sent.Unknown(e.unknown().why());
        }
    }

    private static void set(UpdateServiceRequest.Builder request, ServiceSetting to) {
        switch (to) {
            case NewDeployment() -> request.forceNewDeployment(true);
            case Definition(String name) -> request.taskDefinition(name);
            case GracePeriod(int seconds) -> request.healthCheckGracePeriodSeconds(seconds);
            case DesiredCount(int tasks) -> request.desiredCount(tasks);
            case Rollout rollout -> request.deploymentConfiguration(configuration(rollout));
            case Strategy(List<Strategy.Share> shares) ->
                request.capacityProviderStrategy(
                        shares.stream().map(ServiceChanges::item).toList());
        }
    }

    private static DeploymentConfiguration configuration(Rollout rollout) {
        return DeploymentConfiguration.builder()
                .maximumPercent(rollout.maximumPercent())
                .minimumHealthyPercent(rollout.minimumHealthyPercent())
                .deploymentCircuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(rollout.circuitBreaker())
                        .rollback(rollout.rollback())
                        .build())
                .build();
    }

    private static CapacityProviderStrategyItem item(Strategy.Share share) {
        return CapacityProviderStrategyItem.builder()
                .capacityProvider(share.provider())
                .weight(share.weight())
                .base(share.base())
                .build();
    }

    Sent send(DeploymentStop stop) {
        clients.ecs()
                .stopServiceDeployment(r ->
                        r.serviceDeploymentArn(stop.deployment()).stopType(StopServiceDeploymentStopType.ROLLBACK));
        return DONE;
    }

    Sent send(InstanceState state) {
        var answer = clients.ecs()
                .updateContainerInstancesState(r -> r.cluster(state.cluster())
                        .containerInstances(state.instance())
                        .status(state.after()));
        return each(answer.containerInstances().size(), answer.failures());
    }

    Sent send(TaskProtection protection) {
        var answer = clients.ecs()
                .updateTaskProtection(r -> r.cluster(protection.cluster())
                        .tasks(protection.tasks())
                        .protectionEnabled(protection.on()));
        return each(answer.protectedTasks().size(), answer.failures());
    }

    Sent send(TaskStop stop) {
        clients.ecs().stopTask(r -> r.cluster(stop.cluster()).task(stop.task()).reason(TaskStop.REASON));
        return DONE;
    }

    /** A one-off task that is started again. */
    Sent send(RunTaskRequest copy) {
        var answer = clients.ecs().runTask(copy);
        Sent sent = each(answer.tasks().size(), answer.failures());
        return sent.equals(DONE) ? new Sent.Done(text(answer.tasks().getFirst().taskArn())) : sent;
    }

    /** ECS answers 200 also for what it did not do, and says so among the failures. */
    private static Sent each(int done, List<Failure> failures) {
        if (failures.isEmpty()) {
            return done == 0 ? new Sent.Unknown("the answer names nothing that was done") : DONE;
        }
        String why = text(failures.getFirst().reason());
        return done == 0
                ? new Sent.Refused("ECS did not do it (" + why + ")", false)
                : new Sent.Unknown("ECS did it for some only (" + why + ")");
    }
}
