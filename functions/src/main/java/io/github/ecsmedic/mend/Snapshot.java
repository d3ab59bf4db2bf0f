package io.github.ecsmedic.mend;

import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the guards look at, as it is at one moment. What could not be read is unknown. */
public record Snapshot(Instant now, Plan plan, Rules rules, Live live, Past past, Optional<Approval> approval) {

    /**
     * What the installation allows.
     *
     * @param cap the kill switch; {@link Mode#NOTIFY} when there is none
     * @param otherwise what holds for objects without tags
     * @param approvers ids of the people who may allow a fix
     * @param two ids of the fixes that two people have to allow
     * @param freezes whether the change calendar is closed; false when none is set up
     */
    public record Rules(
            Answer<Mode> cap,
            OptIn otherwise,
            Set<String> approvers,
            Set<String> two,
            boolean dryRun,
            Answer<Boolean> freezes) {
        public Rules {
            approvers = Set.copyOf(approvers);
            two = Set.copyOf(two);
        }
    }

    /**
     * How the object stands now.
     *
     * @param tags of what has to opt in: the service, or each shared object that is changed
     * @param service empty when the plan has none
     * @param deployments of the service, newest first
     * @param stackChanges whether the stack that made it is being changed
     * @param touched ids of the objects that the change would affect
     * @param values what the requests would change, as {@link Request#before()} writes it
     */
    public record Live(
            Answer<List<Map<String, String>>> tags,
            Answer<Optional<Service>> service,
            Answer<List<Deployments.Listed>> deployments,
            Answer<Boolean> stackChanges,
            Answer<Set<String>> touched,
            Map<Request, Answer<String>> values) {
        public Live {
            values = Map.copyOf(values);
        }
    }

    /**
     * What we did, and what else goes on.
     *
     * @param actions ours of the last day and the ten newest, newest first
     * @param memory those that did not help, as long as they are remembered
     * @param ours ids of the deployments that we started
     * @param storm whether many services fail at once
     * @param sharers how many services fail by the same cause
     */
    public record Past(
            Answer<List<Action>> actions,
            Answer<List<Action>> memory,
            Set<String> ours,
            Answer<Boolean> storm,
            Answer<Integer> sharers) {
        public Past {
            ours = Set.copyOf(ours);
        }
    }
}
