package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.check.Round.Lack;
import io.github.ecsmedic.check.Round.Refusal;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges instances by what a task needs.
 *
 * @param allowed the ARNs of the instances that satisfy a constraint, by its expression
 * @param zones the Availability Zones of the task's subnets; none where they do not matter or are not known
 */
record Fitness(TaskNeeds needs, Map<String, Set<String>> allowed, Set<String> zones, List<String> unread) {
    private static final String TASK_ENI = "ecs.capability.task-eni";

    Fitness {
        allowed = Map.copyOf(allowed);
        zones = Set.copyOf(zones);
        unread = List.copyOf(unread);
    }

    static Fitness of(Inquiry inquiry, Placement placement, TaskNeeds needs) {
        List<String> unread = new ArrayList<>();
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        Stream.concat(needs.expressions().stream(), placement.expressions().stream())
                .distinct()
                .forEach(expression -> {
                    switch (inquiry.account()
                            .capacity()
                            .matching(inquiry.subject().cluster(), expression)) {
                        case Unknown<Set<String>> unknown -> unread.add(unknown.why());
                        case Known<Set<String>>(Set<String> arns, String _) -> allowed.put(expression, arns);
                    }
                });
        Set<String> zones = needs.ownInterface() ? zones(inquiry, unread) : Set.of();
        return new Fitness(needs, allowed, zones, unread);
    }

    private static Set<String> zones(Inquiry inquiry, List<String> unread) {
        Set<String> zones = new TreeSet<>();
        switch (Wanted.subnets(inquiry)) {
            case Unknown<List<String>> unknown -> unread.add(unknown.why());
            case Known<List<String>>(List<String> ids, String _) -> {
                for (String id : ids) {
                    switch (inquiry.account().networks().subnet(id)) {
                        case Unknown<Optional<Subnet>> unknown -> {
                            unread.add(unknown.why());
                            return Set.of();
                        }
                        case Known<Optional<Subnet>>(Optional<Subnet> found, String _) ->
                            found.ifPresent(subnet -> zones.add(subnet.availabilityZone()));
                    }
                }
            }
        }
        return zones;
    }

    /** Every reason for which it refuses the task; none when it has room. */
    List<Refusal> refusals(Host host) {
        List<Refusal> found = new ArrayList<>();
        if (!host.status().equals("ACTIVE")) {
            found.add(new Refusal(Lack.STATUS, "is " + host.status()));
        }
        if (!host.connected()) {
            found.add(new Refusal(Lack.AGENT, "has no agent that is connected"));
        }
        missing(host).forEach(name -> found.add(new Refusal(Lack.ATTRIBUTE, "lacks attribute " + name)));
        allowed.forEach((expression, arns) -> {
            if (!arns.contains(host.arn())) {
                found.add(new Refusal(Lack.CONSTRAINT, "does not satisfy " + expression));
            }
        });
        if (!zones.isEmpty() && !host.zone().isEmpty() && !zones.contains(host.zone())) {
            found.add(new Refusal(Lack.LOCATION, "is in none of the zones of the service's subnets"));
        }
        amounts(host, found);
        return found;
    }

    private void amounts(Host host, List<Refusal> found) {
        if (host.cpu() < needs.cpu()) {
            found.add(new Refusal(Lack.CPU, "has " + host.cpu() + " of " + needs.cpu() + " CPU units free"));
        }
        if (host.memory() < needs.memory()) {
            found.add(new Refusal(Lack.MEMORY, "has " + host.memory() + " of " + needs.memory() + " MiB free"));
        }
        List<String> taken =
                needs.ports().stream().filter(host.ports()::contains).toList();
        if (!taken.isEmpty()) {
            found.add(new Refusal(Lack.PORTS, "has port " + String.join(", ", taken) + " taken"));
        }
        if (host.gpus() < needs.gpus()) {
            found.add(new Refusal(Lack.GPU, "has " + host.gpus() + " of " + needs.gpus() + " GPUs free"));
        }
    }

    /** ECS itself adds the attribute for network interfaces to what a task in awsvpc mode needs. */
    List<String> missing(Host host) {
        return Stream.concat(needs.attributes().stream(), needs.ownInterface() ? Stream.of(TASK_ENI) : Stream.of())
                .distinct()
                .filter(name -> !host.attributes().containsKey(name))
                .toList();
    }
}
