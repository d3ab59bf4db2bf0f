package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.check.Round.Candidate;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Auto Scaling group that brings the instances.
 *
 * @param provider the capacity provider that leads to it; empty where instances were found in it without one
 */
record GroupBehind(Optional<Capacity.Provider> provider, ScalingGroup group) {
    /** What is read for it. */
    static final Set<String> ACTIONS = Set.of(
            "ecs:DescribeClusters",
            "ecs:DescribeServices",
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "ecs:DescribeCapacityProviders");

    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";

    /** That of these capacity providers, else that of these EC2 instances; empty where there is none. */
    static Answer<Optional<GroupBehind>> of(Inquiry inquiry, Collection<String> providers, List<String> instances) {
        Capacity capacity = inquiry.account().capacity();
        List<String> names = providers.stream()
                .filter(p -> !p.isEmpty() && !p.startsWith("FARGATE"))
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            return switch (capacity.providers(names)) {
                case Unknown<List<Capacity.Provider>> unknown -> unknown.as();
                case Known<List<Capacity.Provider>>(List<Capacity.Provider> found, String source) ->
                    found.stream()
                            .filter(p -> !p.group().isEmpty())
                            .findFirst()
                            .map(p -> group(capacity, p.groupName(), Optional.of(p)))
                            .orElseGet(() -> new Known<>(Optional.empty(), source));
            };
        }
        List<String> ours = instances.stream().filter(id -> id.startsWith("i-")).toList();
        if (ours.isEmpty()) {
            return new Known<>(Optional.empty(), "event");
        }
        return switch (capacity.groupsOf(ours)) {
            case Unknown<Set<String>> unknown -> unknown.as();
            case Known<Set<String>>(Set<String> found, String source) ->
                found.stream()
                        .sorted()
                        .findFirst()
                        .map(name -> group(capacity, name, Optional.empty()))
                        .orElseGet(() -> new Known<>(Optional.empty(), source));
        };
    }

    private static Answer<Optional<GroupBehind>> group(
            Capacity capacity, String name, Optional<Capacity.Provider> provider) {
        return switch (capacity.group(name)) {
            case Unknown<Optional<ScalingGroup>> unknown -> unknown.as();
            case Known<Optional<ScalingGroup>>(Optional<ScalingGroup> found, String source) ->
                found.<Answer<Optional<GroupBehind>>>map(
                                group -> new Known<>(Optional.of(new GroupBehind(provider, group)), source))
                        .orElseGet(() -> new Unknown<>("there is no Auto Scaling group " + name, GROUPS));
        };
    }

    /** Its name and bounds for a fix; what could not be read is added to the gaps. */
    static Resources named(Inquiry inquiry, List<Candidate> candidates, List<Exhibit> gaps) {
        List<String> providers =
                candidates.stream().map(c -> c.host().provider()).distinct().toList();
        List<String> instances =
                candidates.stream().map(c -> c.host().instance()).toList();
        return resources(of(inquiry, providers, instances), gaps);
    }

    /** That from which the instances ought to come: of the service's capacity providers, else of the cluster's. */
    static Answer<Optional<GroupBehind>> expected(Inquiry inquiry) {
        return switch (providers(inquiry)) {
            case Unknown<Collection<String>> unknown -> unknown.as();
            case Known<Collection<String>>(Collection<String> names, String _) -> of(inquiry, names, List.of());
        };
    }

    /** The same for a fix; what could not be read is added to the gaps. */
    static Resources expected(Inquiry inquiry, List<Exhibit> gaps) {
        return resources(expected(inquiry), gaps);
    }

    private static Answer<Collection<String>> providers(Inquiry inquiry) {
        return switch (Wanted.placement(inquiry)) {
            case Unknown<Capacity.Placement> unknown -> unknown.as();
            case Known<Capacity.Placement>(Capacity.Placement placement, String source) -> {
                Set<String> own = Wanted.providers(inquiry, placement);
                yield own.isEmpty()
                        ? switch (inquiry.account()
                                .capacity()
                                .clusterProviders(inquiry.subject().cluster())) {
                            case Unknown<List<String>> unknown -> unknown.as();
                            case Known<List<String>>(List<String> all, String from) -> new Known<>(all, from);
                        }
                        : new Known<>(own, source);
            }
        };
    }

    private static Resources resources(Answer<Optional<GroupBehind>> answer, List<Exhibit> gaps) {
        return switch (answer) {
            case Unknown<Optional<GroupBehind>> unknown -> {
                gaps.add(new Exhibit.Unread(List.of(unknown.why())));
                yield Resources.NONE;
            }
            case Known<Optional<GroupBehind>>(Optional<GroupBehind> found, String _) ->
                found.map(GroupBehind::resources).orElse(Resources.NONE);
        };
    }

    /** The group, with its sizes under kinds of their own. */
    Resources resources() {
        return Resources.of(
                "capacity-provider",
                provider.map(Capacity.Provider::name).orElse(""),
                "auto-scaling-group",
                group.name(),
                "group-size",
                group.desired() + "/" + group.most(),
                "managed-scaling",
                provider.filter(Capacity.Provider::managed).isPresent() ? "managed by ECS" : "");
    }
}
