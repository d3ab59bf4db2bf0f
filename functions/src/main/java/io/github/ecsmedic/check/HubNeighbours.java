package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for everyone who pulls from Docker Hub under the same count: behind the same NAT gateway without credentials, or
 * with the same user's credentials.
 */
public record HubNeighbours(Cause cause) implements Check {
    public static final Set<String> ACTIONS =
            Reads.actions(List.of(ClusterSample.ACTIONS, SharedObject.ACTIONS, Definitions.ACTIONS));

    /** Of all requests, those that list and describe services: the rest reads task definitions. */
    private static final int FOR_SERVICES = 6;

    @Override
    public String id() {
        return "neighbours";
    }

    @Override
    public String question() {
        return "Who else pulls from Docker Hub under the same limit";
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        List<Evidence> facts = new ArrayList<>(OwnPulls.of(inquiry));
        boolean byUser = !cause.resources().first("secret").isEmpty();
        Optional<SharedObject> nat =
                SharedObject.of("nat-gateway", cause, inquiry.account().networks());
        if ((!byUser && nat.isEmpty()) || inquiry.subject().cluster().isEmpty()) {
            return new Passed(Resources.NONE, facts, List.of());
        }
        return switch (ClusterSample.of(inquiry, FOR_SERVICES)) {
            case Unknown<ClusterSample> unknown ->
                new Passed(Resources.NONE, facts, List.of(new Exhibit.Unread(List.of(unknown.why()))));
            case Known<ClusterSample>(ClusterSample sample, String _) -> {
                Search search = new Search(inquiry, sample, byUser ? Optional.empty() : nat);
                sample.others().forEach(search::look);
                facts.addAll(search.facts);
                yield new Passed(
                        Resources.NONE,
                        facts,
                        List.of(
                                new Exhibit.Neighbours(search.hit, new Looked(search.looked, sample.of())),
                                search.untold.exhibit()));
            }
        };
    }

    /** Goes through the services while there are requests left; two are kept for the subnets and the own service. */
    private final class Search {
        private final Inquiry inquiry;
        private final Optional<SharedObject> nat;
        private final Set<String> definitions = new HashSet<>();
        private final List<AlsoAffected> hit = new ArrayList<>();
        private final List<Evidence> facts = new ArrayList<>();
        private final Untold untold;
        private int left;
        private int looked;

        Search(Inquiry inquiry, ClusterSample sample, Optional<SharedObject> nat) {
            this.inquiry = inquiry;
            this.nat = nat;
            untold = new Untold(sample.unread());
            left = Neighbours.CALLS - 2 - sample.calls();
            looked = sample.own();
        }

        void look(Service service) {
            Optional<Deployment> primary = ClusterSample.primary(service);
            if (primary.isEmpty() || (nat.isPresent() && primary.get().subnets().isEmpty())) {
                untold.add("no network of its own: ecs:DescribeServices");
                return;
            }
            Answer<Boolean> shares =
                    nat.isPresent() ? nat.get().usedBy(primary.get()) : new Known<>(true, "ecs:DescribeServices");
            switch (shares) {
                case Unknown<Boolean> unknown -> untold.add(unknown.why());
                case Known<Boolean>(Boolean same, String _) -> {
                    if (same) {
                        pulls(service, primary.get().taskDefinition());
                    } else {
                        looked++;
                    }
                }
            }
        }

        private void pulls(Service service, String name) {
            if (definitions.add(name) && --left < 0) {
                definitions.remove(name);
                untold.add("too many to read the images of each: ecs:DescribeTaskDefinition");
                return;
            }
            switch (inquiry.account().workloads().taskDefinition(name)) {
                case Unknown<TaskDefinition> unknown -> untold.add(unknown.why());
                case Known<TaskDefinition>(TaskDefinition definition, String source) -> {
                    looked++;
                    List<String> images = images(definition);
                    if (!images.isEmpty()) {
                        hit.add(new AlsoAffected(service.name(), through()));
                        facts.add(new Evidence(
                                "Service " + service.name() + " pulls " + String.join(", ", images)
                                        + " from Docker Hub under the same limit",
                                source));
                    }
                }
            }
        }

        private String through() {
            return nat.map(SharedObject::id).orElseGet(() -> cause.resources().first("secret"));
        }

        private List<String> images(TaskDefinition definition) {
            String credentials = nat.isPresent() ? "" : cause.resources().first("secret");
            return definition.containers().stream()
                    .filter(c -> c.repositoryCredentials().equals(credentials))
                    .map(ContainerDefinition::image)
                    .filter(image -> ImageReference.parse(image).dockerHub())
                    .distinct()
                    .map(image -> new HubImage(image).withEquivalent(inquiry.subject()))
                    .toList();
        }
    }
}
