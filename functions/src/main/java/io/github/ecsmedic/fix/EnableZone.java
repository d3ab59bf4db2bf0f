package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lets the load balancer stand in the task's zone too. */
public final class EnableZone implements Fix {
    @Override
    public String id() {
        return "enable-zone";
    }

    @Override
    public String says() {
        return "enable the Availability Zone of the task at the load balancer";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("lb.zone_not_enabled");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        Resources found = cause.resources();
        String balancer = found.first("load-balancer");
        List<String> subnets = found.ids("balancer-subnet");
        String added = found.first("subnet");
        return balancer.isEmpty() || subnets.isEmpty() || added.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "elasticloadbalancing:SetSubnets",
                        set(
                                balancer,
                                Stream.concat(subnets.stream(), Stream.of(added))
                                        .toList(),
                                subject),
                        set(balancer, subnets, subject)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "set-subnets replaces the whole list, so all are named; "
                + cause.resources().first("subnet")
                + " is the task's own, and a load balancer that faces the internet needs a public subnet of "
                + cause.resources().first("zone") + " in its place";
    }

    private static List<String> set(String balancer, List<String> subnets, Subject subject) {
        List<String> command =
                new ArrayList<>(List.of("elbv2", "set-subnets", "--load-balancer-arn", balancer, "--subnets"));
        command.addAll(subnets);
        return Aws.cli(subject.region(), command);
    }
}
