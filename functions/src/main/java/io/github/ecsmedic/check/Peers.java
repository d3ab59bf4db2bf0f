package io.github.ecsmedic.check;

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

    /**
     * The security groups with which the packets start: the instance's, else the deployment's; none when the VPC's
     * default group applies. Unknown for a one-off task on Fargate.
     */
    static Answer<List<String>> groups(Inquiry inquiry, Place place) {
        if (place.instance() != null) {
            return new Known<>(place.instance().securityGroups(), "ec2:DescribeInstances");
        }
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                found.isEmpty()
                        ? new Unknown<>("the task's security groups are known only to who started it", source)
                        : new Known<>(found.get().securityGroups(), source);
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
