package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the other services of the cluster whose tasks use the objects that a cause found broken.
 *
 * @param kinds of the cause's resources; who uses one object of each is hit as well, through the first
 */
public record Neighbours(Cause cause, List<String> kinds) implements Check {
    public static final Set<String> ACTIONS = Reads.actions(List.of(ClusterSample.ACTIONS, SharedObject.ACTIONS));

    /** How many requests it may send. */
    static final int CALLS = 12;

    public Neighbours {
        kinds = List.copyOf(kinds);
    }

    @Override
    public String id() {
        return "neighbours";
    }

    @Override
    public String question() {
        return "Which other services use what is broken";
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        List<SharedObject> broken = kinds.stream()
                .flatMap(kind -> SharedObject.of(kind, cause, inquiry.account().networks()).stream())
                .toList();
        if (broken.isEmpty() || inquiry.subject().cluster().isEmpty()) {
            return new NotApplicable("what is broken is used by no other service");
        }
        boolean subnets = broken.stream().anyMatch(SharedObject::needsSubnets);
        return Reads.then(ClusterSample.of(inquiry, CALLS - (subnets ? 1 : 0)), (sample, _) -> among(sample, broken));
    }

    private static CheckResult among(ClusterSample sample, List<SharedObject> broken) {
        List<AlsoAffected> hit = new ArrayList<>();
        Untold untold = new Untold(sample.unread());
        int looked = sample.own();
        for (Service service : sample.others()) {
            switch (uses(service, broken)) {
                case Unknown<Boolean> unknown -> untold.add(unknown.why());
                case Known<Boolean>(Boolean used, String _) -> {
                    looked++;
                    if (used) {
                        hit.add(new AlsoAffected(
                                service.name(), broken.getFirst().id()));
                    }
                }
            }
        }
        return new Passed(
                Resources.NONE,
                List.of(),
                List.of(new Exhibit.Neighbours(hit, new Looked(looked, sample.of())), untold.exhibit()));
    }

    private static Answer<Boolean> uses(Service service, List<SharedObject> broken) {
        Optional<Deployment> primary = ClusterSample.primary(service);
        if (primary.isEmpty() || primary.get().subnets().isEmpty()) {
            return new Unknown<>("no network of its own", "ecs:DescribeServices");
        }
        Answer<Boolean> all = new Known<>(true, "ecs:DescribeServices");
        for (SharedObject object : broken) {
            switch (object.usedBy(primary.get())) {
                case Unknown<Boolean> unknown -> all = unknown;
                case Known<Boolean>(Boolean used, String source) -> {
                    if (!used) {
                        return new Known<>(false, source);
                    }
                }
            }
        }
        return all;
    }
}
