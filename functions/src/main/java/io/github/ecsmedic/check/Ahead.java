package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Routing;
import io.github.ecsmedic.network.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The reads that every check about a connection begins with, to be sent at once and while the message is still being
 * understood: otherwise each would wait for the one before it.
 */
public final class Ahead {
    private static final Set<Target> OUT =
            Set.of(Target.NAT_GATEWAY, Target.INTERNET_GATEWAY, Target.EGRESS_ONLY_GATEWAY);

    private Ahead() {}

    /** Each may run on a thread of its own; they ask what the checks will ask where nothing is at fault. */
    public static List<Runnable> of(Inquiry inquiry) {
        return Leg.of(inquiry).map(leg -> of(inquiry, leg)).orElseGet(List::of);
    }

    private static List<Runnable> of(Inquiry inquiry, Leg leg) {
        List<Runnable> reads = new ArrayList<>();
        reads.add(() -> Legs.locate(inquiry, leg));
        if (Leg.unresolved(inquiry)) {
            reads.add(() -> Place.of(inquiry));
            return reads;
        }
        Task task = inquiry.task();
        if (task != null && !Place.onInstance(task) && task.networkInterface().isEmpty()) {
            reads.add(() -> Starts.of(inquiry, ""));
        }
        reads.add(() -> Deployments.starter(inquiry));
        if (leg.internal()) {
            reads.add(() -> there(inquiry, (networks, subnet) -> networks.routeTable(subnet.id(), subnet.vpcId())));
        } else {
            reads.add(() -> routed(inquiry, (networks, routes) -> lists(networks, leg, routes)));
            reads.add(() -> routed(
                    inquiry,
                    (networks, routes) -> outward(leg, routes)
                            .filter(route -> Target.of(route.target()) == Target.NAT_GATEWAY)
                            .ifPresent(route -> networks.natGateway(route.target()))));
            reads.add(() -> routed(
                    inquiry,
                    (networks, routes) -> outward(leg, routes)
                            .filter(route -> OUT.contains(Target.of(route.target())))
                            .ifPresent(_ -> networks.publicAccessBlock())));
        }
        if (leg.s3() || !leg.services().isEmpty()) {
            reads.add(() -> there(inquiry, (networks, subnet) -> networks.endpoints(subnet.vpcId())));
        }
        return reads;
    }

    private static void lists(Networks networks, Leg leg, List<Route> routes) {
        if (leg.dialled().isPresent()) {
            networks.prefixLists(Routing.listsIn(routes));
        }
    }

    /** The route by which the packets leave unless a list names them, as it does where S3 has a gateway endpoint. */
    private static Optional<Route> outward(Leg leg, List<Route> routes) {
        return leg.s3() && !Routing.listsIn(routes).isEmpty()
                ? Optional.empty()
                : Routing.byDefault(routes, leg.dialled().filter(Address::isSix).isPresent())
                        .filter(route -> !route.state().equals("blackhole"));
    }

    /** What depends on the routes of the task's subnet. */
    private static void routed(Inquiry inquiry, BiConsumer<Networks, List<Route>> read) {
        there(inquiry, (networks, subnet) -> {
            if (networks.routeTable(subnet.id(), subnet.vpcId())
                    instanceof Known<RouteTable>(RouteTable table, String _)) {
                read.accept(networks, table.routes());
            }
        });
    }

    private static void there(Inquiry inquiry, BiConsumer<Networks, Subnet> read) {
        if (Place.of(inquiry) instanceof Known<Place>(Place place, String _)) {
            read.accept(inquiry.account().networks(), place.subnet());
        }
    }
}
