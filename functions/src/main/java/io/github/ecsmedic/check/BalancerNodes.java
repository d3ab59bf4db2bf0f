package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.LoadBalancer.Zone;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The nodes of a load balancer, one in each of its subnets, as the rules of a task's security groups see them. */
final class BalancerNodes {
    /** What {@link #admitted} may read. */
    static final Set<String> ACTIONS = Set.of("ec2:DescribeSubnets");

    private BalancerNodes() {}

    /**
     * Whether the nodes are let in.
     *
     * @param subnets the ranges of those that were looked at, as {@code cidr}
     */
    record Admission(Verdict verdict, Resources subnets) {}

    /** By group where a rule names one; the subnets are read only where rules of addresses could let the nodes in. */
    static Answer<Admission> admitted(Inquiry inquiry, LoadBalancer balancer, List<Rule> rules, int port) {
        Set<String> groups = Set.copyOf(balancer.securityGroups());
        Verdict byGroup = Permissions.admit(rules, port, new Peer(List.of(), groups, Set.of(), true));
        boolean addresses =
                rules.stream().anyMatch(rule -> !rule.cidrs().isEmpty() && Permissions.opens(List.of(rule), port));
        if (byGroup == Verdict.YES || (!addresses && !groups.isEmpty())) {
            return new Known<>(new Admission(byGroup, Resources.NONE), "ec2:DescribeSecurityGroups");
        }
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        List<Resource> ranges = new ArrayList<>();
        String source = "ec2:DescribeSubnets";
        for (Zone zone : balancer.zones()) {
            Answer<Optional<Subnet>> read = inquiry.account().networks().subnet(zone.subnet());
            if (!(read instanceof Known<Optional<Subnet>>(Optional<Subnet> subnet, String from))) {
                return ((Unknown<Optional<Subnet>>) read).as();
            }
            source = from;
            String cidr = subnet.map(Subnet::cidr).orElse("");
            ranges.add(new Resource("cidr", cidr));
            verdicts.add(ofNode(rules, port, cidr, groups));
        }
        boolean open = verdicts.contains(Verdict.UNKNOWN) || verdicts.size() != 1;
        return new Known<>(
                new Admission(open ? Verdict.UNKNOWN : verdicts.iterator().next(), new Resources(ranges)), source);
    }

    /** The node's own address within its subnet is not known. */
    private static Verdict ofNode(List<Rule> rules, int port, String cidr, Set<String> groups) {
        Optional<Cidr> range = Cidr.parse(cidr);
        if (range.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        Verdict whole = Permissions.admit(rules, port, new Peer(List.of(range.get()), groups, Set.of(), true));
        boolean partly = rules.stream()
                .filter(rule -> Permissions.opens(List.of(rule), port))
                .flatMap(rule -> rule.cidrs().stream())
                .flatMap(text -> Cidr.parse(text).stream())
                .anyMatch(allowed -> range.get().covers(allowed));
        return whole == Verdict.NO && partly ? Verdict.UNKNOWN : whole;
    }
}
