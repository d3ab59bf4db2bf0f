package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the task's security groups let the connection out.
 *
 * <p>Behind a gateway endpoint the destination is still the public address of S3, so a rule must name that range, its
 * prefix list or everything. Amazon's resolver needs no rule.
 */
public final class TaskEgress implements AboutLeg {
    private static final Peer ANYWHERE =
            new Peer(Cidr.parse("0.0.0.0/0").stream().toList(), Set.of(), Set.of(), false);

    @Override
    public String id() {
        return "task-egress";
    }

    @Override
    public String question() {
        return "Do the task's security groups let the connection out";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Legs.ACTIONS, Peers.ACTIONS), "ec2:DescribeSecurityGroups", "ec2:DescribeVpcEndpoints");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.SECURITY_GROUP);
    }

    @Override
    public CheckResult run(Inquiry inquiry, Leg leg) {
        if (Answered.is(inquiry)) {
            return new NotApplicable(Answered.WHY);
        }
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the name did not resolve, and Amazon's resolver needs no rule");
        }
        return Reads.then(
                Place.wherever(inquiry),
                (place, _) -> Reads.then(
                        groups(inquiry, place),
                        (groups, source) -> UnseenGroups.weigh(
                                verdict(inquiry, leg, place, groups, source), worn(inquiry, place), groups, source)));
    }

    private static List<String> worn(Inquiry inquiry, Place place) {
        return Peers.groups(inquiry, place) instanceof Known<List<String>>(List<String> ids, String _)
                ? ids
                : List.of();
    }

    private static Answer<List<SecurityGroup>> groups(Inquiry inquiry, Place place) {
        return switch (Peers.groups(inquiry, place)) {
            case Unknown<List<String>> unknown -> unknown.as();
            case Known<List<String>>(List<String> ids, String _) ->
                ids.isEmpty()
                        ? byDefault(inquiry, place)
                        : inquiry.account().networks().securityGroups(ids);
        };
    }

    private static Answer<List<SecurityGroup>> byDefault(Inquiry inquiry, Place place) {
        return switch (inquiry.account()
                .networks()
                .defaultSecurityGroup(place.subnet().vpcId())) {
            case Unknown<Optional<SecurityGroup>> unknown -> unknown.as();
            case Known<Optional<SecurityGroup>>(Optional<SecurityGroup> found, String source) ->
                found.isEmpty() ? new Unknown<>("empty answer", source) : new Known<>(List.of(found.get()), source);
        };
    }

    private static CheckResult verdict(
            Inquiry inquiry, Leg leg, Place place, List<SecurityGroup> groups, String source) {
        return Reads.then(peer(inquiry, leg, place), (peer, _) -> toward(inquiry, leg, place, groups, peer, source));
    }

    /** The same where it is known who is at the other end. */
    static CheckResult toward(
            Inquiry inquiry, Leg leg, Place place, List<SecurityGroup> groups, Peer peer, String source) {
        return verdict(leg, place, groups, Peers.inLists(inquiry, egress(groups), peer), source);
    }

    private static List<Rule> egress(List<SecurityGroup> groups) {
        return groups.stream().flatMap(g -> g.egress().stream()).toList();
    }

    private static Verdict decide(Leg leg, List<SecurityGroup> groups, Peer peer) {
        List<Rule> rules = egress(groups);
        if (groups.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (!Permissions.opens(rules, leg.port())) {
            return Verdict.NO;
        }
        Verdict verdict = Permissions.admit(rules, leg.port(), peer);
        boolean somewhere = verdict == Verdict.NO && peer.ranges().isEmpty();
        return somewhere && Permissions.admit(rules, leg.port(), ANYWHERE) == Verdict.YES
                ? Verdict.YES
                : somewhere ? Verdict.UNKNOWN : verdict;
    }

    private static CheckResult verdict(Leg leg, Place place, List<SecurityGroup> groups, Peer peer, String source) {
        Resources named = place.resources()
                .and(new Resources(groups.stream()
                        .map(g -> new Resource("security-group", g.id()))
                        .toList()));
        String names = String.join(", ", groups.stream().map(SecurityGroup::id).toList());
        return switch (decide(leg, groups, peer)) {
            case YES -> {
                Evidence fact = new Evidence(names + " lets the task out to " + leg.destination(), source);
                yield new Passed(named, List.of(fact), path(place, names, "passed", "lets the task out"));
            }
            case UNKNOWN ->
                new Inconclusive("whether " + names + " covers " + leg.destination() + " is not known: " + source);
            case NO -> {
                Evidence fact = new Evidence(
                        "No rule of " + names + " lets the task out to " + leg.destination() + " on port " + leg.port(),
                        source);
                yield new Failed(
                        "not-let-out",
                        named.and(Resources.of("destination", leg.address())).and(lists(peer)),
                        List.of(fact),
                        path(place, names, "failed", "no rule lets the task out on port " + leg.port()));
            }
        };
    }

    private static List<Exhibit> path(Place place, String names, String verdict, String says) {
        return List.of(new Exhibit.Path(place.start(), Stops.at(Station.SECURITY_GROUP, names, verdict, says)));
    }

    private static Resources lists(Peer peer) {
        return new Resources(
                peer.lists().stream().map(id -> new Resource("prefix-list", id)).toList());
    }

    /** The other end: the dialled address; S3 also by its prefix list, an endpoint also by its groups. */
    private static Answer<Peer> peer(Inquiry inquiry, Leg leg, Place place) {
        List<Cidr> ranges = Peers.single(leg.address());
        if (leg.s3() && !leg.internal()) {
            return switch (Legs.ranges(inquiry)) {
                case Unknown<Optional<PrefixList>> unknown -> unknown.as();
                case Known<Optional<PrefixList>>(Optional<PrefixList> list, String source) ->
                    new Known<>(
                            new Peer(
                                    ranges,
                                    Set.of(),
                                    list.map(l -> Set.of(l.id())).orElseGet(Set::of),
                                    list.isEmpty()),
                            source);
            };
        }
        if (leg.services().isEmpty() || !(leg.address().isEmpty() || leg.internal())) {
            return new Known<>(new Peer(ranges, Set.of(), Set.of(), true), "message");
        }
        return switch (inquiry.account().networks().endpoints(place.subnet().vpcId())) {
            case Unknown<List<Endpoint>> unknown -> unknown.as();
            case Known<List<Endpoint>>(List<Endpoint> all, String source) -> {
                Set<String> groups = new HashSet<>();
                leg.services()
                        .forEach(
                                s -> Endpoints.interfaces(all, inquiry.subject().region(), s)
                                        .forEach(e -> groups.addAll(e.securityGroups())));
                yield new Known<>(new Peer(ranges, groups, Set.of(), true), source);
            }
        };
    }
}
