package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the network interfaces of the instances: in awsvpc mode each task needs one of its own, and an instance type has
 * only so many. An instance that trunks them has other limits, which are not reckoned here.
 *
 * <p>Faults: {@code lacking}; {@code partly}, as far as was looked; {@code stated}.
 */
public final class InstanceInterfaces implements Check {
    /** The label of a message that says so. */
    public static final String LABEL = "capacity.placement_eni";

    private static final String TYPE = "ecs.instance-type";
    private static final String TRUNK = "ecs.awsvpc-trunk-id";
    private static final int LOOKED = 100;

    @Override
    public String id() {
        return "instance-interfaces";
    }

    @Override
    public String question() {
        return "Can an instance take one more network interface";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(Round.ACTIONS, GroupBehind.ACTIONS), "ec2:DescribeInstanceTypes", "ec2:DescribeInstances");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean stated = inquiry.seen().label().equals(LABEL);
        if (!stated && !AboutRoom.UNNAMED.contains(inquiry.seen().label())) {
            return new NotApplicable("the message names another reason");
        }
        return Round.held(inquiry, why -> unread(inquiry, stated, why), (round, _) -> about(inquiry, round, stated));
    }

    private static CheckResult unread(Inquiry inquiry, boolean stated, String why) {
        return stated
                ? new Failed(
                        "stated",
                        Resources.of("cluster", inquiry.subject().cluster()),
                        List.of(new Evidence(
                                "The message says that no instance has a network interface left", "message")),
                        List.of(new Exhibit.Unread(List.of(why))))
                : new Inconclusive(why);
    }

    private static CheckResult about(Inquiry inquiry, Round round, boolean stated) {
        if (!round.needs().ownInterface()) {
            return new NotApplicable(
                    "tasks in " + round.needs().networkMode() + " mode need no interface of their own");
        }
        List<Candidate> fit = round.fit().stream()
                .filter(c -> c.refusals().isEmpty() || stated)
                .limit(LOOKED)
                .toList();
        if (fit.isEmpty()) {
            return new NotApplicable("every instance refuses the task for another reason");
        }
        List<String> ids = fit.stream().map(c -> c.host().instance()).toList();
        List<String> types = fit.stream()
                .map(c -> c.host().attribute(TYPE))
                .filter(type -> !type.isEmpty())
                .distinct()
                .sorted()
                .toList();
        Capacity capacity = inquiry.account().capacity();
        return switch (capacity.attachedInterfaces(ids)) {
            case Unknown<Map<String, Integer>> unknown -> unread(inquiry, stated, unknown.why());
            case Known<Map<String, Integer>>(Map<String, Integer> used, String source) ->
                switch (capacity.mostInterfaces(types)) {
                    case Unknown<Map<String, Integer>> unknown -> unread(inquiry, stated, unknown.why());
                    case Known<Map<String, Integer>>(Map<String, Integer> most, String _) ->
                        verdict(inquiry, round, fit, new Counts(used, most), source);
                };
        };
    }

    private record Counts(Map<String, Integer> used, Map<String, Integer> most) {
        private Counts {
            used = Map.copyOf(used);
            most = Map.copyOf(most);
        }

        boolean known(Host host) {
            return used.containsKey(host.instance()) && most.containsKey(host.attribute(TYPE));
        }

        boolean full(Host host) {
            return known(host) && used.getOrDefault(host.instance(), 0) >= most.getOrDefault(host.attribute(TYPE), 0);
        }

        String says(Host host) {
            return host.instance() + " (" + host.attribute(TYPE) + ") has " + used.getOrDefault(host.instance(), 0)
                    + " of " + most.getOrDefault(host.attribute(TYPE), 0) + " network interfaces";
        }
    }

    private static CheckResult verdict(
            Inquiry inquiry, Round round, List<Candidate> fit, Counts counts, String source) {
        List<Candidate> open = fit.stream()
                .filter(c -> !c.host().attribute(TRUNK).isEmpty() || !counts.known(c.host()))
                .toList();
        List<Candidate> free = fit.stream()
                .filter(c -> !open.contains(c) && !counts.full(c.host()))
                .toList();
        if (!free.isEmpty()) {
            return new Passed(
                    round.named(inquiry, free),
                    new Evidence(counts.says(free.getFirst().host()), source));
        }
        if (!open.isEmpty()) {
            return new Inconclusive(
                    "how many interfaces " + open.getFirst().host().instance() + " can take: " + source);
        }
        List<Evidence> facts = new ArrayList<>();
        facts.add(new Evidence(
                "Every one of " + round.count(fit.size()) + " has as many network interfaces as its type allows",
                source));
        fit.stream()
                .limit(20)
                .map(c -> new Evidence(counts.says(c.host()), source))
                .forEach(facts::add);
        List<Exhibit> gaps = new ArrayList<>(round.gaps());
        Resources group = GroupBehind.named(inquiry, fit, gaps);
        return new Failed(
                round.fleet().complete() ? "lacking" : "partly",
                round.named(inquiry, fit).and(group),
                facts,
                gaps);
    }
}
