package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the deployment that started the failed task. */
final class Deployments {
    private Deployments() {}

    /** Empty for a one-off task and when it is no longer among the deployments of its service. */
    static Answer<Optional<Deployment>> starter(Inquiry inquiry) {
        if (inquiry.subject().service().isEmpty()) {
            return new Known<>(Optional.empty(), "event");
        }
        Answer<Optional<Service>> read = inquiry.account()
                .workloads()
                .service(inquiry.subject().cluster(), inquiry.subject().service());
        return switch (read) {
            case Unknown<Optional<Service>> unknown -> unknown.as();
            case Known<Optional<Service>>(Optional<Service> service, String source) ->
                new Known<>(service.flatMap(s -> starter(s, inquiry.task())), source);
        };
    }

    private static Optional<Deployment> starter(Service service, @Nullable Task task) {
        String id = task == null ? "" : task.startedBy();
        Optional<Deployment> same =
                service.deployments().stream().filter(d -> d.id().equals(id)).findFirst();
        return same.isPresent() || !id.isEmpty()
                ? same
                : service.deployments().stream()
                        .filter(d -> d.status().equals("PRIMARY"))
                        .findFirst();
    }
}
