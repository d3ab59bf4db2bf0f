package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * The request that starts a one-off task as it was started before: definition, group, capacity, overrides, network.
 *
 * <p>Its tags are not copied: the role that fixes may not tag anything, or it could opt objects in by itself. ECS tells
 * no security groups of a task whose network interface is gone, so these come from the recorded request.
 */
final class TaskCopy {
    private static final String TASKS = "ecs:DescribeTasks";
    private static final String OF_A_SERVICE = "service:";

    private final Clients clients;
    private final Reads reads;

    TaskCopy(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<RunTaskRequest> of(TaskRerun rerun) {
        return reads.ask("copy of " + rerun.task(), TASKS, () -> copy(rerun));
    }

    private RunTaskRequest copy(TaskRerun rerun) {
        DescribeTasksResponse answer = SdkWorkloads.describe(clients, reads, rerun.cluster(), List.of(rerun.task()));
        Task task = Described.one(answer.tasks(), answer.failures(), TASKS)
                .orElseThrow(() -> new NoAnswer("ECS no longer knows the task", TASKS, ""));
        if (text(task.group()).startsWith(OF_A_SERVICE)) {
            throw new NoAnswer("the task belongs to a service", TASKS, "");
        }
        RunTaskRequest.Builder request = RunTaskRequest.builder()
                .cluster(rerun.cluster())
                .taskDefinition(needed(task.taskDefinitionArn(), TASKS))
                .clientToken(rerun.token())
                .startedBy(rerun.startedBy());
        if (!text(task.group()).isEmpty()) {
            request.group(task.group());
        }
        if (task.overrides() != null) {
            request.overrides(task.overrides());
        }
        if (Boolean.TRUE.equals(task.enableExecuteCommand())) {
            request.enableExecuteCommand(true);
        }
        where(task, request);
        subnet(task).ifPresent(subnet -> request.networkConfiguration(network(task, subnet)));
        return request.build();
    }

    private static void where(Task task, RunTaskRequest.Builder request) {
        if (text(task.capacityProviderName()).isEmpty()) {
            request.launchType(needed(task.launchTypeAsString(), TASKS));
        } else {
            request.capacityProviderStrategy(CapacityProviderStrategyItem.builder()
                    .capacityProvider(task.capacityProviderName())
                    .weight(1)
                    .build());
        }
        if (!text(task.platformVersion()).isEmpty()) {
            request.platformVersion(task.platformVersion());
        }
    }

    /** Of the task's own network interface; empty for one that uses its host's. */
    private static Optional<String> subnet(Task task) {
        return task.attachments().stream()
                .filter(attachment -> "ElasticNetworkInterface".equals(attachment.type()))
                .flatMap(attachment -> attachment.details().stream())
                .filter(detail -> "subnetId".equals(detail.name()))
                .map(KeyValuePair::value)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private NetworkConfiguration network(Task task, String subnet) {
        Start start = Given.value(
                        new SdkChanges(clients, reads).start(text(task.taskArn()), needed(task.createdAt(), TASKS)))
                .orElseThrow(
                        () -> new NoAnswer("no request that started it is recorded", "cloudtrail:LookupEvents", ""));
        AwsVpcConfiguration.Builder vpc = AwsVpcConfiguration.builder()
                .subnets(subnet)
                .assignPublicIp(start.publicIp() ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED);
        if (!start.securityGroups().isEmpty()) {
            vpc.securityGroups(start.securityGroups());
        }
        return NetworkConfiguration.builder().awsvpcConfiguration(vpc.build()).build();
    }
}
