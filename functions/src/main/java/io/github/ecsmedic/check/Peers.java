package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
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
import java.util.TreeSet;

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

    /** The same, with the VPC's default group by its id. */
    static Answer<List<String>> byId(Inquiry inquiry, Place place) {
        Answer<List<String>> named = groups(inquiry, place);
        return named instanceof Known<List<String>>(List<String> ids, String _) && ids.isEmpty()
                ? switch (inquiry.account()
                        .networks()
                        .defaultSecurityGroup(place.subnet().vpcId())) {
                    case Unknown<Optional<SecurityGroup>> unknown -> unknown.as();
                    case Known<Optional<SecurityGroup>>(Optional<SecurityGroup> found, String source) ->
                        found.isEmpty()
                                ? new Unknown<>("empty answer", source)
                                : new Known<>(List.of(found.get().id()), source);
                }
                : named;
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

    /** With the prefix lists that the rules name: those that hold the peer, and whether one could not be read. */
    static Peer inLists(Inquiry inquiry, List<Rule> rules, Peer peer) {
        Set<String> lists = new TreeSet<>(peer.lists());
        boolean unread = false;
        List<String> named = rules.stream()
                .flatMap(rule -> rule.prefixLists().stream())
                .filter(id -> !peer.lists().contains(id))
                .distinct()
                .toList();
        for (String id : named) {
            switch (inquiry.account().networks().prefixList(id)) {
                case Unknown<PrefixList> _ -> unread = true;
                case Known<PrefixList>(PrefixList list, String _) -> {
                    if (!peer.ranges().isEmpty() && peer.ranges().stream().allMatch(range -> holds(list, range))) {
                        lists.add(id);
                    }
                }
            }
        }
        return new Peer(peer.ranges(), peer.groups(), lists, unread);
    }

    private static boolean holds(PrefixList list, Cidr range) {
        return list.cidrs().stream().flatMap(text -> Cidr.parse(text).stream()).anyMatch(cidr -> cidr.covers(range));
    }

    /** One address. */
    static List<Cidr> single(String address) {
        return Address.parse(address).map(a -> new Cidr(a, a.bits())).stream().toList();
    }
}
