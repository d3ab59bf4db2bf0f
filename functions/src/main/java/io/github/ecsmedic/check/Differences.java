package io.github.ecsmedic.check;

import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.HealthCheck;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.model.Diagnosis.Difference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what two revisions of a service differ: of the environment the names, of secrets where they come from. */
final class Differences {
    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** Containers first, then the task, then the service around it. */
    static List<Difference> of(
            ServiceRevision before, TaskDefinition good, ServiceRevision after, TaskDefinition failing) {
        Differences differences = new Differences();
        differences.containers(before, good, after, failing);
        differences.task(good, failing);
        differences.service(before, after);
        return differences.found;
    }

    private void containers(
            ServiceRevision before, TaskDefinition good, ServiceRevision after, TaskDefinition failing) {
        boolean one = good.containers().size() == 1 && failing.containers().size() == 1;
        for (ContainerDefinition container : failing.containers()) {
            String name = container.name();
            String of = one ? "" : " of " + name;
            Optional<ContainerDefinition> old = find(name, good);
            if (old.isEmpty()) {
                note("container " + name, "", container.image());
                continue;
            }
            container(old.get(), container, of);
            if (old.get().image().equals(container.image())) {
                digest(before.digests().getOrDefault(name, ""), after.digests().getOrDefault(name, ""), of);
            }
        }
        good.containers().stream()
                .filter(old -> find(old.name(), failing).isEmpty())
                .forEach(old -> note("container " + old.name(), old.image(), ""));
    }

    private static Optional<ContainerDefinition> find(String name, TaskDefinition definition) {
        return definition.containers().stream()
                .filter(c -> c.name().equals(name))
                .findFirst();
    }

    private void container(ContainerDefinition before, ContainerDefinition after, String of) {
        note("image" + of, before.image(), after.image());
        note("entry point" + of, words(before.entryPoint()), words(after.entryPoint()));
        note("command" + of, words(before.command()), words(after.command()));
        only("environment" + of, before.environment(), after.environment());
        only("secrets" + of, origins(before), origins(after));
        note("ports" + of, words(before.containerPorts()), words(after.containerPorts()));
        note("memory of the container" + of, number(before.memory()), number(after.memory()));
        note("health check" + of, words(before.healthCheckCommand()), words(after.healthCheckCommand()));
        if (before.healthCheck() != null && after.healthCheck() != null) {
            note("health check times" + of, times(before.healthCheck()), times(after.healthCheck()));
        }
        note("stop timeout" + of, number(before.stopTimeout()), number(after.stopTimeout()));
        note("essential" + of, String.valueOf(before.essential()), String.valueOf(after.essential()));
        note("dependencies" + of, pairs(before.dependsOn()), pairs(after.dependsOn()));
        note("registry credentials" + of, before.repositoryCredentials(), after.repositoryCredentials());
        note("log" + of, log(before.log()), log(after.log()));
    }

    /** ECS resolves a tag once a deployment, so that the same name can mean another image. */
    private void digest(String before, String after, String of) {
        if (!before.isEmpty() && !after.isEmpty()) {
            note("image digest" + of, before, after);
        }
    }

    private void task(TaskDefinition before, TaskDefinition after) {
        note("cpu of the task", number(before.cpu()), number(after.cpu()));
        note("memory of the task", number(before.memory()), number(after.memory()));
        note("network mode", before.networkMode(), after.networkMode());
        note("execution role", before.executionRoleArn(), after.executionRoleArn());
        note("task role", before.taskRoleArn(), after.taskRoleArn());
        note(
                "platform",
                before.operatingSystem() + " on " + before.cpuArchitecture(),
                after.operatingSystem() + " on " + after.cpuArchitecture());
    }

    private void service(ServiceRevision before, ServiceRevision after) {
        note("launch type", before.compute(), after.compute());
        note("platform version", before.platformVersion(), after.platformVersion());
        only("subnets", before.subnets(), after.subnets());
        only("security groups", before.securityGroups(), after.securityGroups());
        note("public address", String.valueOf(before.publicIp()), String.valueOf(after.publicIp()));
        only("load balancers", before.targetGroups(), after.targetGroups());
    }

    private void note(String field, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(field, Shown.text(before), Shown.text(after)));
        }
    }

    /** What only the one or only the other has. */
    private void only(String field, Collection<String> before, Collection<String> after) {
        TreeSet<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        TreeSet<String> come = new TreeSet<>(after);
        come.removeAll(before);
        note(field, String.join(", ", gone), String.join(", ", come));
    }

    private static List<String> origins(ContainerDefinition container) {
        return container.secrets().entrySet().stream()
                .map(secret -> secret.getKey() + " from " + secret.getValue())
                .toList();
    }

    private static String words(List<?> words) {
        return words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String pairs(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + " " + pair.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String times(HealthCheck check) {
        return "every " + check.interval() + " s, time-out " + check.timeout() + " s, " + check.retries()
                + " retries, start period " + check.startPeriod() + " s";
    }

    /** Other options can hold tokens of a vendor. */
    private static String log(@Nullable LogConfiguration log) {
        return log == null
                ? ""
                : (log.driver() + " " + log.option("awslogs-group") + " " + log.option("awslogs-region")).strip();
    }
}
