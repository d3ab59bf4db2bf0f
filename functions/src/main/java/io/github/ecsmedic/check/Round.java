package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Fleet;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The scheduler's choice of an instance as it would go now: what the task needs, and why each instance refuses it.
 *
 * @param candidates those on which the service may place tasks
 * @param unread what could not be looked at, so that an instance that seems to have room may still refuse
 */
record Round(TaskNeeds needs, List<Candidate> candidates, Fleet fleet, List<String> unread) {
    /** What {@link #held} may read. */
    static final Set<String> ACTIONS = Reads.actions(
            List.of(Wanted.ACTIONS),
            "ec2:DescribeSubnets",
            "ecs:DescribeClusters",
            "ecs:DescribeContainerInstances",
            "ecs:ListContainerInstances");

    private static final String INSTANCES = "ecs:DescribeContainerInstances";
    private static final int SHOWN = 20;

    Round {
        candidates = List.copyOf(candidates);
        unread = List.copyOf(unread);
    }

    /** Goes on with the round; {@code unread} is told why nobody could look. Fargate has no instances. */
    static CheckResult held(
            Inquiry inquiry, Function<String, CheckResult> unread, BiFunction<Round, String, CheckResult> then) {
        return switch (Wanted.placement(inquiry)) {
            case Unknown<Placement> unknown -> unread.apply(unknown.why());
            case Known<Placement>(Placement placement, String _) -> {
                if (Wanted.fargate(inquiry, placement)) {
                    yield new CheckResult.NotApplicable("the task runs on Fargate, not on instances");
                }
                yield switch (of(inquiry, placement)) {
                    case Unknown<Round> unknown -> unread.apply(unknown.why());
                    case Known<Round>(Round round, String source) -> then.apply(round, source);
                };
            }
        };
    }

    private static Answer<Round> of(Inquiry inquiry, Placement placement) {
        return switch (Wanted.needs(inquiry)) {
            case Unknown<TaskNeeds> unknown -> unknown.as();
            case Known<TaskNeeds>(TaskNeeds needs, String _) ->
                switch (inquiry.account().capacity().fleet(inquiry.subject().cluster())) {
                    case Unknown<Fleet> unknown -> unknown.as();
                    case Known<Fleet>(Fleet fleet, String source) ->
                        new Known<>(of(inquiry, placement, needs, fleet), source);
                };
        };
    }

    private static Round of(Inquiry inquiry, Placement placement, TaskNeeds needs, Fleet fleet) {
        Set<String> providers = Wanted.providers(inquiry, placement);
        List<Host> hosts = fleet.hosts().stream()
                .filter(host -> providers.isEmpty() || providers.contains(host.provider()))
                .toList();
        Fitness fitness = Fitness.of(inquiry, placement, needs);
        return new Round(
                needs,
                hosts.stream()
                        .map(host -> new Candidate(host, fitness.refusals(host)))
                        .toList(),
                fleet,
                fitness.unread());
    }

    /** Why an instance refuses a task. */
    enum Lack {
        STATUS,
        AGENT,
        ATTRIBUTE,
        CONSTRAINT,
        LOCATION,
        CPU,
        MEMORY,
        PORTS,
        GPU;

        /** Whether the instance could not run the task even if it were empty. */
        boolean unfit() {
            return compareTo(CPU) < 0;
        }
    }

    /** One reason, as it stands after the instance's name: {@code has 512 of 2048 CPU units free}. */
    record Refusal(Lack lack, String says) {}

    /** An instance, with all the reasons for which it refuses. */
    record Candidate(Host host, List<Refusal> refusals) {
        Candidate {
            refusals = List.copyOf(refusals);
        }

        boolean refusesFor(Lack lack) {
            return refusals.stream().anyMatch(r -> r.lack() == lack);
        }

        /** Whether it would run such a task if it were empty. */
        boolean fit() {
            return refusals.stream().noneMatch(r -> r.lack().unfit());
        }

        /** {@code i-0aa1} with its zone and every reason. */
        String says() {
            String why = refusals.isEmpty()
                    ? "has room"
                    : String.join(", ", refusals.stream().map(Refusal::says).toList());
            String zone = host.zone().isEmpty() ? "" : " (" + host.zone() + ")";
            return host.instance() + zone + " " + why;
        }
    }

    /** Those that would run such a task if they were empty. */
    List<Candidate> fit() {
        return candidates.stream().filter(Candidate::fit).toList();
    }

    /** The first that would take the task now, as far as could be looked. */
    Optional<Candidate> taking() {
        return candidates.stream().filter(c -> c.refusals().isEmpty()).findFirst();
    }

    /** {@code 6 instances}, or how many of how many were looked at. */
    String count(int some) {
        String plain = some == 1 ? "1 instance" : some + " instances";
        return fleet.complete() ? plain : plain + " (" + fleet.hosts().size() + " of " + fleet.of() + " looked at)";
    }

    /** What each instance has, one fact an instance. */
    List<Evidence> numbers() {
        List<Evidence> facts = new ArrayList<>();
        candidates.stream()
                .limit(SHOWN)
                .map(c -> new Evidence(c.says(), INSTANCES))
                .forEach(facts::add);
        if (candidates.size() > SHOWN) {
            facts.add(new Evidence("… and " + (candidates.size() - SHOWN) + " more instances", INSTANCES));
        }
        return facts;
    }

    /** The instances of a finding, and the revision that finds no place. */
    Resources named(Inquiry inquiry, List<Candidate> some) {
        List<Resource> all = new ArrayList<>();
        all.add(new Resource("cluster", inquiry.subject().cluster()));
        all.add(new Resource("task-definition", needs.definition()));
        some.stream()
                .limit(SHOWN)
                .forEach(c -> all.add(new Resource("instance", c.host().instance())));
        some.stream()
                .limit(SHOWN)
                .forEach(
                        c -> all.add(new Resource("container-instance", c.host().arn())));
        some.stream()
                .map(c -> c.host().provider())
                .distinct()
                .forEach(p -> all.add(new Resource("capacity-provider", p)));
        return new Resources(all);
    }

    /** What could not be looked at, for a verdict that stands without it. */
    List<Exhibit> gaps() {
        return unread.isEmpty() ? List.of() : List.of(new Exhibit.Unread(unread));
    }
}
