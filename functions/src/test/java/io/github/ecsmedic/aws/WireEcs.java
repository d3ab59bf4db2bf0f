package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon ECS: what it does not know it tells among the failures of an answer. */
final class WireEcs implements WireService {
    /** A task of the service that runs and that nobody protects. */
    private static final String RUNNING =
            "arn:aws:ecs:us-east-1:111122223333:task/prod/9999ffff9999ffff9999ffff9999ffff";

    private final Contents.Cluster cluster;
    private final Contents.Network network;
    private final WireNeeds needs;
    private final WirePlaces places;
    private final Pages pages;

    WireEcs(Contents contents, Pages pages) {
        cluster = contents.cluster();
        network = contents.network();
        needs = new WireNeeds(contents);
        places = new WirePlaces(contents.places());
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeTaskDefinition" -> definition(q);
            case "DescribeServices" ->
                described(
                        q,
                        "services",
                        q.json().texts("services"),
                        id -> cluster.services().values().stream()
                                .filter(s -> s.arn().equals(id) || s.name().equals(id))
                                .map(s -> needs.service(WireServices.service(
                                        s, q.json().texts("include").contains("TAGS")))));
            case "DescribeTasks" ->
                described(
                        q,
                        "tasks",
                        q.json().texts("tasks"),
                        id -> tasks(t -> t.arn().endsWith(id)).map(WireTasks::task));
            case "DescribeContainerInstances" ->
                described(q, "containerInstances", q.json().texts("containerInstances"), this::host);
            case "ListContainerInstances" -> listed(q, "containerInstanceArns", places.arns(q.text("filter")), 100);
            case "DescribeCapacityProviders" ->
                described(q, "capacityProviders", q.json().texts("capacityProviders"), places::provider);
            case "DescribeServiceDeployments" ->
                described(
                        q,
                        "serviceDeployments",
                        q.json().texts("serviceDeploymentArns"),
                        id -> Stream.ofNullable(cluster.deployments().get(id)).map(WireServices::deployment));
            case "DescribeServiceRevisions" ->
                described(
                        q,
                        "serviceRevisions",
                        q.json().texts("serviceRevisionArns"),
                        id -> Stream.ofNullable(cluster.revisions().get(id)).map(WireServices::revision));
            case "DescribeClusters" -> ok(q, Tree.of("clusters", List.of(prod()), "failures", List.of()));
            case "ListServices" ->
                listed(
                        q,
                        "serviceArns",
                        cluster.services().values().stream()
                                .map(s -> (Object) s.arn())
                                .toList(),
                        10);
            case "ListTasks" -> listTasks(q);
            case "ListServiceDeployments" ->
                unknownService(q.text("service"))
                        ? Protocol.JSON.error(400, "ServiceNotFoundException")
                        : listed(q, "serviceDeployments", rollouts(), 20);
            case "GetTaskProtection" ->
                described(q, "protectedTasks", q.json().texts("tasks"), id -> Stream.of(protection(id)));
            default -> throw new NotRendered(q.operation());
        };
    }

    private Tree prod() {
        return Tree.of(
                "clusterName", "prod",
                "status", "ACTIVE",
                "activeServicesCount", cluster.services().size(),
                "registeredContainerInstancesCount", places.registered(),
                "capacityProviders", places.clusterProviders());
    }

    /** One that is not spoken of as a place is the first instance of the network. */
    private Stream<Tree> host(String id) {
        return Stream.concat(
                        places.host(id).stream(),
                        network.instances().keySet().stream()
                                .map(host -> Tree.of("containerInstanceArn", id, "ec2InstanceId", host)))
                .limit(1);
    }

    private HttpExecuteResponse definition(Question q) {
        String asked = q.text("taskDefinition");
        var found = cluster.definitions().get(asked);
        return found == null
                ? Protocol.JSON.error(400, "ClientException")
                : ok(q, Tree.of("taskDefinition", needs.definition(found)));
    }

    private Stream<Task> tasks(Predicate<Task> which) {
        return cluster.tasks().stream().filter(which);
    }

    private HttpExecuteResponse listTasks(Question q) {
        String service = q.text("serviceName");
        if (unknownService(service)) {
            return Protocol.JSON.error(400, "ServiceNotFoundException");
        }
        boolean stopped = q.text("desiredStatus").equals("STOPPED");
        List<Object> arns = new ArrayList<>();
        if (stopped) {
            tasks(t -> t.service().equals(service)).forEach(t -> arns.add(t.arn()));
        } else {
            arns.add(RUNNING);
            cluster.shielded().forEach(t -> arns.add(t.arn()));
        }
        return listed(q, "taskArns", arns, 100);
    }

    private boolean unknownService(String service) {
        return cluster.services().values().stream()
                .noneMatch(s -> s.name().equals(service) || s.arn().equals(service));
    }

    /** The newest first, as they were made. */
    private List<Object> rollouts() {
        List<Object> all = new ArrayList<>();
        for (Listed listed : cluster.rollouts()) {
            all.add(Tree.of(
                    "serviceDeploymentArn", listed.arn(),
                    "status", listed.status(),
                    "targetServiceRevisionArn", listed.revision(),
                    "createdAt", WireTasks.seconds(listed.createdAt())));
        }
        return all;
    }

    private Tree protection(String task) {
        return cluster.shielded().stream()
                .filter(t -> t.arn().equals(task))
                .map(ProtectedTask::until)
                .findFirst()
                .map(until ->
                        Tree.of("taskArn", task, "protectionEnabled", true, "expirationDate", WireTasks.seconds(until)))
                .orElseGet(() -> Tree.of("taskArn", task, "protectionEnabled", false));
    }

    private static HttpExecuteResponse described(
            Question q, String name, Collection<String> ids, Function<String, Stream<Tree>> find) {
        List<Tree> found = new ArrayList<>();
        List<Tree> missing = new ArrayList<>();
        for (String id : ids) {
            List<Tree> one = find.apply(id).toList();
            found.addAll(one);
            if (one.isEmpty()) {
                String arn = id.startsWith("arn:")
                        ? id
                        : "arn:aws:ecs:us-east-1:" + FakeAccount.ID + ":" + name + "/prod/" + id;
                missing.add(Tree.of("arn", arn, "reason", "MISSING"));
            }
        }
        return ok(q, Tree.of(name, found, "failures", missing));
    }

    /** {@code usual} is how many ECS puts on a page when the request does not say. */
    private HttpExecuteResponse listed(Question q, String name, List<Object> all, int usual) {
        Pages.Page<Object> page = pages.of(all, q.text("nextToken"), q.most() == 0 ? usual : q.most());
        return ok(q, Tree.of(name, page.items(), "nextToken", page.next()));
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.JSON.answer(q.operation(), tree);
    }
}
