package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Routing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out with the account's help where the packets of a leg go. */
final class Legs {
    /** What {@link #locate} may read. */
    static final Set<String> ACTIONS = Reads.actions(
            List.of(Place.ACTIONS),
            "ec2:DescribeManagedPrefixLists",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeVpcEndpoints",
            "ec2:GetManagedPrefixListEntries");

    private static final Set<Stage> PULL = Set.of(Stage.MANIFEST, Stage.LAYERS);

    private Legs() {}

    /**
     * The leg with its true destination: while an image is pulled from ECR the dialled address beats the printed name,
     * because the registry sends the client on to S3 under the first name.
     */
    static Answer<Leg> locate(Inquiry inquiry, Leg leg) {
        Optional<Address> address = leg.dialled();
        boolean open = PULL.contains(leg.stage()) && address.isPresent() && (leg.s3() || ofEcr(leg));
        if (!open) {
            return new Known<>(leg, "message");
        }
        if (leg.internal()) {
            return Hosts.s3(leg.host()) ? new Known<>(leg, "message") : new Known<>(inside(inquiry, leg), "message");
        }
        return switch (ranges(inquiry)) {
            case Unknown<Optional<PrefixList>> unknown ->
                leg.stage() == Stage.LAYERS ? unknown.as() : new Known<>(leg, "message");
            case Known<Optional<PrefixList>>(Optional<PrefixList> list, String source) -> {
                if (list.isEmpty()) {
                    yield new Known<>(leg, source);
                }
                boolean s3 = Routing.holds(list.get(), address.get());
                boolean elsewhere = !s3 && leg.s3() && !Hosts.s3(leg.host());
                yield new Known<>(
                        s3 ? leg.to(leg.host(), List.of(), true) : elsewhere ? toRegistry(leg, inquiry) : leg, source);
            }
        };
    }

    /** To S3 where the private address is that of an S3 interface endpoint of the VPC, else to the registry. */
    private static Leg inside(Inquiry inquiry, Leg leg) {
        boolean s3 = Place.of(inquiry) instanceof Known<Place>(Place place, String _)
                && inquiry.account().networks().endpoints(place.subnet().vpcId())
                        instanceof Known<List<Endpoint>>(List<Endpoint> all, String _)
                && holds(inquiry, Endpoints.interfaces(all, inquiry.subject().region(), "s3"), leg.address());
        return s3 ? leg.to(leg.host(), Leg.S3, true) : toRegistry(leg, inquiry);
    }

    private static boolean holds(Inquiry inquiry, List<Endpoint> endpoints, String address) {
        List<String> ids =
                endpoints.stream().flatMap(e -> e.networkInterfaces().stream()).toList();
        return !ids.isEmpty()
                && inquiry.account().networks().interfaces(ids)
                        instanceof Known<List<NetworkInterface>>(List<NetworkInterface> found, String _)
                && found.stream().anyMatch(i -> i.addresses().contains(address));
    }

    /** The addresses of Amazon S3 in the subject's region. */
    static Answer<Optional<PrefixList>> ranges(Inquiry inquiry) {
        return inquiry.account()
                .networks()
                .awsPrefixList("com.amazonaws." + inquiry.subject().region() + ".s3");
    }

    /**
     * The address that a route must lead to: the dialled one; for S3 any of its addresses, since the route may name them
     * only by prefix list. Empty where only the default route can carry it.
     */
    static Optional<Address> aim(Inquiry inquiry, Leg leg) {
        if (leg.dialled().isPresent()
                || !leg.s3()
                || !Hosts.here(leg.host(), inquiry.subject().region())) {
            return leg.dialled();
        }
        return ranges(inquiry) instanceof Known<Optional<PrefixList>>(Optional<PrefixList> list, String _)
                ? list.stream()
                        .flatMap(l -> l.cidrs().stream())
                        .flatMap(text -> Cidr.parse(text).stream())
                        .map(Cidr::base)
                        .filter(base -> !base.isSix())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean ofEcr(Leg leg) {
        return leg.services().contains("ecr.dkr");
    }

    private static Leg toRegistry(Leg leg, Inquiry inquiry) {
        String image = ImageReference.parse(Leg.image(inquiry)).host();
        String host = Hosts.ecr(leg.host()) ? leg.host() : image;
        boolean here = Hosts.here(host, inquiry.subject().region());
        return leg.to(host, here ? Hosts.services(host) : List.of(), false);
    }
}
