package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.Share;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks by which mix of Fargate and Fargate Spot the service places its tasks, where the message says that there is no
 * capacity.
 *
 * <p>Faults: {@code spot-only}, {@code on-demand}, and {@code unsaid}, a zone has no place and the message does not say
 * why.
 */
public final class FargateCapacity implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "capacity.fargate";

    private static final String MESSAGE = "message";

    @Override
    public String id() {
        return "fargate-capacity";
    }

    @Override
    public String question() {
        return "May the service use Fargate on demand, or Fargate Spot alone";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(Wanted.ACTIONS), "ecs:DescribeClusters");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals(LABEL);
        if (!stated && !inquiry.seen().label().equals("capacity.unknown")) {
            return new NotApplicable("the message names another reason");
        }
        return switch (Wanted.placement(inquiry)) {
            case Unknown<Placement> unknown ->
                stated
                        ? new Failed(
                                "on-demand",
                                Resources.of("cluster", inquiry.subject().cluster()),
                                List.of(said()),
                                List.of(new Exhibit.Unread(List.of(unknown.why()))))
                        : CheckResult.Inconclusive.because(unknown);
            case Known<Placement>(Placement placement, String source) ->
                stated || Wanted.fargate(inquiry, placement)
                        ? mix(inquiry, placement, stated, source)
                        : new NotApplicable("the task runs on instances, not on Fargate");
        };
    }

    private static Evidence said() {
        return new Evidence("The message says that Fargate has no capacity at the moment", MESSAGE);
    }

    private static CheckResult mix(Inquiry inquiry, Placement placement, boolean stated, String source) {
        List<Share> strategy = placement.strategy();
        List<Evidence> facts = new ArrayList<>();
        facts.add(
                stated
                        ? said()
                        : new Evidence(
                                "The message names no reason, as ECS does when Fargate lacks capacity", MESSAGE));
        List<Resource> named = new ArrayList<>(List.of(
                new Resource("cluster", inquiry.subject().cluster()),
                new Resource("service", inquiry.subject().service())));
        strategy.forEach(s -> named.add(new Resource(
                "strategy-item", "capacityProvider=" + s.provider() + ",weight=" + s.weight() + ",base=" + s.base())));
        if (Wanted.subnets(inquiry) instanceof Known<List<String>>(List<String> subnets, String _)) {
            subnets.forEach(id -> named.add(new Resource("subnet", id)));
        }
        if (Wanted.definition(inquiry) instanceof Known<String>(String definition, String _)) {
            named.add(new Resource("task-definition", definition.substring(definition.lastIndexOf('/') + 1)));
        }
        boolean spot = !strategy.isEmpty()
                && strategy.stream()
                        .filter(s -> s.weight() > 0 || s.base() > 0)
                        .allMatch(s -> s.provider().equals("FARGATE_SPOT"));
        if (!strategy.isEmpty()) {
            facts.add(new Evidence("The service places its tasks by " + told(strategy), source));
        }
        if (spot
                && inquiry.account()
                                .capacity()
                                .clusterProviders(inquiry.subject().cluster())
                        instanceof Known<List<String>>(List<String> all, String from)) {
            boolean there = all.contains("FARGATE");
            named.add(new Resource("cluster-provider", there ? "FARGATE" : ""));
            facts.add(new Evidence(
                    "Capacity provider FARGATE is " + (there ? "" : "not ") + "associated with the cluster", from));
        }
        return new Failed(stated ? spot ? "spot-only" : "on-demand" : "unsaid", new Resources(named), facts, List.of());
    }

    private static String told(List<Share> strategy) {
        return strategy.stream()
                .map(s -> s.provider() + " (weight " + s.weight() + ", base " + s.base() + ")")
                .collect(Collectors.joining(" and "));
    }
}
