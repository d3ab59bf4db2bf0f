package io.github.ecsmedic.infra;

import io.github.ecsmedic.aws.AwsFixes;
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
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What the role that fixes may change: the actions of the requests of the enabled fixes and of their inverses, on the
 * kind of object that each changes, and only where the object's own tags allow it if it is the object that opts in.
 *
 * <p>Instances, groups, secrets and the like are opted in by the tags of the service, which IAM does not see there: their
 * own tags can only forbid it. {@link #UNTAGGED} has what is allowed without a look at tags, each with the reason.
 *
 * <p>Roles are passed where new tasks of another definition are started, and to those tasks alone. That RunTask needs
 * {@code iam:PassRole} on the task's roles is documented (Amazon ECS Developer Guide, "Amazon ECS EventBridge IAM Role");
 * for UpdateService AWS does not say it, but its own policies have both (CodePipeline User Guide, "Amazon Elastic
 * Container Service deploy action reference"), and without it a roll back could be refused when it is needed. The roles
 * are those of the account: which ones a task definition names is not known when the stack is deployed, and no request of
 * ours names a role.
 */
final class WriteScope {
    /** What the role is denied, whatever is added later: to opt itself in, and to widen or destroy anything. */
    static final List<String> NEVER = List.of(
            "ec2:CreateTags",
            "ec2:Delete*",
            "ecs:DeleteService",
            "ecs:TagResource",
            "ecs:UntagResource",
            "logs:Delete*",
            "logs:PutRetentionPolicy",
            "ssm:PutParameter");

    /** The same, but for roles that are passed to tasks where a fix needs it. */
    static final String IDENTITY = "iam:*";

    /** What is allowed whatever tags say, and why. */
    static final Map<String, String> UNTAGGED = Map.of(
            "ec2:CreateNetworkInterface", "of a subnet that is tagged; the interface is not there yet",
            "ecr:CreatePullThroughCacheRule", "it is not there yet, and such rules have no tags",
            "ecs:RunTask", "it is decided on the task definition, and the task itself is what opts in",
            "ecs:StopServiceDeployment", "a service deployment has no tags of its service",
            "ecs:StopTask", "a task has those tags that its service had when it was started, or none",
            "ecs:UpdateTaskProtection", "a task has those tags that its service had when it was started, or none",
            "iam:PassRole", "the roles are those of the task definition, whose service is tagged",
            "logs:CreateLogGroup", "it is not there yet");

    private static final String TAG = "aws:ResourceTag/" + OptIn.MODE_TAG;
    private static final Map<String, Map<String, List<String>>> FORBIDDEN =
            Map.of("StringNotEquals", Map.of(TAG, List.of(Mode.OFF.word(), Mode.NOTIFY.word())));

    private static final String PASS = "iam:PassRole";
    private static final Map<String, List<String>> TO_TASKS =
            Map.of("iam:PassedToService", List.of("ecs-tasks.amazonaws.com"));

    private WriteScope() {}

    /**
     * One action on some kinds of object.
     *
     * @param conditions operator → key → values; empty where none applies
     */
    record Grant(String action, List<String> resources, Map<String, Map<String, List<String>>> conditions) {
        PolicyStatement statement(String sid) {
            PolicyStatement statement = PolicyStatement.Builder.create()
                    .sid(sid)
                    .actions(List.of(action))
                    .resources(resources)
                    .build();
            conditions.forEach(statement::addCondition);
            return statement;
        }
    }

    /** To append to the audit, and nothing else of it: what was written there stays. */
    static PolicyStatement append(String logGroup) {
        return PolicyStatement.Builder.create()
                .sid("AppendToAudit")
                .actions(AwsFixes.AUDIT)
                .resources(List.of(logGroup))
                .build();
    }

    /** The denials, on everything. A negated operator holds where the key is absent, as in all of IAM but PassRole. */
    static List<PolicyStatement> never(Collection<Grant> grants) {
        PolicyStatement identity = deny("NeverTouchIdentities", List.of(IDENTITY));
        if (grants.stream().anyMatch(grant -> grant.action().equals(PASS))) {
            identity.addCondition("StringNotEquals", TO_TASKS);
        }
        return List.of(deny("NeverWidenOrDestroy", NEVER), identity);
    }

    private static PolicyStatement deny(String sid, List<String> actions) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .effect(Effect.DENY)
                .actions(actions)
                .resources(List.of("*"))
                .build();
    }

    /**
     * Sorted, one grant for each action and condition.
     *
     * @param otherwise what the installation allows for objects without tags
     */
    static List<Grant> grants(Collection<Request> requests, Mode otherwise) {
        TreeMap<String, Grant> all = new TreeMap<>();
        requests.stream()
                .flatMap(request -> Stream.concat(Stream.of(request), request.inverse().stream()))
                .flatMap(request -> Stream.concat(of(request, otherwise).stream(), passed(request)))
                .forEach(grant -> all.merge(grant.action() + grant.conditions(), grant, WriteScope::both));
        return List.copyOf(all.values());
    }

    private static Grant both(Grant one, Grant other) {
        TreeSet<String> resources = new TreeSet<>(one.resources());
        resources.addAll(other.resources());
        return new Grant(one.action(), List.copyOf(resources), one.conditions());
    }

    /** What starts tasks of another definition passes them the roles that it names. */
    private static Stream<Grant> passed(Request request) {
        boolean passes = request.iamAction().equals("ecs:RunTask")
                || (request instanceof ServiceUpdate update && update.to() instanceof Definition);
        return passes
                ? Stream.of(
                        grant(PASS, Map.of("StringEquals", TO_TASKS), Names.arn("iam", "", Aws.ACCOUNT_ID, "role/*")))
                : Stream.empty();
    }

    private static List<Grant> of(Request request, Mode otherwise) {
        return switch (request) {
            case ServiceUpdate _ -> List.of(tagged(request, otherwise, "service/*"));
            case VpcAttribute _ -> List.of(tagged(request, otherwise, "vpc/*"));
            case EndpointPrivateDns _ -> List.of(tagged(request, otherwise, "vpc-endpoint/*"));
            case EndpointRoute _ -> List.of(tagged(request, otherwise, "route-table/*", "vpc-endpoint/*"));
            case Ingress _ -> List.of(tagged(request, otherwise, "security-group/*"));
            case MountTarget _ -> mountTarget(request, otherwise);
            case DeploymentStop _ -> List.of(plain(request, "service-deployment/*"));
            case TaskProtection _, TaskStop _ -> List.of(plain(request, "task/*"));
            case TaskRerun _ -> List.of(plain(request, "task-definition/*"));
            case InstanceState _ -> List.of(unlessForbidden(request, "container-instance/*"));
            case GroupSize _, InstanceTermination _ ->
                List.of(unlessForbidden(request, "autoScalingGroup:*:autoScalingGroupName/*"));
            case SecretRestore _ -> List.of(unlessForbidden(request, "secret:*"));
            case TargetGroupSetting _ -> List.of(unlessForbidden(request, "targetgroup/*"));
            case LogGroup _ ->
                List.of(grant(request.iamAction(), Map.of(), Names.arn("logs", "*", Aws.ACCOUNT_ID, "log-group:*")));
            case PullThroughRule _ ->
                List.of(grant(
                        request.iamAction(),
                        Map.of("StringEquals", Map.of("aws:RequestedRegion", List.of(Aws.REGION))),
                        "*"));
        };
    }

    /** Amazon EFS makes the network interface in the name of the role; the subnet is what opts in. */
    private static List<Grant> mountTarget(Request request, Mode otherwise) {
        String create = "ec2:CreateNetworkInterface";
        return List.of(
                unlessForbidden(request, "file-system/*"),
                grant(create, optedIn(otherwise), Names.here("ec2", "subnet/*")),
                grant(
                        create,
                        Map.of(),
                        Names.here("ec2", "network-interface/*"),
                        Names.here("ec2", "security-group/*")));
    }

    private static Grant tagged(Request request, Mode otherwise, String... kinds) {
        return grant(request.iamAction(), optedIn(otherwise), here(request, kinds));
    }

    private static Grant unlessForbidden(Request request, String... kinds) {
        return grant(request.iamAction(), FORBIDDEN, here(request, kinds));
    }

    private static Grant plain(Request request, String... kinds) {
        return grant(request.iamAction(), Map.of(), here(request, kinds));
    }

    private static String[] here(Request request, String... kinds) {
        String service = request.iamAction().substring(0, request.iamAction().indexOf(':'));
        return Stream.of(kinds).map(kind -> Names.here(service, kind)).toArray(String[]::new);
    }

    private static Grant grant(String action, Map<String, Map<String, List<String>>> conditions, String... resources) {
        return new Grant(action, List.of(resources), conditions);
    }

    /** Where nothing is done without tags they have to say so; else they must not say the contrary. */
    private static Map<String, Map<String, List<String>>> optedIn(Mode otherwise) {
        return otherwise.compareTo(Mode.APPROVE) < 0
                ? Map.of("StringEquals", Map.of(TAG, List.of(Mode.APPROVE.word(), Mode.AUTO.word())))
                : FORBIDDEN;
    }
}
