package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in the network the failed task was put: the subnet from which its packets start.
 *
 * @param address the task's own address, or {@code ""}
 */
record Place(Subnet subnet, String address, String source) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of("ec2:DescribeSubnets", "ecs:DescribeServices");

    /**
     * The subnet of the task's own network interface, else the first one of its deployment.
     *
     * <p>A task on an EC2 instance pulls, logs and fetches secrets through the instance, whose subnet is not read; a
     * subnet of another account hides its tables and endpoints. Both are {@link Unknown}.
     */
    static Answer<Place> of(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task != null && onInstance(task)) {
            return new Unknown<>("the task uses the network of its EC2 instance", "ec2:DescribeInstances");
        }
        String id = task == null ? "" : task.subnet();
        if (!id.isEmpty()) {
            return subnet(inquiry, id);
        }
        return switch (deployment(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) -> {
                List<String> subnets = found.map(Deployment::subnets).orElseGet(List::of);
                yield subnets.isEmpty()
                        ? new Unknown<>("neither event nor deployment names a subnet", source)
                        : subnet(inquiry, subnets.getFirst());
            }
        };
    }

    /** The deployment that started the task; empty for a one-off task and when it is no longer among the deployments. */
    static Answer<Optional<Deployment>> deployment(Inquiry inquiry) {
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

    /** The hop from which the packets start. */
    Stop start() {
        return new Stop(
                Station.TASK,
                new Hop(Station.TASK.word(), address, "passed", "in " + subnet.id() + " of " + subnet.vpcId()));
    }

    /** VPC and subnet. */
    Resources resources() {
        return Resources.of("vpc", subnet.vpcId(), "subnet", subnet.id());
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

    private static boolean onInstance(Task task) {
        return !task.containerInstanceArn().isEmpty()
                || task.launchType().equals("EC2")
                || task.launchType().equals("EXTERNAL");
    }

    private static String address(Inquiry inquiry) {
        Task task = inquiry.task();
        return task == null ? "" : task.address();
    }

    private static Answer<Place> subnet(Inquiry inquiry, String id) {
        return switch (inquiry.account().networks().subnet(id)) {
            case Unknown<Optional<Subnet>> unknown -> unknown.as();
            case Known<Optional<Subnet>>(Optional<Subnet> found, String source) ->
                found.isEmpty() ? new Unknown<>("there is no subnet " + id, source) : own(inquiry, found.get(), source);
        };
    }

    private static Answer<Place> own(Inquiry inquiry, Subnet subnet, String source) {
        String account = inquiry.subject().account();
        boolean shared = !subnet.owner().isEmpty()
                && !account.isEmpty()
                && !subnet.owner().equals(account);
        return shared
                ? new Unknown<>("subnet " + subnet.id() + " is shared by account " + subnet.owner(), source)
                : new Known<>(new Place(subnet, address(inquiry), source), source);
    }
}
