package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Map;

/** The clusters of a {@link FakeAccount}: those of its services. */
public final class FakeClusters implements Clusters {
    private final FakeBalancers.Answering account;
    private final Map<String, Service> services;
    private final List<Task> tasks;

    FakeClusters(FakeBalancers.Answering account, Map<String, Service> services, List<Task> tasks) {
        this.account = account;
        this.services = services;
        this.tasks = tasks;
    }

    @Override
    public Answer<List<String>> arns() {
        return account.answer(
                "ecs:ListClusters",
                () -> services.values().stream()
                        .map(Service::clusterArn)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public Answer<List<Task>> stopped(String cluster) {
        return account.answer(
                "ecs:ListTasks",
                () -> tasks.stream()
                        .filter(t ->
                                t.cluster().equals(cluster) && t.lastStatus().equals("STOPPED"))
                        .toList());
    }
}
