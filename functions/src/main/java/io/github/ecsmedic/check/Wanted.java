package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.Share;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the task asks of a place, and where its service lets it be put; also for a message without a task. */
final class Wanted {
    /** What is read for it. */
    static final Set<String> ACTIONS = Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition");

    private static final Placement ANYWHERE = new Placement("", List.of(), List.of(), false);

    private Wanted() {}

    /** The task definition by name or ARN: the task's, else the one that the service deploys. */
    static Answer<String> definition(Inquiry inquiry) {
        Task task = inquiry.task();
        String named = task == null || task.taskDefinitionArn().isEmpty()
                ? inquiry.subject().taskDefinition()
                : task.taskDefinitionArn();
        if (!named.isEmpty()) {
            return new Known<>(named, "event");
        }
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                found.<Answer<String>>map(deployment -> new Known<>(deployment.taskDefinition(), source))
                        .orElseGet(() -> new Unknown<>("neither event nor service names a task definition", source));
        };
    }

    /** With the CPU and memory that the task was given, which may override its definition. */
    static Answer<TaskNeeds> needs(Inquiry inquiry) {
        Answer<TaskNeeds> read = switch (definition(inquiry)) {
            case Unknown<String> unknown -> unknown.as();
            case Known<String>(String name, String _) ->
                inquiry.account().capacity().needs(name);
        };
        Task task = inquiry.task();
        if (task == null || !(read instanceof Known<TaskNeeds>(TaskNeeds needs, String source))) {
            return read;
        }
        Integer cpu = task.cpu();
        Integer memory = task.memory();
        return new Known<>(
                new TaskNeeds(
                        needs.definition(),
                        needs.networkMode(),
                        cpu == null ? needs.cpu() : cpu,
                        memory == null ? needs.memory() : memory,
                        needs.containerMemory(),
                        needs.ports(),
                        needs.gpus(),
                        needs.attributes(),
                        needs.expressions(),
                        needs.ephemeral()),
                source);
    }

    /** For a one-off task anywhere. */
    static Answer<Placement> placement(Inquiry inquiry) {
        String service = inquiry.subject().service();
        if (service.isEmpty()) {
            return new Known<>(ANYWHERE, "event");
        }
        return switch (inquiry.account().capacity().placement(inquiry.subject().cluster(), service)) {
            case Unknown<Optional<Placement>> unknown -> unknown.as();
            case Known<Optional<Placement>>(Optional<Placement> found, String source) ->
                new Known<>(found.orElse(ANYWHERE), source);
        };
    }

    /** Whether the task is one of Fargate. */
    static boolean fargate(Inquiry inquiry, Placement placement) {
        Task task = inquiry.task();
        boolean placed =
                !placement.launchType().isEmpty() || !placement.strategy().isEmpty();
        return placed
                ? placement.launchType().equals("FARGATE")
                        || placement.strategy().stream()
                                .anyMatch(s -> s.provider().startsWith("FARGATE"))
                : task != null && task.fargate();
    }

    /** The capacity providers whose instances may be used; none where any instance may. */
    static Set<String> providers(Inquiry inquiry, Placement placement) {
        Task task = inquiry.task();
        return task != null && !task.capacityProvider().isEmpty()
                ? Set.of(task.capacityProvider())
                : placement.strategy().stream().map(Share::provider).collect(Collectors.toSet());
    }

    /** The subnets into which the service puts its tasks; none in bridge and host mode. */
    static Answer<List<String>> subnets(Inquiry inquiry) {
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                new Known<>(found.map(Deployment::subnets).orElseGet(List::of), source);
        };
    }

    /** How many tasks the service wants; 0 where that is not known. */
    static int desired(Inquiry inquiry) {
        String service = inquiry.subject().service();
        return !service.isEmpty()
                        && inquiry.account()
                                        .workloads()
                                        .service(inquiry.subject().cluster(), service)
                                instanceof Known<Optional<Service>>(Optional<Service> found, String _)
                ? found.map(Service::desired).orElse(0)
                : 0;
    }
}
