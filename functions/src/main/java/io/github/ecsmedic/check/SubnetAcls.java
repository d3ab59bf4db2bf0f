package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Passage.Fate;
import io.github.ecsmedic.check.Passage.Judged;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether the network ACLs of every subnet on the way let the connection through, there and back: the task's, and
 * that of the endpoint's network interface or of the NAT gateway.
 *
 * <p>Faults: {@code denied} and {@code partly}, when only some connections are lost.
 */
public final class SubnetAcls implements AboutLeg {
    @Override
    public String id() {
        return "network-acl";
    }

    @Override
    public String question() {
        return "Do the network ACLs on the way let the connection out and its answers back in";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(NameQuestion.ACTIONS, Legs.ACTIONS, Place.ACTIONS, WayOut.ACTIONS, FarEnd.ACTIONS),
                "ec2:DescribeNetworkAcls");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.NETWORK_ACL);
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
            return new NotApplicable("the name did not resolve, and network ACLs do not filter Amazon's resolver");
        }
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> Reads.then(FarEnd.of(inquiry, leg, place), (far, _) -> along(inquiry, leg, place, far)));
    }

    /** The same where the far end is known. */
    static CheckResult along(Inquiry inquiry, Leg leg, Place place, FarEnd far) {
        Borders borders = new Borders(leg, place, far, Peers.addresses(place));
        List<List<Passage>> ways = new ArrayList<>();
        far.interfaces().stream().map(borders::ofEndpoint).forEach(ways::add);
        if (ways.isEmpty()) {
            ways.add(borders.ofNat(nat(inquiry, leg, place)));
        }
        List<Passage> first = borders.ofTask();
        List<String> subnets = Stream.concat(first.stream(), ways.stream().flatMap(List::stream))
                .map(Passage::subnet)
                .distinct()
                .toList();
        return subnets.isEmpty()
                ? within(inquiry, place)
                : Reads.then(
                        inquiry.account().networks().networkAcls(subnets),
                        (acls, source) -> verdict(place, judged(first, ways, acls), source));
    }

    /** The next task may be put in another subnet: that nobody could look at network ACLs is told all the same. */
    private static CheckResult within(Inquiry inquiry, Place place) {
        return Reads.then(
                inquiry.account().networks().networkAcls(List.of(place.subnet().id())),
                (_, _) -> new NotApplicable(
                        "the connection stays within " + place.subnet().id() + ", where no network ACL filters it"));
    }

    /** The NAT gateway by which the packets leave, as far as route tables tell. */
    private static @Nullable NatGateway nat(Inquiry inquiry, Leg leg, Place place) {
        return !leg.internal()
                        && new WayOut(inquiry, place).to(Legs.aim(inquiry, leg), leg.destination())
                                instanceof Way.Open(var nat, var _)
                ? nat
                : null;
    }

    /** Of several interfaces that an endpoint may answer by, a border at one of them stops only some connections. */
    private static List<Judged> judged(List<Passage> first, List<List<Passage>> ways, List<NetworkAcl> acls) {
        List<Judged> all = new ArrayList<>(judge(first, acls));
        List<List<Judged>> alternatives =
                ways.stream().map(way -> judge(way, acls)).toList();
        boolean everyWay = alternatives.stream().allMatch(way -> way.stream().anyMatch(j -> j.fate() == Fate.DENIED));
        alternatives.stream()
                .flatMap(List::stream)
                .map(j -> j.fate() == Fate.DENIED && !everyWay
                        ? new Judged(j.passage(), j.acl(), Fate.PARTLY, j.rule())
                        : j)
                .forEach(all::add);
        return all;
    }

    static List<Judged> judge(List<Passage> passages, List<NetworkAcl> acls) {
        return passages.stream()
                .<Judged>mapMulti((passage, out) -> acls.stream()
                        .filter(acl -> acl.subnets().contains(passage.subnet()))
                        .map(passage::by)
                        .forEach(out))
                .toList();
    }

    private static CheckResult verdict(Place place, List<Judged> judged, String source) {
        List<Exhibit> path = List.of(new Exhibit.Path(stops(judged)));
        Fate worst =
                judged.stream().map(Judged::fate).max(Comparator.naturalOrder()).orElse(Fate.OPEN);
        List<Judged> decisive = judged.stream().filter(j -> j.fate() == worst).toList();
        List<Evidence> facts = decisive.stream()
                .map(j -> new Evidence(j.says(), source))
                .distinct()
                .toList();
        return switch (worst) {
            case PASSED -> new Passed(place.resources().and(acls(judged)), facts, path);
            case OPEN -> new Inconclusive(decisive.getFirst().says() + ": " + source);
            case PARTLY, DENIED -> {
                List<Resource> entries = decisive.stream()
                        .flatMap(j -> AclEntry.allowing(j).stream())
                        .toList();
                yield new Failed(
                        worst == Fate.DENIED ? "denied" : "partly",
                        acls(decisive).and(place.resources()).and(new Resources(entries)),
                        facts,
                        path);
            }
        };
    }

    private static Resources acls(List<Judged> judged) {
        return new Resources(judged.stream()
                .flatMap(j -> Stream.of(
                        new Resource("network-acl", j.acl().id()),
                        new Resource("acl-subnet", j.passage().subnet())))
                .toList());
    }

    private static List<Stop> stops(List<Judged> judged) {
        return judged.stream()
                .sorted(Comparator.comparing(Judged::fate).reversed())
                .map(j -> new Stop(
                        j.passage().at(),
                        new Hop(j.passage().at().word(), j.acl().id(), j.fate().word(), j.inShort())))
                .toList();
    }
}
