package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.LoadBalancer.Zone;
import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.Passage.Fate;
import io.github.ecsmedic.check.Passage.Judged;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Station;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.network.AclRules.Traffic;
import io.github.ecsmedic.network.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The network ACLs between the nodes of a load balancer and a task, which security groups do not show.
 *
 * @param port at which the health check asks
 */
record BalancerAcls(Inquiry inquiry, LoadBalancer balancer, int port) {
    /** What {@link #after} may read. */
    static final Set<String> ACTIONS = Set.of("ec2:DescribeNetworkAcls", "ec2:DescribeSubnets");

    /** The ports from which a load balancer opens connections. */
    private static final int FROM = 1_024;

    private static final int TO = 65_535;

    /** The verdict on the security groups, unless network ACLs keep every node from the task. */
    CheckResult after(Passed admitted) {
        Task task = inquiry.task();
        if (task == null || task.subnet().isEmpty()) {
            return admitted;
        }
        if (task.address().isEmpty()) {
            return new Inconclusive(
                    "the event does not tell the task's address, so network ACLs are not judged: event");
        }
        List<String> nodes = balancer.zones().stream().map(Zone::subnet).toList();
        return Reads.then(subnets(nodes), (read, _) -> between(admitted, task, read));
    }

    private Answer<List<Subnet>> subnets(List<String> ids) {
        List<Subnet> all = new ArrayList<>();
        for (String id : ids) {
            switch (inquiry.account().networks().subnet(id)) {
                case Unknown<Optional<Subnet>> unknown -> {
                    return unknown.as();
                }
                case Known<Optional<Subnet>>(Optional<Subnet> found, String source) -> {
                    if (found.isEmpty()) {
                        return new Unknown<>("there is no subnet " + id, source);
                    }
                    all.add(found.get());
                }
            }
        }
        return new Known<>(all, "ec2:DescribeSubnets");
    }

    private CheckResult between(Passed admitted, Task task, List<Subnet> nodes) {
        List<List<Passage>> ways = nodes.stream().map(node -> way(task, node)).toList();
        List<String> ids = ways.stream()
                .flatMap(List::stream)
                .map(Passage::subnet)
                .distinct()
                .toList();
        return ids.isEmpty()
                ? admitted
                : Reads.then(
                        inquiry.account().networks().networkAcls(ids),
                        (acls, source) -> verdict(admitted, ways, acls, source));
    }

    private CheckResult verdict(Passed admitted, List<List<Passage>> ways, List<NetworkAcl> acls, String source) {
        List<List<Judged>> denied = ways.stream()
                .map(way -> SubnetAcls.judge(way, acls).stream()
                        .filter(judged -> judged.fate() == Fate.DENIED)
                        .toList())
                .toList();
        if (denied.stream().allMatch(List::isEmpty)) {
            return admitted;
        }
        List<Judged> all = denied.stream().flatMap(List::stream).toList();
        if (denied.stream().anyMatch(List::isEmpty)) {
            return new Inconclusive("only some nodes of load balancer " + balancer.name() + " are kept away: "
                    + all.getFirst().says() + ": " + source);
        }
        Stream<Resource> named = Stream.concat(
                all.stream().map(j -> new Resource("network-acl", j.acl().id())),
                all.stream().flatMap(j -> AclEntry.allowing(j).stream()));
        return new Failed(
                "acl-denied",
                Resources.of("load-balancer", balancer.arn(), "port", Integer.toString(port))
                        .and(new Resources(named.toList())),
                all.stream().map(j -> new Evidence(j.says(), source)).distinct().toList(),
                List.of());
    }

    /** From a node to the task and back; none within one subnet. */
    private List<Passage> way(Task task, Subnet node) {
        if (task.subnet().equals(node.id())) {
            return List.of();
        }
        List<Cidr> there = Peers.single(task.address());
        List<Cidr> here = Cidr.parse(node.cidr()).stream().toList();
        String written = task.address() + (task.address().indexOf(':') < 0 ? "/32" : "/128");
        String name = "load balancer " + balancer.name();
        Traffic asked = new Traffic(there, port, port);
        Traffic answered = new Traffic(here, FROM, TO);
        return List.of(
                new Passage(Station.NETWORK_ACL, node.id(), true, asked, true, "the task", List.of(written)),
                new Passage(
                        Station.NETWORK_ACL,
                        task.subnet(),
                        false,
                        new Traffic(here, port, port),
                        false,
                        name,
                        List.of(node.cidr())),
                new Passage(Station.RETURN, task.subnet(), true, answered, false, name, List.of(node.cidr())),
                new Passage(
                        Station.RETURN,
                        node.id(),
                        false,
                        new Traffic(there, FROM, TO),
                        true,
                        "the task",
                        List.of(written)));
    }
}
