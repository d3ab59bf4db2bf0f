package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.DeploymentConfiguration;
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
import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.Service;

/** What a request would change in Amazon ECS, as it is now. */
final class ServiceValues {
    private static final String INSTANCES = "ecs:DescribeContainerInstances";
    private static final String GONE = "not there any more";

    private final Clients clients;
    private final Reads reads;

    ServiceValues(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Within a read, as are the others. */
    String of(ServiceUpdate update) {
        Service service = Described.service(clients, reads, update.cluster(), update.service())
                .orElseThrow(() -> new NoAnswer(GONE, Described.SERVICES, ""));
        return update.to() instanceof NewDeployment
                ? primary(service.deployments(), Described.SERVICES)
                : now(service, update.to()).text();
    }

    /** The deployment that is newest, by its id. */
    static String primary(List<software.amazon.awssdk.services.ecs.model.Deployment> all, String operation) {
        return all.stream()
                .filter(deployment -> "PRIMARY".equals(deployment.status()))
                .map(deployment -> needed(deployment.id(), operation))
                .findFirst()
                .orElseThrow(() -> NoAnswer.empty(operation));
    }

    /** The same setting as the one that is wanted, as it is now. */
    private static ServiceSetting now(Service service, ServiceSetting wanted) {
        return switch (wanted) {
            case NewDeployment same -> same;
            case Definition _ -> {
                String arn = needed(service.taskDefinition(), Described.SERVICES);
                yield new Definition(arn.substring(arn.lastIndexOf('/') + 1));
            }
            case GracePeriod _ -> {
                Integer seconds = service.healthCheckGracePeriodSeconds();
                yield new GracePeriod(seconds == null ? 0 : seconds);
            }
            case DesiredCount _ -> new DesiredCount(needed(service.desiredCount(), Described.SERVICES));
            case Rollout _ ->
                rollout(needed(DeploymentReader.configuration(service.deploymentConfiguration()), Described.SERVICES));
            case Strategy _ ->
                new Strategy(service.capacityProviderStrategy().stream()
                        .map(ServiceValues::share)
                        .toList());
        };
    }

    /** What else is configured would be lost by a request that does not send it. */
    private static Rollout rollout(DeploymentConfiguration how) {
        if (!how.plain()) {
            throw new NoAnswer("more is configured than would be sent", Described.SERVICES, "");
        }
        return new Rollout(
                needed(how.maximumPercent(), Described.SERVICES),
                needed(how.minimumHealthyPercent(), Described.SERVICES),
                how.circuitBreaker(),
                how.rollback());
    }

    private static Strategy.Share share(CapacityProviderStrategyItem item) {
        Integer weight = item.weight();
        Integer base = item.base();
        return new Strategy.Share(
                needed(item.capacityProvider(), Described.SERVICES),
                weight == null ? 0 : weight,
                base == null ? 0 : base);
    }

    String of(DeploymentStop stop) {
        return Given.value(new SdkDeployments(clients, reads).deployment(stop.deployment()))
                .status();
    }

    String of(InstanceState state) {
        DescribeContainerInstancesResponse answer = reads.send(
                INSTANCES,
                () -> clients.ecs()
                        .describeContainerInstances(
                                r -> r.cluster(state.cluster()).containerInstances(state.instance())));
        return Described.one(answer.containerInstances(), answer.failures(), INSTANCES)
                .map(instance -> text(instance.status()))
                .orElseThrow(() -> new NoAnswer(GONE, INSTANCES, ""));
    }
}
