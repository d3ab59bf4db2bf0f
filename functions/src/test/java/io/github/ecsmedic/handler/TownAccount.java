package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Balancers;
import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Changes;
import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.Running;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.ServiceList;
import io.github.ecsmedic.account.Storage;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.account.Workloads;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The town as one reads it: services as they are now, now and then no answer. */
record TownAccount(Town town, Turns turns) implements Account, Workloads, Clusters, Running {
    /** Nothing of it is asked but what the simulation draws itself. */
    private static final FakeAccount REST = FakeAccount.small();

    private static final int TEN = 10;

    @Override
    public Workloads workloads() {
        return this;
    }

    @Override
    public List<Answer<List<Service>>> services(String cluster, List<String> names) {
        List<Answer<List<Service>>> answers = new ArrayList<>();
        for (int from = 0; from < names.size(); from += TEN) {
            List<String> ten = names.subList(from, Math.min(names.size(), from + TEN));
            answers.add(answer(() ->
                    ten.stream().flatMap(name -> town.described(name).stream()).toList()));
        }
        return answers;
    }

    @Override
    public Answer<Optional<Service>> service(String cluster, String service) {
        return answer(() -> town.described(service));
    }

    private <T> Answer<T> answer(java.util.function.Supplier<T> value) {
        turns.port();
        return turns.crashPerMille > 0 && turns.random.nextInt(20) == 0
                ? new Answer.Unknown<>("ThrottlingException", "ecs:DescribeServices")
                : new Answer.Known<>(value.get(), "ecs:DescribeServices");
    }

    @Override
    public Diagnosis.Cost cost() {
        return Diagnosis.Cost.NONE;
    }

    @Override
    public Clusters clusters() {
        return this;
    }

    @Override
    public Running running() {
        return this;
    }

    @Override
    public Answer<List<String>> arns() {
        return answer(() -> List.of(Town.CLUSTER));
    }

    @Override
    public Answer<List<Task>> stopped(String cluster) {
        return town.listsStopped
                ? answer(town::stopped)
                : new Answer.Unknown<>("AccessDeniedException", "ecs:ListTasks");
    }

    @Override
    public Answer<List<String>> services(String cluster) {
        return answer(
                () -> town.places().keySet().stream().sorted().map(Town::arn).toList());
    }

    @Override
    public List<Answer<List<Service>>> described(String cluster, List<String> arns) {
        return services(cluster, arns.stream().map(Arn::lastPart).toList());
    }

    @Override
    public Answer<List<Task>> tasks(String cluster, String service) {
        return answer(List::of);
    }

    @Override
    public Deployments deployments() {
        return REST.deployments();
    }

    @Override
    public Networks networks() {
        return REST.networks();
    }

    @Override
    public Names names() {
        return REST.names();
    }

    @Override
    public Roles roles() {
        return REST.roles();
    }

    @Override
    public Logs logs() {
        return REST.logs();
    }

    @Override
    public Changes changes() {
        return REST.changes();
    }

    @Override
    public Balancers balancers() {
        return REST.balancers();
    }

    @Override
    public Images images() {
        return REST.images();
    }

    @Override
    public Capacity capacity() {
        return REST.capacity();
    }

    @Override
    public Storage storage() {
        return REST.storage();
    }

    @Override
    public Vault vault() {
        return REST.vault();
    }

    @Override
    public Keys keys() {
        return REST.keys();
    }

    @Override
    public LogGroups logGroups() {
        return REST.logGroups();
    }

    @Override
    public Answer<TaskDefinition> taskDefinition(String arn) {
        return REST.taskDefinition(arn);
    }

    @Override
    public Answer<Optional<Task>> task(String cluster, String task) {
        return REST.task(cluster, task);
    }

    @Override
    public Answer<Optional<Map<String, String>>> taskTags(String cluster, String task) {
        return REST.taskTags(cluster, task);
    }

    @Override
    public Answer<Optional<String>> instanceOf(String cluster, String containerInstance) {
        return REST.instanceOf(cluster, containerInstance);
    }

    @Override
    public Answer<List<Task>> stoppedTasks(String cluster, String service) {
        return REST.stoppedTasks(cluster, service);
    }

    @Override
    public Answer<ServiceList> firstServices(String cluster) {
        return REST.firstServices(cluster);
    }

    @Override
    public Answer<Integer> activeServices(String cluster) {
        return REST.activeServices(cluster);
    }
}
