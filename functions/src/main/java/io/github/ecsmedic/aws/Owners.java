package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.TagDescription;

/** What the owners of the objects of a plan say on them by tags, and whether a stack is at work on them. */
final class Owners {
    static final String TAGS = "ec2:DescribeTags";
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
                    plan.requests().stream().flatMap(Owners::objects).distinct().toList());
        }
        return ofService(plan.subject()).stream().toList();
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
        return reads.start(
                        "tags of " + ids, TAGS, () -> ids.isEmpty() ? List.<Map<String, String>>of() : described(ids))
                .value();
    }

    private List<Map<String, String>> described(List<String> ids) {
        Filter ofThem = Filter.builder().name("resource-id").values(ids).build();
        List<TagDescription> all = reads.pages(
                TAGS,
                token -> clients.ec2().describeTags(r -> r.filters(ofThem).nextToken(token)),
                answer -> listed(answer.hasTags(), answer.tags(), TAGS),
                DescribeTagsResponse::nextToken);
        Map<String, Map<String, String>> byId = new HashMap<>();
        all.forEach(tag -> byId.computeIfAbsent(text(tag.resourceId()), _ -> new HashMap<>())
                .put(text(tag.key()), text(tag.value())));
        return ids.stream().map(id -> byId.getOrDefault(id, Map.of())).toList();
    }

    /** The ids of what the request changes in the network; none for what belongs to a service. */
    private static Stream<String> objects(Request request) {
        return switch (request) {
            case VpcAttribute attribute -> Stream.of(attribute.vpc());
            case EndpointPrivateDns names -> Stream.of(names.endpoint());
            case EndpointRoute route -> Stream.of(route.endpoint(), route.table());
            case Ingress ingress -> Stream.of(ingress.group());
            case MountTarget mount -> Stream.of(mount.subnet());
            case DeploymentStop _,
                    GroupSize _,
                    InstanceState _,
                    InstanceTermination _,
                    LogGroup _,
                    PullThroughRule _,
                    SecretRestore _,
                    ServiceUpdate _,
                    TargetGroupSetting _,
                    TaskProtection _ -> Stream.empty();
        };
    }
}
