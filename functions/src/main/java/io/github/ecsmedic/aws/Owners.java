package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the owners of the objects of a plan say on them by tags, and whether a stack is at work on them. */
final class Owners {
    static final String TAGS = SdkNetworks.TAGS;
    static final String STACKS = "cloudformation:DescribeStacks";

    private static final String STACK = "aws:cloudformation:stack-name";
    private static final String UNDER_WAY = "_IN_PROGRESS";

    private final Clients clients;
    private final Reads reads;

    Owners(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Within a read: of what has to opt in, the service or each shared object of the network. */
    List<Map<String, String>> tags(Plan plan) {
        if (plan.reach() == Reach.NETWORK) {
            return ofObjects(
                    plan.requests().stream().flatMap(Reach::shared).distinct().toList());
        }
        return plan.subject().service().isEmpty()
                ? ofTask(plan.subject()).stream().toList()
                : ofService(plan.subject()).stream().toList();
    }

    /** Of a one-off task itself; ECS forgets it after an hour. */
    private Optional<Map<String, String>> ofTask(Subject subject) {
        return subject.taskArn().isEmpty()
                ? Optional.empty()
                : Given.value(new SdkWorkloads(clients, reads).taskTags(subject.cluster(), subject.taskArn()));
    }

    /** Within a read; false where no object names a stack. */
    boolean stackChanges(Plan plan) {
        List<Map<String, String>> all =
                new ArrayList<>(ofService(plan.subject()).stream().toList());
        if (plan.reach() == Reach.NETWORK) {
            all.addAll(tags(plan));
        }
        return all.stream()
                .flatMap(tags -> Stream.ofNullable(tags.get(STACK)))
                .distinct()
                .anyMatch(this::changes);
    }

    private boolean changes(String stack) {
        var answer = reads.send(STACKS, () -> clients.stacks().describeStacks(r -> r.stackName(stack)));
        return needed(only(answer.stacks(), STACKS).stackStatusAsString(), STACKS)
                .endsWith(UNDER_WAY);
    }

    private Optional<Map<String, String>> ofService(Subject subject) {
        return subject.service().isEmpty()
                ? Optional.empty()
                : Given.value(new SdkWorkloads(clients, reads).service(subject.cluster(), subject.service()))
                        .map(Service::tags);
    }

    private List<Map<String, String>> ofObjects(List<String> ids) {
        Map<String, Map<String, String>> byId = Given.value(new SdkNetworks(clients, reads).tags(ids));
        return ids.stream().map(id -> byId.getOrDefault(id, Map.of())).toList();
    }
}
