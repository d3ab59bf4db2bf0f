package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the cluster of a {@link FakeAccount} runs; it looks at the account's own services and tasks. */
public final class FakeRunning implements Running {
    /** How the account answers, so that its faults hold here too. */
    interface Answering {
        <T> Answer<T> answer(String operation, Supplier<T> value);
    }

    private final Answering account;
    private final Map<String, Service> services;
    private final List<Task> tasks;

    FakeRunning(Answering account, Map<String, Service> services, List<Task> tasks) {
        this.account = account;
        this.services = services;
        this.tasks = tasks;
    }

    @Override
    public Answer<List<String>> services(String cluster) {
        return account.answer(
                "ecs:ListServices",
                () -> services.values().stream().map(Service::arn).toList());
    }

    @Override
    public List<Answer<List<Service>>> described(String cluster, List<String> arns) {
        List<Answer<List<Service>>> batches = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += 10) {
            List<String> batch = arns.subList(from, Math.min(arns.size(), from + 10));
            batches.add(account.answer(
                    "ecs:DescribeServices",
                    () -> services.values().stream()
                            .filter(s -> batch.contains(s.arn()) || batch.contains(s.name()))
                            .toList()));
        }
        return batches;
    }

    @Override
    public Answer<List<Task>> tasks(String cluster, String service) {
        return account.answer(
                "ecs:ListTasks",
                () -> tasks.stream()
                        .filter(t -> t.service().equals(service)
                                && (t.lastStatus().equals("RUNNING")
                                        || t.desiredStatus().equals("RUNNING")))
                        .toList());
    }
}
