package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.Needs;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.NextStart.Need;
import io.github.ecsmedic.model.NextStart.Outlook;
import io.github.ecsmedic.model.Readiness;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says whether the next task of a service would start, by the rules that diagnose one which did not. */
public final class NextStarts {
    /** What it reads itself, beside what the checks read. */
    public static final Set<String> ACTIONS = Set.of(
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "ecs:DescribeTasks",
            "ecs:ListServices",
            "ecs:ListTasks");

    /** Platform versions of Fargate for Linux that log in and fetch secrets over a network of AWS's own. */
    private static final Set<String> OLD_PLATFORMS = Set.of("1.0.0", "1.1.0", "1.2.0", "1.3.0");

    private static final Set<String> NOT_THROUGH_THE_VPC = Set.of("login", "secrets", "parameters");
    private static final int INSTANCES = 5;
    private static final int AT_A_TIME = 8;

    private final Prospect.Catalogued known;
    private final List<Fix> fixes;

    public NextStarts(List<Signature> signatures, List<Check> checks, List<CauseRule> causes, List<Fix> fixes) {
        this.known = new Prospect.Catalogued(
                signatures.stream().map(Signature::label).distinct().toList(), checks, causes);
        this.fixes = List.copyOf(fixes);
    }

    /**
     * Looks at all services of a cluster, or at one of them.
     *
     * @param service its name or ARN, {@code ""} for all
     * @return unknown when not even the services could be listed; empty when there is no such service
     */
    public Answer<Optional<Readiness>> of(Subject cluster, String service, Account account) {
        return switch (service.isEmpty() ? account.running().services(cluster.cluster()) : one(service)) {
            case Unknown<List<String>> unknown -> unknown.as();
            case Known<List<String>>(List<String> arns, String source) -> {
                List<Service> services = new ArrayList<>();
                List<NotChecked> unread = new ArrayList<>();
                Unknown<Optional<Readiness>> why = null;
                for (Answer<List<Service>> batch : account.running().described(cluster.cluster(), arns)) {
                    switch (batch) {
                        case Known<List<Service>>(List<Service> read, String _) -> services.addAll(read);
                        case Unknown<List<Service>> unknown -> {
                            why = unknown.as();
                            unread.add(new NotChecked("services", unknown.why()));
                        }
                    }
                }
                if (services.isEmpty() && why != null) {
                    yield why;
                }
                yield new Known<>(
                        services.isEmpty() && !service.isEmpty()
                                ? Optional.empty()
                                : Optional.of(readiness(cluster, arns.size(), services, unread, account)),
                        source);
            }
        };
    }

    private static Answer<List<String>> one(String service) {
        return new Known<>(List.of(service), "");
    }

    private Readiness readiness(
            Subject cluster, int of, List<Service> services, List<NotChecked> unread, Account account) {
        List<NextStart> starts = SideBySide.of(
                services.stream().sorted(Comparator.comparing(Service::name)).toList(),
                AT_A_TIME,
                found -> of(found, account));
        int looked = (int) starts.stream()
                .filter(start -> start.skipped().isEmpty() && !start.needs().isEmpty())
                .count();
        String owner = starts.stream()
                .map(start -> start.subject().account())
                .findFirst()
                .orElse("");
        return new Readiness(
                new Subject(owner, cluster.region(), cluster.cluster(), cluster.service(), "", ""),
                starts,
                new Diagnosis.Looked(looked, of),
                unread.stream().distinct().toList(),
                account.cost());
    }

    /** Looks at one service; it was read from the same account. */
    public NextStart of(Service service, Account account) {
        Arn arn = Arn.parse(service.arn()).orElse(new Arn("aws", "ecs", "", "", ""));
        Optional<Deployment> primary = service.deployments().stream()
                .filter(d -> d.status().equals("PRIMARY"))
                .findFirst();
        Subject subject = new Subject(
                arn.account(),
                arn.region(),
                Arn.lastPart(service.clusterArn()),
                service.name(),
                "",
                service.taskDefinition().substring(service.taskDefinition().lastIndexOf('/') + 1));
        String skipped = skipped(service, primary);
        if (!skipped.isEmpty() || primary.isEmpty()) {
            return NextStart.skipped(subject, skipped);
        }
        Deployment deployment = primary.get();
        String name = deployment.taskDefinition().isEmpty() ? service.taskDefinition() : deployment.taskDefinition();
        return switch (account.workloads().taskDefinition(name)) {
            case Unknown<TaskDefinition> unknown -> unread(subject, "task-definition", unknown);
            case Known<TaskDefinition>(TaskDefinition definition, String _) ->
                switch (places(service, deployment, definition, account)) {
                    case Unknown<List<NextTask>> unknown -> unread(subject, "running-tasks", unknown);
                    case Known<List<NextTask>>(List<NextTask> places, String _) ->
                        places.isEmpty()
                                ? NextStart.skipped(subject, "it runs on no instance now from which a walk could start")
                                : walked(subject, places, needs(service, definition, arn.region()), account);
                };
        };
    }

    private static String skipped(Service service, Optional<Deployment> primary) {
        if (!service.status().equals("ACTIVE")) {
            return "it is " + service.status();
        }
        if (service.desired() == 0) {
            return "it wants no task";
        }
        if (service.launchType().equals("EXTERNAL")) {
            return "its tasks run outside AWS, where nothing can be seen";
        }
        return primary.isEmpty() ? "it has no deployment of ECS's own, but of " + service.deploymentController() : "";
    }

    private static NextStart unread(Subject subject, String what, Unknown<?> unknown) {
        return new NextStart(subject, "", List.of(), List.of(), List.of(new NotChecked(what, unknown.why())));
    }

    /** Every subnet on Fargate; on EC2 the instances on which the service's tasks run now, a few of them. */
    private static Answer<List<NextTask>> places(
            Service service, Deployment deployment, TaskDefinition definition, Account account) {
        if (service.onFargate()) {
            return new Known<>(
                    deployment.subnets().stream()
                            .distinct()
                            .map(subnet -> NextTask.in(subnet, service, deployment, definition))
                            .toList(),
                    "ecs:DescribeServices");
        }
        String cluster = Arn.lastPart(service.clusterArn());
        return switch (account.running().tasks(cluster, service.name())) {
            case Unknown<List<Task>> unknown -> unknown.as();
            case Known<List<Task>>(List<Task> tasks, String source) -> {
                Map<String, NextTask> beside = new LinkedHashMap<>();
                tasks.stream()
                        .filter(task -> !task.containerInstanceArn().isEmpty())
                        .forEach(task -> beside.putIfAbsent(
                                task.containerInstanceArn(), NextTask.beside(task, service, deployment, definition)));
                yield new Known<>(beside.values().stream().limit(INSTANCES).toList(), source);
            }
        };
    }

    private static List<io.github.ecsmedic.check.Need> needs(
            Service service, TaskDefinition definition, String region) {
        boolean old = definition.operatingSystem().equals("LINUX")
                && OLD_PLATFORMS.contains(service.compute().platformVersion());
        return Needs.of(definition, region).stream()
                .map(need -> old && NOT_THROUGH_THE_VPC.contains(need.name()) ? need.withoutNetwork() : need)
                .filter(need -> !need.name().equals("interface") || service.onFargate())
                .toList();
    }

    private NextStart walked(
            Subject subject, List<NextTask> places, List<io.github.ecsmedic.check.Need> needs, Account account) {
        List<Need> seen = SideBySide.of(needs, need -> {
            Map<String, Foresight> found = new LinkedHashMap<>();
            List<NextTask> where =
                    need.leg() == null && !need.name().equals("interface") ? places.subList(0, 1) : places;
            List<Foresight> all =
                    SideBySide.of(where, next -> new Prospect(subject, next.task(), account, known).of(need));
            for (int i = 0; i < where.size(); i++) {
                found.put(where.get(i).place(), all.get(i));
            }
            return told(need, found);
        });
        List<Cause> causes = new ArrayList<>();
        seen.stream().flatMap(need -> need.causes().stream()).distinct().forEach(causes::add);
        return new NextStart(subject, "", seen, Remedies.of(causes, fixes, new Declared(subject, account)), List.of());
    }

    private static Need told(io.github.ecsmedic.check.Need need, Map<String, Foresight> found) {
        Foresight all = Foresight.all(found.values());
        return new Need(
                need.name(),
                need.destination(),
                all.outlook(),
                found.entrySet().stream()
                        .filter(entry -> entry.getValue().outlook() == all.outlook())
                        .map(Map.Entry::getKey)
                        .toList(),
                all.causes(),
                all.outlook() == Outlook.OK ? List.of() : all.path(),
                all.notChecked());
    }
}
