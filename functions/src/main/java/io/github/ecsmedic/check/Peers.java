package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions.Peer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The two ends of a connection as the rules of security groups see them. */
final class Peers {
    private Peers() {}

    /** What {@link #groups} may read. */
    static final Set<String> ACTIONS =
            Reads.actions(List.of(Place.ACTIONS, Starts.ACTIONS), "ec2:DescribeNetworkInterfaces");

    /**
     * The security groups with which the packets start: the instance's, else the deployment's; none when the VPC's
     * default group applies. For a one-off task those of its network interface, if that is still there, else those that
     * the request named which started it.
     */
    static Answer<List<String>> groups(Inquiry inquiry, Place place) {
        if (place.instance() != null) {
            return new Known<>(place.instance().securityGroups(), "ec2:DescribeInstances");
        }
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                found.isEmpty() ? worn(inquiry) : new Known<>(found.get().securityGroups(), source);
        };
    }

    private static Answer<List<String>> worn(Inquiry inquiry) {
        String id = inquiry.task() == null ? "" : inquiry.task().networkInterface();
        Answer<List<NetworkInterface>> read = id.isEmpty()
                ? new Known<>(List.of(), "event")
                : inquiry.account().networks().interfaces(List.of(id));
        if (read instanceof Known<List<NetworkInterface>>(List<NetworkInterface> found, String source)
                && !found.isEmpty()) {
            return new Known<>(found.getFirst().securityGroups(), source);
        }
        return switch (Starts.of(inquiry, "the task's security groups are")) {
            case Unknown<Start> unknown -> unknown.as();
            case Known<Start>(Start start, String source) -> new Known<>(start.securityGroups(), source);
        };
    }

    /** The task: its own address, else anywhere in its subnet. */
    static Peer task(Place place, List<String> groups) {
        return new Peer(addresses(place), Set.copyOf(groups), Set.of(), true);
    }

    /** The task's own address, else any in its subnet. */
    static List<Cidr> addresses(Place place) {
        return place.address().isEmpty()
                ? Cidr.parse(place.subnet().cidr()).stream().toList()
                : single(place.address());
    }

    /** One address. */
    static List<Cidr> single(String address) {
        return Address.parse(address).map(a -> new Cidr(a, a.bits())).stream().toList();
    }
}
