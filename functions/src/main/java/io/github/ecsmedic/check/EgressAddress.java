package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names the address that the world sees the task's traffic come from, by which registries count. */
public final class EgressAddress implements Check {
    @Override
    public String id() {
        return "egress-address";
    }

    @Override
    public String question() {
        return "By which NAT gateway and public address does the task's traffic leave";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Place.ACTIONS, WayOut.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Reads.then(Place.of(inquiry), (place, _) -> switch (new WayOut(inquiry, place)
                .to(Optional.empty(), "the internet")) {
            case Way.Unseen(String why) -> new Inconclusive(why);
            case Way.Beyond(var _, String says, var _) -> new Inconclusive(says + ": ec2:DescribeRouteTables");
            case Way.Inside(var _) ->
                new Inconclusive("the default route stays within the VPC: ec2:DescribeRouteTables");
            case Way.Closed(String _, Way.Track track) ->
                new Failed("no-way-out", track.resources(), track.evidence(), List.of());
            case Way.Open(var nat, Way.Track track) -> nat == null ? own(track) : shared(nat, track);
        });
    }

    private static CheckResult own(Way.Track track) {
        List<Evidence> facts = new ArrayList<>(track.evidence());
        facts.add(new Evidence("Each task leaves by a public address of its own", "ecs:DescribeServices"));
        return new Passed(track.resources(), facts, List.of());
    }

    private static CheckResult shared(NatGateway nat, Way.Track track) {
        List<Resource> addresses = nat.publicAddresses().stream()
                .map(address -> new Resource("public-address", address))
                .toList();
        String seen = nat.publicAddresses().isEmpty()
                ? "an address that AWS did not tell"
                : String.join(", ", nat.publicAddresses());
        Evidence fact = new Evidence(
                "Everything behind NAT gateway " + nat.id() + " is seen as " + seen, "ec2:DescribeNatGateways");
        return new Passed(track.resources().and(new Resources(addresses)), fact);
    }
}
