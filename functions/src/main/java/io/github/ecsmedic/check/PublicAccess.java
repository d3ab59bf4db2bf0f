package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Way.Track;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether VPC Block Public Access drops what leaves by an internet gateway, although every route is in order.
 *
 * <p>{@code block-bidirectional} stops it all; {@code block-ingress} lets only NAT gateways and egress-only gateways
 * through. An exclusion must cover the subnet from which the packets enter the internet gateway, or the whole VPC.
 */
public final class PublicAccess implements AboutLeg {
    private static final String NOT_OUT = "the packets do not leave by an internet gateway";

    @Override
    public String id() {
        return "public-access";
    }

    @Override
    public String question() {
        return "Does VPC Block Public Access let the packets through the internet gateway";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(NameQuestion.ACTIONS, Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS),
                "ec2:DescribeVpcBlockPublicAccessOptions",
                "ec2:DescribeVpcBlockPublicAccessExclusions");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.INTERNET);
    }

    @Override
    public boolean overTheInternet() {
        return true;
    }

    @Override
    public boolean restsOnAddress() {
        return true;
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (Answered.is(inquiry)) {
            return new NotApplicable(Answered.WHY);
        }
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable(NOT_OUT);
        }
        return Reads.then(Place.of(inquiry), (place, _) -> switch (new WayOut(inquiry, place)
                .to(Legs.aim(inquiry, leg), leg.destination())) {
            case Way.Unseen(String why) -> new Inconclusive(why);
            case Way.Beyond(var _, String _, Track _) -> new NotApplicable(NOT_OUT);
            case Way.Inside(Track _) -> new NotApplicable(NOT_OUT);
            case Way.Closed(String _, Track _) -> new NotApplicable(NOT_OUT);
            case Way.Open(var nat, Track track) -> open(inquiry, place, nat, track);
        });
    }

    private static CheckResult open(Inquiry inquiry, Place place, @Nullable NatGateway nat, Track track) {
        boolean egressOnly =
                nat != null || !track.resources().first("egress-only-gateway").isEmpty();
        boolean out = egressOnly || !track.resources().first("internet-gateway").isEmpty();
        if (!track.resources().first("gateway-endpoint").isEmpty()) {
            return new NotApplicable(NOT_OUT);
        }
        String subnet = nat == null ? place.subnet().id() : nat.subnet();
        return !out
                ? new NotApplicable(NOT_OUT)
                : Reads.then(
                        inquiry.account().networks().publicAccessBlock(),
                        (block, source) -> verdict(place, new Border(subnet, egressOnly), block, source));
    }

    /** {@code subnet} is the one from which the packets enter the gateway, {@code ""} for a regional NAT gateway. */
    private record Border(String subnet, boolean egressOnly) {}

    private static CheckResult verdict(Place place, Border border, PublicAccessBlock block, String source) {
        boolean free = block.mode().equals("off") || (block.mode().equals("block-ingress") && border.egressOnly());
        Optional<Exclusion> exempt = block.exclusions().stream()
                .filter(e -> e.resource().equals(place.subnet().vpcId())
                        || e.resource().equals(border.subnet()))
                .filter(e ->
                        block.mode().equals("block-bidirectional") || e.mode().equals("allow-bidirectional"))
                .findFirst();
        Resources named = place.resources().and(Resources.of("gateway-subnet", border.subnet()));
        if (free || exempt.isPresent()) {
            String says = "VPC Block Public Access is " + block.mode()
                    + exempt.map(e -> ", and " + e.resource() + " is excluded from it")
                            .orElse("");
            return new Passed(named, List.of(new Evidence(says, source)), path("passed", block.mode()));
        }
        boolean elsewhere = block.exclusions().stream()
                .anyMatch(e -> e.resource().equals(place.subnet().id())
                        || border.subnet().isEmpty());
        if (elsewhere) {
            return new Inconclusive(
                    "whether the exclusions of VPC Block Public Access cover the way is not known: " + source);
        }
        Evidence fact = new Evidence(
                "VPC Block Public Access of the region is " + block.mode() + ", and no exclusion covers "
                        + border.subnet() + " or " + place.subnet().vpcId(),
                source);
        return new Failed(
                "blocked",
                named.and(Resources.of("block-mode", block.mode())),
                List.of(fact),
                path("failed", block.mode() + ", without an exclusion"));
    }

    private static List<Exhibit> path(String verdict, String says) {
        return List.of(new Exhibit.Path(Stops.at(Station.INTERNET, "", verdict, says)));
    }
}
