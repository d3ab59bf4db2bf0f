package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks why the application cannot reach what its log names: who answers there, and what on the way does not let the
 * packets pass; or why the name does not resolve.
 *
 * <p>Faults: those of the hops that are asked; {@code nobody}, when the VPC has no such address; and those of {@link
 * DependencyName}. It passes where nothing stands in the way, and where the connection was refused, since then it arrived.
 */
public final class DependencyPath implements Check {
    @Override
    public String id() {
        return "dependency-path";
    }

    @Override
    public String question() {
        return "Why can the application not reach the service that its log names";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(
                        Dependency.ACTIONS,
                        Place.ACTIONS,
                        DependencySearch.ACTIONS,
                        DependencyWalk.ACTIONS,
                        DependencyName.ACTIONS),
                "ecs:ListServiceDeployments");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        Optional<Dependency> found = Dependency.of(inquiry);
        if (found.isEmpty() || found.get().host().isEmpty()) {
            return new NotApplicable("the log names nobody whom the application cannot reach");
        }
        Dependency dependency = found.get();
        if (dependency.itself()) {
            return new Passed(
                    Resources.NONE,
                    new Evidence(
                            dependency.host() + " is the task itself: another of its containers must listen there",
                            "log"));
        }
        if (dependency.unresolved() && dependency.host().indexOf('.') < 0) {
            return DependencyName.withoutDomain(dependency.host());
        }
        Inquiry packets = dependency.packets(inquiry);
        Allowance allowance = Allowance.of(inquiry);
        return allowance.ask(
                1,
                "ec2:DescribeSubnets",
                () -> Reads.then(Place.of(packets), (place, _) -> of(packets, place, dependency, allowance)));
    }

    private static CheckResult of(Inquiry packets, Place place, Dependency dependency, Allowance allowance) {
        if (dependency.unresolved()) {
            return allowance.ask(
                    2,
                    "route53:ListHostedZonesByVPC",
                    () -> new DependencyName(packets, place.subnet().vpcId(), dependency.host(), allowance).why());
        }
        DependencyWalk walk = new DependencyWalk(packets, place, dependency, allowance);
        return switch (new DependencySearch(packets, place.subnet().vpcId(), allowance).of(dependency)) {
            case DependencyPlace.Open(String why, var facts) ->
                facts.isEmpty()
                        ? new Inconclusive(why)
                        : new Passed(Resources.NONE, facts, List.of(new Exhibit.Unread(List.of(why))));
            case DependencyPlace.Inside(var address, var occupants, var facts) ->
                dependency.port() == 0 ? untold(facts) : walk.inside(address, occupants, facts);
            case DependencyPlace.Nobody(var address, var fact, var facts) -> walk.nobody(address, fact, facts);
            case DependencyPlace.Outside(String address) ->
                dependency.port() == 0 ? untold(List.of()) : walk.outside(address);
        };
    }

    private static CheckResult untold(List<Evidence> facts) {
        return facts.isEmpty()
                ? new NotApplicable("the log does not tell the port")
                : new Passed(Resources.NONE, facts, List.of());
    }
}
