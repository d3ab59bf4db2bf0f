package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.VpcDns;
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
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** What a request would change, as it is now, in the form of {@link Request#before()} and {@link Request#after()}. */
final class Values {
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String INSTANCES = "autoscaling:DescribeAutoScalingInstances";
    private static final String RULES = "ecr:DescribePullThroughCacheRules";
    private static final String TARGETS = "elasticloadbalancing:DescribeTargetGroups";
    private static final String GONE = "not there any more";
    private static final String TERMINATING = "Terminating";

    private final Clients clients;
    private final Reads reads;
    private final ServiceValues ecs;
    private final TaskValues tasks;

    Values(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
        ecs = new ServiceValues(clients, reads);
        tasks = new TaskValues(clients, reads);
    }

    /** Begins the read. */
    Reads.Pending<String> of(Request request) {
        return reads.start(
                "value of " + request, "the value that " + request.iamAction() + " changes", () -> now(request));
    }

    private String now(Request request) {
        return switch (request) {
            case ServiceUpdate update -> ecs.of(update);
            case DeploymentStop stop -> ecs.of(stop);
            case InstanceState state -> ecs.of(state);
            case TaskProtection protection -> tasks.of(protection);
            case TaskRerun rerun -> tasks.of(rerun);
            case TaskStop stop -> tasks.of(stop);
            case EndpointPrivateDns names ->
                Boolean.toString(Boolean.TRUE.equals(endpoint(names.endpoint()).privateDnsEnabled()));
            case EndpointRoute route ->
                Boolean.toString(endpoint(route.endpoint()).routeTableIds().contains(route.table()));
            case GroupSize size -> size(size);
            case Ingress ingress -> Boolean.toString(there(ingress));
            case InstanceTermination end -> state(end.instance());
            case LogGroup group ->
                Boolean.toString(
                        Given.value(new SdkLogGroups(clients, reads).startingWith(group.region(), group.name()))
                                .stream()
                                .anyMatch(g -> g.name().equals(group.name())));
            case MountTarget mount -> Boolean.toString(mounted(mount));
            case PullThroughRule rule -> source(rule.prefix());
            case SecretRestore secret ->
                Given.value(new SdkVault(clients, reads).secret(secret.region(), secret.secret()))
                        .map(found -> found.deletedAt().isEmpty() ? secret.after() : secret.before())
                        .orElseThrow(() -> new NoAnswer(GONE, "secretsmanager:DescribeSecret", ""));
            case TargetGroupSetting setting -> health(setting);
            case VpcAttribute attribute -> Boolean.toString(on(attribute));
        };
    }

    private VpcEndpoint endpoint(String id) {
        var answer = reads.send(ENDPOINTS, () -> clients.ec2().describeVpcEndpoints(r -> r.vpcEndpointIds(id)));
        return only(answer.vpcEndpoints(), ENDPOINTS);
    }

    private String size(GroupSize wanted) {
        ScalingGroup group = Given.value(new ScalingGroups(clients, reads).named(wanted.group()))
                .orElseThrow(() -> new NoAnswer(GONE, "autoscaling:DescribeAutoScalingGroups", ""));
        GroupSize.Size now = new GroupSize.Size(group.most(), wanted.to().desired() == null ? null : group.desired());
        return new GroupSize(wanted.region(), wanted.group(), now, wanted.to()).before();
    }

    /** Exactly that rule; one that is wider is another. */
    private boolean there(Ingress ingress) {
        SecurityGroup group = only(
                Given.value(new SecurityGroups(clients, reads).withIds(List.of(ingress.group()))),
                "ec2:DescribeSecurityGroups");
        return group.ingress().stream()
                .filter(rule -> rule.protocol().equals("tcp"))
                .filter(rule -> ingress.port().equals(Integer.toString(rule.fromPort()))
                        && ingress.port().equals(Integer.toString(rule.toPort())))
                .anyMatch(rule -> rule.groups().contains(ingress.peer()));
    }

    private String state(String instance) {
        var answer = reads.send(
                INSTANCES, () -> clients.scaling().describeAutoScalingInstances(r -> r.instanceIds(instance)));
        String state = listed(answer.hasAutoScalingInstances(), answer.autoScalingInstances(), INSTANCES).stream()
                .map(details -> text(details.lifecycleState()))
                .findFirst()
                .orElseThrow(() -> new NoAnswer(GONE, INSTANCES, ""));
        return state.startsWith(TERMINATING) ? TERMINATING : state;
    }

    private boolean mounted(MountTarget mount) {
        return Given.value(new SdkStorage(clients, reads).mountTargets(mount.system())).stream()
                .anyMatch(target -> target.subnet().equals(mount.subnet()));
    }

    /** {@code ""} where there is no such rule. */
    private String source(String prefix) {
        return reads.sendUnless(
                        "PullThroughCacheRuleNotFoundException",
                        RULES,
                        () -> clients.ecr().describePullThroughCacheRules(r -> r.ecrRepositoryPrefixes(prefix)))
                .map(answer ->
                        needed(only(answer.pullThroughCacheRules(), RULES).upstreamRegistryUrl(), RULES))
                .orElse("");
    }

    private String health(TargetGroupSetting setting) {
        var answer = reads.send(
                TARGETS, () -> clients.balancing().describeTargetGroups(r -> r.targetGroupArns(setting.group())));
        TargetGroup group = only(answer.targetGroups(), TARGETS);
        return switch (setting.setting()) {
            case HEALTH_CHECK_PATH -> needed(group.healthCheckPath(), TARGETS);
            case HEALTH_CHECK_PORT -> needed(group.healthCheckPort(), TARGETS);
            case MATCHER -> needed(needed(group.matcher(), TARGETS).httpCode(), TARGETS);
        };
    }

    private boolean on(VpcAttribute attribute) {
        VpcDns dns = Given.value(new SdkNetworks(clients, reads).vpcDns(attribute.vpc()));
        return attribute.attribute().equals("enableDnsSupport") ? dns.support() : dns.hostnames();
    }
}
