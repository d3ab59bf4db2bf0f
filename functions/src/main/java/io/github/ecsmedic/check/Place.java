package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Instance;
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
 * Where in the network the failed task was put, so that its packets start there.
 *
 * @param instance the EC2 instance that pulls, logs and fetches secrets for its tasks; null on Fargate
 * @param shared whether another account owns the subnet, and so hides its tables and endpoints
 */
record Place(Subnet subnet, String address, @Nullable Instance instance, boolean shared, String source) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeInstances", "ec2:DescribeSubnets", "ecs:DescribeContainerInstances", "ecs:DescribeServices");

    private static final String SUBNETS = "ec2:DescribeSubnets";

    /**
     * The subnet of the instance, of the task's own network interface, or else the first one of its deployment.
     *
     * <p>A subnet of another account is {@link Unknown}: most of what matters there cannot be seen.
     */
    static Answer<Place> of(Inquiry inquiry) {
        return switch (wherever(inquiry)) {
            case Unknown<Place> unknown -> unknown;
            case Known<Place>(Place place, String source) ->
                place.shared
                        ? new Unknown<>(
                                "subnet " + place.subnet.id() + " is shared by account " + place.subnet.owner(), source)
                        : new Known<>(place, source);
        };
    }

    /** The same, whoever owns the subnet. */
    static Answer<Place> wherever(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task != null && onInstance(task)) {
            return switch (Hosting.instance(inquiry, task)) {
                case Unknown<Instance> unknown -> unknown.as();
                case Known<Instance>(Instance host, String _) -> at(inquiry, host.subnet(), host.address(), host);
            };
        }
        String address = task == null ? "" : task.address();
        if (task != null && !task.subnet().isEmpty()) {
            return at(inquiry, task.subnet(), address, null);
        }
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(var found, String source) -> {
                List<String> subnets = found.map(Deployment::subnets).orElseGet(List::of);
                yield subnets.isEmpty()
                        ? new Unknown<>("neither event nor deployment names a subnet", source)
                        : at(inquiry, subnets.getFirst(), address, null);
            }
        };
    }

    /** Whether the task runs on a machine of the customer's. */
    static boolean onInstance(Task task) {
        return !task.containerInstanceArn().isEmpty()
                || task.launchType().equals("EC2")
                || task.launchType().equals("EXTERNAL");
    }

    /** The hop from which the packets start. */
    Stop start() {
        String where = (instance == null ? "" : "on instance " + instance.id() + " ") + "in " + subnet.id() + " of "
                + subnet.vpcId();
        return new Stop(Station.TASK, new Hop(Station.TASK.word(), address, "passed", where));
    }

    /** VPC and subnet, and the instance where there is one. */
    Resources resources() {
        return Resources.of(
                "vpc", subnet.vpcId(), "subnet", subnet.id(), "instance", instance == null ? "" : instance.id());
    }

    private static Answer<Place> at(Inquiry inquiry, String id, String address, @Nullable Instance instance) {
        return switch (inquiry.account().networks().subnet(id)) {
            case Unknown<Optional<Subnet>> unknown -> unknown.as();
            case Known<Optional<Subnet>>(Optional<Subnet> found, String source) ->
                found.<Answer<Place>>map(subnet -> new Known<>(
                                new Place(subnet, address, instance, shared(inquiry, subnet), source), source))
                        .orElseGet(() -> new Unknown<>("there is no subnet " + id, SUBNETS));
        };
    }

    private static boolean shared(Inquiry inquiry, Subnet subnet) {
        String account = inquiry.subject().account();
        return !subnet.owner().isEmpty()
                && !account.isEmpty()
                && !subnet.owner().equals(account);
    }
}
