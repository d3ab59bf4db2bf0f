package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The reads that every check about a connection begins with, to be sent at once and while the message is still being
 * understood: otherwise each would wait for the one before it.
 */
public final class Ahead {
    private Ahead() {}

    /** Each may run on a thread of its own; none asks what no check would ask. */
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
        reads.add(() -> there(inquiry, (networks, subnet) -> networks.routeTable(subnet.id(), subnet.vpcId())));
        if (leg.s3() || !leg.services().isEmpty()) {
            reads.add(() -> there(inquiry, (networks, subnet) -> networks.endpoints(subnet.vpcId())));
        }
        return reads;
    }

    private static void there(Inquiry inquiry, BiConsumer<Networks, Subnet> read) {
        if (Place.of(inquiry) instanceof Known<Place>(Place place, String _)) {
            read.accept(inquiry.account().networks(), place.subnet());
        }
    }
}
