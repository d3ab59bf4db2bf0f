package io.github.ecsmedic.check;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.PolicyDecision;
import io.github.ecsmedic.network.PolicyDecision.Request;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whether the policy of the VPC's endpoint allows the call that was denied.
 *
 * <p>Faults: {@code named} when the message itself says that an endpoint's policy denied, {@code denies} when the policy
 * says so. A policy with conditions that matter is inconclusive.
 */
public final class EndpointPolicy implements Check {
    @Override
    public String id() {
        return "endpoint-policy";
    }

    @Override
    public String question() {
        return "Does the policy of the endpoint allow the call that was denied";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Place.ACTIONS), "ec2:DescribeVpcEndpoints", "ec2:DescribeRouteTables");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Optional<Denial> denial = Denial.of(inquiry);
        if (denial.isEmpty()) {
            return new NotApplicable("the message tells of no denied call");
        }
        return switch (inquiry.seen().facts().get(Fact.DENIED_BY)) {
            case "endpoint" ->
                new Failed(
                        "named",
                        Resources.of("action", denial.get().request().action()),
                        new Evidence("The message says that the policy of a VPC endpoint denied the call", "message"));
            case "" -> Reads.then(Place.of(inquiry), (place, _) -> at(inquiry, place, denial.get()));
            default -> new NotApplicable("the message names another policy that denied");
        };
    }

    private static CheckResult at(Inquiry inquiry, Place place, Denial denial) {
        String vpc = place.subnet().vpcId();
        return Reads.then(inquiry.account().networks().endpoints(vpc), (all, source) -> {
            List<Endpoint> found = denial.services().stream()
                    .flatMap(s -> Endpoints.of(all, inquiry.subject().region(), s).stream())
                    .filter(Endpoint::available)
                    .toList();
            return found.stream().anyMatch(EndpointPolicy::gateway)
                    ? Reads.then(
                            inquiry.account()
                                    .networks()
                                    .routeTable(place.subnet().id(), vpc),
                            (table, _) -> throughTable(inquiry, place, denial, serving(found, table), table, source))
                    : verdict(place, denial, found, source);
        });
    }

    private static boolean gateway(Endpoint endpoint) {
        return endpoint.type().equals("Gateway");
    }

    /** A gateway endpoint carries only what its route tables send to it. */
    private static List<Endpoint> serving(List<Endpoint> found, RouteTable table) {
        return found.stream()
                .filter(e -> !gateway(e) || S3Gateway.serves(e, table))
                .toList();
    }

    /** A bucket may lie in another region, whose addresses a gateway endpoint does not carry: they go where the rest goes. */
    private static CheckResult throughTable(
            Inquiry inquiry, Place place, Denial denial, List<Endpoint> carrying, RouteTable table, String source) {
        boolean around = !denial.regional()
                && table.routes().stream().anyMatch(r -> r.destination().equals("0.0.0.0/0"));
        CheckResult result = verdict(place, denial, carrying, source);
        return around && result instanceof Failed
                ? new Inconclusive("whether " + String.join(", ", ids(carrying)) + " carried "
                        + denial.request().action() + " is not known, because the bucket may lie outside "
                        + inquiry.subject().region() + ": " + source)
                : result;
    }

    private static CheckResult verdict(Place place, Denial denial, List<Endpoint> carrying, String source) {
        if (carrying.isEmpty()) {
            return new NotApplicable("no endpoint of " + place.subnet().vpcId() + " carries "
                    + denial.request().action());
        }
        List<Endpoint> denying = with(carrying, denial, PolicyDecision.DENIED);
        if (carrying.stream().noneMatch(e -> gateway(e) || e.privateDns())) {
            return new Inconclusive("whether " + String.join(", ", ids(carrying)) + " carried "
                    + denial.request().action() + " is not known, because its private DNS is off: " + source);
        }
        String what = denial.request().action()
                + (denial.request().resource().length() > 1
                        ? " on " + denial.request().resource()
                        : "");
        if (!denying.isEmpty() && denying.size() < carrying.size()) {
            return new Inconclusive("only the policy of " + String.join(", ", ids(denying))
                    + " does not allow it, and which endpoint carried it is not known: " + source);
        }
        if (!denying.isEmpty()) {
            return new Failed(
                    "denies",
                    named(place, denying)
                            .and(Resources.of(
                                    "action", denial.request().action(),
                                    "denied-resource", denial.request().resource())),
                    denying.stream()
                            .map(e -> new Evidence(
                                    "The policy of endpoint " + e.id() + " does not allow " + what, source))
                            .toList(),
                    List.of());
        }
        List<Endpoint> open = with(carrying, denial, PolicyDecision.OPEN);
        return open.isEmpty()
                ? new Passed(
                        named(place, carrying),
                        new Evidence("The policy of " + String.join(", ", ids(carrying)) + " allows " + what, source))
                : new Inconclusive("the policy of " + String.join(", ", ids(open))
                        + (open.stream().anyMatch(e -> e.policy() == null)
                                ? " could not be read: "
                                : " depends on conditions or on who asks: ")
                        + source);
    }

    /** Those whose policy decides so. */
    static List<Endpoint> with(List<Endpoint> endpoints, Denial denial, PolicyDecision decision) {
        return endpoints.stream().filter(e -> decide(e, denial) == decision).toList();
    }

    private static PolicyDecision decide(Endpoint endpoint, Denial denial) {
        AccessPolicy policy = endpoint.policy();
        Request request = denial.request();
        // at a gateway endpoint only a condition can name who asks: a named principal is not compared as elsewhere
        Request asked = gateway(endpoint) ? new Request(request.action(), request.resource(), "") : request;
        return policy == null ? PolicyDecision.OPEN : PolicyDecision.of(policy, asked);
    }

    private static Resources named(Place place, List<Endpoint> endpoints) {
        return place.resources()
                .and(new Resources(endpoints.stream()
                        .map(e -> new Resource("endpoint", e.id()))
                        .toList()));
    }

    private static List<String> ids(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::id).toList();
    }
}
