package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks whether security groups, and then network ACLs, let the health check from the load balancer to the task.
 *
 * <p>A load balancer without security groups, and rules that name addresses, are judged by the subnets in which the load
 * balancer stands: each of its nodes asks by itself.
 */
public final class BalancerIngress implements Check {
    @Override
    public String id() {
        return "balancer-ingress";
    }

    @Override
    public String question() {
        return "Do security groups and network ACLs let the load balancer's health check reach the task";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(FailingGroup.ACTIONS, BalancerNodes.ACTIONS, BalancerAcls.ACTIONS),
                "elasticloadbalancing:DescribeLoadBalancers",
                "ec2:DescribeSecurityGroups");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (FailingGroup.answered(inquiry)) {
            return new NotApplicable("the target answered, so the load balancer reaches it");
        }
        return FailingGroup.about(inquiry, (group, _) -> about(inquiry, group));
    }

    private static CheckResult about(Inquiry inquiry, TargetGroup group) {
        if (group.loadBalancers().isEmpty()) {
            return new NotApplicable("no load balancer uses target group " + group.name());
        }
        if (!group.targetType().equals("ip")) {
            return new Inconclusive("the targets of " + group.name()
                    + " are no addresses of tasks, and their security groups are not read: ec2:DescribeInstances");
        }
        String arn = group.loadBalancers().getFirst();
        return Reads.then(
                HealthPort.of(inquiry, group),
                (port, _) -> Reads.then(
                        inquiry.account().balancers().loadBalancer(arn),
                        (found, _) -> found.map(balancer -> groups(inquiry, group, balancer, port))
                                .orElseGet(() -> new NotApplicable("there is no load balancer " + arn))));
    }

    /** Those of the task's own network interface, which a target by address always has; none is the default group. */
    private static Answer<List<String>> own(Inquiry inquiry) {
        return switch (Deployments.starter(inquiry)) {
            case Unknown<Optional<Deployment>> unknown -> unknown.as();
            case Known<Optional<Deployment>>(Optional<Deployment> found, String source) ->
                found.isEmpty()
                        ? new Unknown<>("the deployment of the task is no longer there", source)
                        : new Known<>(found.get().securityGroups(), source);
        };
    }

    private static CheckResult groups(Inquiry inquiry, TargetGroup group, LoadBalancer balancer, int port) {
        return Reads.then(own(inquiry), (own, _) -> {
            if (own.isEmpty()) {
                return Reads.then(
                        inquiry.account().networks().defaultSecurityGroup(group.vpcId()),
                        (byDefault, source) -> byDefault
                                .map(g -> read(inquiry, balancer, port, List.of(g.id())))
                                .orElseGet(() -> new Inconclusive("empty answer: " + source)));
            }
            return read(inquiry, balancer, port, own);
        });
    }

    private static CheckResult read(Inquiry inquiry, LoadBalancer balancer, int port, List<String> own) {
        List<String> ids =
                Stream.concat(own.stream(), balancer.securityGroups().stream()).toList();
        return Reads.then(inquiry.account().networks().securityGroups(ids), (groups, source) -> {
            if (groups.size() < ids.stream().distinct().count()) {
                return new Inconclusive("not every security group is there: " + source);
            }
            return verdict(inquiry, new Ends(balancer, port, own, groups), source);
        });
    }

    /** Both ends of the connection, with their security groups. */
    private record Ends(LoadBalancer balancer, int port, List<String> own, List<SecurityGroup> groups) {
        private Ends {
            own = List.copyOf(own);
            groups = List.copyOf(groups);
        }

        List<Rule> ingress() {
            return groups.stream()
                    .filter(g -> own.contains(g.id()))
                    .flatMap(g -> g.ingress().stream())
                    .toList();
        }

        List<Rule> egress() {
            return groups.stream()
                    .filter(g -> balancer.securityGroups().contains(g.id()))
                    .flatMap(g -> g.egress().stream())
                    .toList();
        }

        Resources resources() {
            List<Resource> named = new ArrayList<>(List.of(
                    new Resource("load-balancer", balancer.arn()), new Resource("port", Integer.toString(port))));
            own.forEach(id -> named.add(new Resource("security-group", id)));
            balancer.securityGroups().forEach(id -> named.add(new Resource("balancer-security-group", id)));
            return new Resources(named);
        }

        String balancerNames() {
            return balancer.securityGroups().isEmpty()
                    ? "load balancer " + balancer.name()
                    : String.join(", ", balancer.securityGroups()) + " of load balancer " + balancer.name();
        }
    }

    private static CheckResult verdict(Inquiry inquiry, Ends ends, String source) {
        if (shut(inquiry, ends)) {
            return new Failed(
                    "not-let-out",
                    ends.resources()
                            .and(Resources.of(
                                    "shut-group",
                                    ends.balancer().securityGroups().getFirst())),
                    new Evidence(
                            "No rule of " + ends.balancerNames() + " lets it out to the task on port " + ends.port(),
                            source));
        }
        return Reads.then(
                BalancerNodes.admitted(inquiry, ends.balancer(), ends.ingress(), ends.port()), (admits, nodes) -> {
                    String names = String.join(", ", ends.own());
                    return switch (admits.verdict()) {
                        case YES ->
                            new BalancerAcls(inquiry, ends.balancer(), ends.port())
                                    .after(new Passed(
                                            ends.resources(),
                                            new Evidence(
                                                    names + " of the task admits " + ends.balancerNames() + " on port "
                                                            + ends.port(),
                                                    source)));
                        case UNKNOWN ->
                            new Inconclusive("whether " + names + " admits every node of load balancer "
                                    + ends.balancer().name() + " is not known: " + source);
                        case NO ->
                            new Failed(
                                    "not-admitted",
                                    ends.resources().and(admits.subnets()),
                                    new Evidence(
                                            "No rule of " + names + ", the security groups of the task, admits "
                                                    + ends.balancerNames() + " on port " + ends.port(),
                                            source));
                    };
                });
    }

    /** Whether the load balancer's own groups surely keep it in. */
    private static boolean shut(Inquiry inquiry, Ends ends) {
        List<Rule> egress = ends.egress();
        if (ends.balancer().securityGroups().isEmpty()) {
            return false;
        }
        Task task = inquiry.task();
        Peer peer = new Peer(Peers.single(task == null ? "" : task.address()), Set.copyOf(ends.own()), Set.of(), true);
        return !Permissions.opens(egress, ends.port())
                || (!peer.ranges().isEmpty() && Permissions.admit(egress, ends.port(), peer) == Verdict.NO);
    }
}
