package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The VPC of the failed task, and what the tasks of other deployments use in it.
 *
 * @param subnet the failed task's
 */
record TaskVpc(String id, String subnet, Networks networks) {
    /** Whether any of the deployment's subnets lies in it. */
    Answer<Boolean> holds(Deployment deployment) {
        return switch (networks.subnetsOf(id)) {
            case Unknown<List<Subnet>> unknown -> unknown.as();
            case Known<List<Subnet>>(List<Subnet> subnets, String source) ->
                new Known<>(subnets.stream().map(Subnet::id).anyMatch(deployment.subnets()::contains), source);
        };
    }

    /** Whether this network ACL, which is that of the failed task's subnet, borders any of the deployment's. */
    Answer<Boolean> borders(Deployment deployment, String acl) {
        return switch (networks.networkAcls(List.of(subnet))) {
            case Unknown<List<NetworkAcl>> unknown -> unknown.as();
            case Known<List<NetworkAcl>>(List<NetworkAcl> found, String source) ->
                new Known<>(
                        found.stream()
                                .filter(a -> a.id().equals(acl))
                                .flatMap(a -> a.subnets().stream())
                                .anyMatch(deployment.subnets()::contains),
                        source);
        };
    }

    /** Whether these groups of an endpoint refuse tasks in any of the deployment's subnets. */
    Answer<Boolean> refusesAny(Deployment deployment, List<String> groups) {
        return switch (networks.securityGroups(groups)) {
            case Unknown<List<SecurityGroup>> unknown -> unknown.as();
            case Known<List<SecurityGroup>>(List<SecurityGroup> found, String source) ->
                switch (networks.subnetsOf(id)) {
                    case Unknown<List<Subnet>> unknown -> unknown.as();
                    case Known<List<Subnet>>(List<Subnet> subnets, String _) -> {
                        Set<Verdict> verdicts = subnets.stream()
                                .filter(s -> deployment.subnets().contains(s.id()))
                                .map(s -> admits(found, s, deployment))
                                .collect(Collectors.toSet());
                        yield verdicts.contains(Verdict.UNKNOWN) && !verdicts.contains(Verdict.NO)
                                ? new Unknown<>("prefix lists unread", "ec2:GetManagedPrefixListEntries")
                                : new Known<>(verdicts.contains(Verdict.NO), source);
                    }
                };
        };
    }

    private static Verdict admits(List<SecurityGroup> groups, Subnet from, Deployment deployment) {
        Peer task = new Peer(
                Cidr.parse(from.cidr()).stream().toList(), Set.copyOf(deployment.securityGroups()), Set.of(), true);
        return Permissions.admit(
                groups.stream().flatMap(g -> g.ingress().stream()).toList(), 443, task);
    }

    /** Whether the effective table of any of the deployment's subnets is such a one. */
    Answer<Boolean> anyTable(Deployment deployment, Predicate<RouteTable> wanted) {
        Answer<Boolean> all = new Known<>(false, "ec2:DescribeRouteTables");
        for (String subnet : deployment.subnets()) {
            switch (one(subnet, wanted)) {
                case Unknown<Boolean> unknown -> all = unknown;
                case Known<Boolean>(Boolean is, String source) -> {
                    if (is) {
                        return new Known<>(true, source);
                    }
                }
            }
        }
        return all;
    }

    /** A subnet without a table of its own uses the main one, if it lies in the VPC at all. */
    private Answer<Boolean> one(String subnet, Predicate<RouteTable> wanted) {
        return switch (networks.routeTable(subnet, id)) {
            case Unknown<RouteTable> unknown -> unknown.as();
            case Known<RouteTable>(RouteTable table, String source) -> {
                if (!wanted.test(table)) {
                    yield new Known<>(false, source);
                }
                if (!table.main()) {
                    yield new Known<>(true, source);
                }
                yield switch (networks.subnetsOf(id)) {
                    case Unknown<List<Subnet>> unknown -> unknown.as();
                    case Known<List<Subnet>>(List<Subnet> subnets, String _) ->
                        new Known<>(subnets.stream().anyMatch(s -> s.id().equals(subnet)), source);
                };
            }
        };
    }
}
