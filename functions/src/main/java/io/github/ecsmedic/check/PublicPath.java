package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks from the task's subnet to the dialled address over the internet, as far as route tables and gateways decide.
 *
 * <p>A way through a transit gateway, a peering, a firewall or an appliance leaves our view and is inconclusive. It says
 * nothing of security groups and network ACLs.
 */
public final class PublicPath implements AboutLeg {
    @Override
    public String id() {
        return "public-path";
    }

    @Override
    public String question() {
        return "Do route table and gateways lead from the task's subnet to the destination";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(NameQuestion.ACTIONS, Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS));
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.ROUTE_TABLE);
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
            return new NotApplicable("the name did not resolve, so no packet was sent to it");
        }
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> verdict(
                        inquiry, leg, new WayOut(inquiry, place).to(Legs.aim(inquiry, leg), leg.destination())));
    }

    private static CheckResult verdict(Inquiry inquiry, Leg leg, Way way) {
        return switch (way) {
            case Way.Unseen(String why) -> new Inconclusive(why);
            case Way.Beyond(var _, String says, var _) -> new Inconclusive(says + ": ec2:DescribeRouteTables");
            case Way.Inside(var _) -> new NotApplicable(leg.address() + " is reached within the VPC");
            case Way.Open(var _, Way.Track track) ->
                new Passed(track.resources(), track.evidence(), List.of(new Exhibit.Path(track.stops())));
            case Way.Closed(String fault, Way.Track track) ->
                new Failed(
                        fault,
                        track.resources()
                                .and(Resources.of("destination", leg.address()))
                                .and(spare(inquiry, fault, track.resources().first("vpc"))),
                        track.evidence(),
                        List.of(new Exhibit.Path(track.stops())));
        };
    }

    /** What the VPC has that could carry the traffic instead; not knowing it changes no verdict. */
    private static Resources spare(Inquiry inquiry, String fault, String vpc) {
        if (fault.equals("nat-without-internet")) {
            return inquiry.account().networks().internetGateway(vpc)
                            instanceof Known<Optional<String>>(Optional<String> attached, String _)
                    ? Resources.of("attached-internet-gateway", attached.orElse(""))
                    : Resources.NONE;
        }
        return inquiry.account().networks().natGateways(vpc)
                        instanceof Known<List<NatGateway>>(List<NatGateway> gateways, String _)
                ? new Resources(gateways.stream()
                        .filter(nat -> nat.state().equals("available") && nat.publicType())
                        .map(nat -> new Resource("usable-nat-gateway", nat.id()))
                        .toList())
                : Resources.NONE;
    }
}
