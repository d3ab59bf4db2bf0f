package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NetworkInterface;
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
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the security groups of the endpoint that was dialled let the task in. */
public final class EndpointIngress implements AboutLeg {
    @Override
    public String id() {
        return "endpoint-ingress";
    }

    @Override
    public String question() {
        return "Do the endpoint's security groups admit the task";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(NameQuestion.ACTIONS, Legs.ACTIONS, Peers.ACTIONS),
                "ec2:DescribeVpcEndpoints",
                "ec2:DescribeSecurityGroups",
                "ec2:GetManagedPrefixListEntries");
    }

    @Override
    public Optional<Station> station() {
        return Optional.of(Station.ENDPOINT_GROUP);
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
        if (leg.services().isEmpty()) {
            return new NotApplicable("no interface endpoint serves " + leg.destination());
        }
        if (!leg.address().isEmpty() && !leg.internal()) {
            return new NotApplicable("the packets went to " + leg.address() + ", which is no endpoint's address");
        }
        if (Leg.unresolved(inquiry)) {
            return new NotApplicable("the name did not resolve, so no endpoint was dialled");
        }
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> Reads.then(
                        inquiry.account().networks().endpoints(place.subnet().vpcId()),
                        (all, _) -> at(inquiry, leg, place, all)));
    }

    private static CheckResult at(Inquiry inquiry, Leg leg, Place place, List<Endpoint> all) {
        List<Endpoint> serving = leg.services().stream()
                .flatMap(s -> Endpoints.interfaces(all, inquiry.subject().region(), s).stream())
                .toList();
        if (serving.isEmpty()) {
            return new NotApplicable(place.subnet().vpcId() + " has no endpoint for " + leg.destination());
        }
        if (leg.address().isEmpty()) {
            return groups(inquiry, leg, place, serving.getFirst(), List.of());
        }
        return Reads.then(
                inquiry.account()
                        .networks()
                        .interfaces(serving.stream()
                                .flatMap(e -> e.networkInterfaces().stream())
                                .toList()),
                (interfaces, source) -> {
                    List<NetworkInterface> dialled = interfaces.stream()
                            .filter(i -> i.addresses().contains(leg.address()))
                            .toList();
                    if (dialled.isEmpty()) {
                        return new Inconclusive(leg.address() + " belongs to none of the endpoints "
                                + String.join(
                                        ", ", serving.stream().map(Endpoint::id).toList()) + ": " + source);
                    }
                    String id = dialled.getFirst().id();
                    Endpoint endpoint = serving.stream()
                            .filter(e -> e.networkInterfaces().contains(id))
                            .findFirst()
                            .orElse(serving.getFirst());
                    Evidence fact = new Evidence(
                            leg.address() + " is the address of endpoint " + endpoint.id() + ", so its name resolved",
                            source);
                    return groups(inquiry, leg, place, endpoint, List.of(fact));
                });
    }

    private static CheckResult groups(Inquiry inquiry, Leg leg, Place place, Endpoint endpoint, List<Evidence> before) {
        Answer<List<String>> worn = Peers.byId(inquiry, place);
        List<String> own = worn instanceof Known<List<String>>(List<String> ids, String _) ? ids : List.of();
        Peer task = Peers.task(place, own);
        return Reads.then(
                inquiry.account().networks().securityGroups(endpoint.securityGroups()),
                (groups, source) -> worn instanceof Unknown<List<String>> unknown && byGroupAlone(groups, leg, task)
                        ? Inconclusive.because(unknown)
                        : UnseenGroups.weigh(
                                verdict(
                                        leg,
                                        place,
                                        endpoint,
                                        new Ends(own, Peers.inLists(inquiry, ingress(groups), task), groups),
                                        before,
                                        source),
                                endpoint.securityGroups(),
                                groups,
                                source));
    }

    private static List<Rule> ingress(List<SecurityGroup> groups) {
        return groups.stream().flatMap(g -> g.ingress().stream()).toList();
    }

    /** Whether only a rule that names groups could admit the task, whose own groups are not known. */
    private static boolean byGroupAlone(List<SecurityGroup> groups, Leg leg, Peer task) {
        List<Rule> rules = ingress(groups);
        return Permissions.admit(rules, leg.port(), task) != Permissions.Verdict.YES
                && rules.stream().anyMatch(rule -> !rule.groups().isEmpty());
    }

    private static List<Exhibit> path(Endpoint endpoint, String groups, String verdict, String says) {
        return List.of(new Exhibit.Path(
                Stops.at(Station.ENDPOINT_GROUP, groups, verdict, says),
                Stops.at(
                        Station.ENDPOINT,
                        endpoint.id(),
                        endpoint.available() ? "passed" : "failed",
                        endpoint.service() + " is " + endpoint.state())));
    }

    private record Ends(List<String> own, Peer task, List<SecurityGroup> groups) {
        private Ends {
            own = List.copyOf(own);
            groups = List.copyOf(groups);
        }
    }

    private static CheckResult verdict(
            Leg leg, Place place, Endpoint endpoint, Ends ends, List<Evidence> before, String source) {
        String names = String.join(", ", endpoint.securityGroups());
        List<Resource> named = new ArrayList<>(List.of(new Resource("endpoint", endpoint.id())));
        endpoint.securityGroups().forEach(id -> named.add(new Resource("endpoint-security-group", id)));
        ends.own().forEach(id -> named.add(new Resource("security-group", id)));
        Resources resources = place.resources().and(new Resources(named));
        List<Evidence> facts = new ArrayList<>(before);
        return switch (Permissions.admit(ingress(ends.groups()), leg.port(), ends.task())) {
            case YES -> {
                facts.add(new Evidence(names + " of endpoint " + endpoint.id() + " admits the task", source));
                yield new Passed(resources, facts, path(endpoint, names, "passed", "admits the task"));
            }
            case UNKNOWN ->
                new Inconclusive("a prefix list in " + names + " may admit the task: ec2:GetManagedPrefixListEntries");
            case NO -> {
                facts.add(new Evidence(
                        "No rule of " + names + ", the security groups of endpoint " + endpoint.id()
                                + ", admits the task on port " + leg.port(),
                        source));
                yield new Failed(
                        "not-admitted",
                        resources,
                        facts,
                        path(endpoint, names, "failed", "no rule admits the task on port " + leg.port()));
            }
        };
    }
}
