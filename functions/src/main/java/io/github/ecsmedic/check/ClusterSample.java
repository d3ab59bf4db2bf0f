package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.ServiceList;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The other services of the failed task's cluster, as many as a few calls can tell.
 *
 * @param own 1 when the task is a service's, which has been looked at already, else 0
 * @param of how many services the cluster has, the own one included; 0 when that is not known
 * @param calls how many requests it took
 * @param unread what could not be read of them
 */
record ClusterSample(List<Service> others, int own, int of, int calls, List<String> unread) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("ecs:DescribeClusters", "ecs:DescribeServices", "ecs:ListServices");

    private static final int AT_MOST = 100;
    private static final int A_REQUEST = 10;

    ClusterSample {
        others = List.copyOf(others);
        unread = List.copyOf(unread);
    }

    /** Sends at most this many requests, all but the first two at the same time. */
    static Answer<ClusterSample> of(Inquiry inquiry, int calls) {
        String cluster = inquiry.subject().cluster();
        return switch (inquiry.account().workloads().firstServices(cluster)) {
            case Unknown<ServiceList> unknown -> unknown.as();
            case Known<ServiceList>(ServiceList listed, String source) ->
                new Known<>(described(inquiry, listed, calls - 1), source);
        };
    }

    private static ClusterSample described(Inquiry inquiry, ServiceList listed, int calls) {
        String cluster = inquiry.subject().cluster();
        String service = inquiry.subject().service();
        int own = service.isEmpty() ? 0 : 1;
        List<String> unread = new ArrayList<>();
        int of = listed.more() ? count(inquiry, unread) : listed.arns().size();
        int requests = listed.more() ? calls - 1 : calls;
        List<String> names = listed.arns().stream()
                .filter(arn -> !Arn.lastPart(arn).equals(service))
                .limit(Math.min(AT_MOST - own, (long) requests * A_REQUEST))
                .toList();
        List<Service> others = new ArrayList<>();
        List<Answer<List<Service>>> batches = inquiry.account().workloads().services(cluster, names);
        for (Answer<List<Service>> batch : batches) {
            switch (batch) {
                case Unknown<List<Service>> unknown -> unread.add(unknown.why());
                case Known<List<Service>>(List<Service> services, String _) -> others.addAll(services);
            }
        }
        return new ClusterSample(
                others,
                own,
                of,
                1 + (listed.more() ? 1 : 0) + batches.size(),
                unread.stream().distinct().toList());
    }

    private static int count(Inquiry inquiry, List<String> unread) {
        return switch (inquiry.account()
                .workloads()
                .activeServices(inquiry.subject().cluster())) {
            case Unknown<Integer> unknown -> {
                unread.add("how many services there are: " + unknown.why());
                yield 0;
            }
            case Known<Integer>(Integer active, String _) -> Math.max(active, AT_MOST + 1);
        };
    }

    /** The deployment that starts a service's tasks now. */
    static Optional<Deployment> primary(Service service) {
        return service.deployments().stream()
                .filter(deployment -> deployment.status().equals("PRIMARY"))
                .findFirst();
    }
}
