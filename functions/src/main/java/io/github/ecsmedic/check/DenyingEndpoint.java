package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.PolicyDecision;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Set;

/**
 * Finds the VPC's endpoints through which the denied action went, when the message says that an endpoint's policy denied:
 * of several those whose policy, as it can be weighed, does not allow it.
 */
public final class DenyingEndpoint implements Check {
    @Override
    public String id() {
        return "denying-endpoint";
    }

    @Override
    public String question() {
        return "Which endpoint of the VPC carries the denied action";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Place.ACTIONS), "ec2:DescribeVpcEndpoints");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        String action = inquiry.seen().facts().get(Fact.ACTION);
        if (!inquiry.seen().facts().get(Fact.DENIED_BY).equals("endpoint") || action.indexOf(':') < 0) {
            return new NotApplicable("the message does not say that an endpoint's policy denied");
        }
        String service = action.substring(0, action.indexOf(':'));
        List<String> services = service.equals("ecr") ? List.of("ecr.api", "ecr.dkr") : List.of(service);
        return Reads.then(
                Place.of(inquiry),
                (place, _) -> Reads.then(
                        inquiry.account().networks().endpoints(place.subnet().vpcId()),
                        (all, source) -> verdict(inquiry, place, services, all, source)));
    }

    private static CheckResult verdict(
            Inquiry inquiry, Place place, List<String> services, List<Endpoint> all, String source) {
        List<Endpoint> found = services.stream()
                .flatMap(s -> Endpoints.of(all, inquiry.subject().region(), s).stream())
                .toList();
        if (found.isEmpty()) {
            return new Failed(
                    "elsewhere",
                    place.resources(),
                    new Evidence(
                            place.subnet().vpcId() + " has no endpoint for " + String.join(", ", services)
                                    + ": it is shared from elsewhere",
                            source));
        }
        List<Endpoint> denying = Denial.of(inquiry)
                .map(denial -> EndpointPolicy.with(found, denial, PolicyDecision.DENIED))
                .orElse(List.of());
        List<Endpoint> told = denying.isEmpty() ? found : denying;
        return new Passed(
                place.resources()
                        .and(new Resources(told.stream()
                                .map(e -> new Resource("endpoint", e.id()))
                                .toList())),
                told.stream()
                        .map(e -> new Evidence(
                                denying.isEmpty()
                                        ? "Endpoint " + e.id() + " carries " + e.service()
                                        : "The policy of endpoint " + e.id() + " does not allow it",
                                source))
                        .toArray(Evidence[]::new));
    }
}
