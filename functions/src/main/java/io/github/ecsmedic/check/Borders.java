package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.AclRules.Traffic;
import io.github.ecsmedic.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The borders of subnets that a connection crosses, there and back. Within one subnet there is none.
 *
 * @param task the addresses that the task may have
 */
record Borders(Leg leg, Place place, FarEnd far, List<Cidr> task) {
    /** The ports from which Linux opens connections, and to which answers come. */
    private static final int CLIENT_FROM = 32_768;

    private static final int CLIENT_TO = 60_999;

    /** The same of a NAT gateway. */
    private static final int NAT_FROM = 1_024;

    private static final int NAT_TO = 65_535;

    Borders {
        task = List.copyOf(task);
    }

    /** Out of the task's subnet and back into it. */
    List<Passage> ofTask() {
        String subnet = place.subnet().id();
        boolean stays = Cidr.parse(place.subnet().cidr()).filter(far::within).isPresent();
        return stays
                ? List.of()
                : List.of(
                        toFar(Station.NETWORK_ACL, subnet, true, leg.port(), leg.port()),
                        toFar(Station.RETURN, subnet, false, CLIENT_FROM, CLIENT_TO));
    }

    /** Into the subnet of an endpoint's network interface and out of it. */
    List<Passage> ofEndpoint(NetworkInterface at) {
        return served(Station.ENDPOINT_ACL, at.subnet());
    }

    /** Through the subnet of the NAT gateway, which opens a connection of its own to the far end. */
    List<Passage> ofNat(@Nullable NatGateway nat) {
        if (nat == null || nat.subnet().isEmpty()) {
            return List.of();
        }
        List<Passage> all = new ArrayList<>(served(Station.GATEWAY_ACL, nat.subnet()));
        all.add(toFar(Station.GATEWAY_ACL, nat.subnet(), true, leg.port(), leg.port()));
        all.add(toFar(Station.GATEWAY_ACL, nat.subnet(), false, NAT_FROM, NAT_TO));
        return all;
    }

    private Passage toFar(Station at, String subnet, boolean out, int from, int to) {
        Traffic traffic = new Traffic(far.ranges(), from, to);
        return new Passage(at, subnet, out, traffic, far.exact(), leg.destination(), far.written());
    }

    private List<Passage> served(Station at, String subnet) {
        return subnet.isEmpty() || subnet.equals(place.subnet().id())
                ? List.of()
                : List.of(
                        toTask(at, subnet, false, leg.port(), leg.port()),
                        toTask(at, subnet, true, CLIENT_FROM, CLIENT_TO));
    }

    private Passage toTask(Station at, String subnet, boolean out, int from, int to) {
        boolean exact =
                task.stream().allMatch(range -> range.length() == range.base().bits());
        return new Passage(
                at,
                subnet,
                out,
                new Traffic(task, from, to),
                exact,
                "the task",
                List.of(place.subnet().cidr()));
    }
}
