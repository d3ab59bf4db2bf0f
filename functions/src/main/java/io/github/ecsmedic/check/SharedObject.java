package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An object of the network that many services use.
 *
 * @param ids one, but for security groups, which only together say who is let through
 */
record SharedObject(String kind, List<String> ids, Vpc vpc) {
    /** What {@link #usedBy} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcEndpoints");

    SharedObject {
        ids = List.copyOf(ids);
    }

    /** Empty when the cause names no such object. */
    static Optional<SharedObject> of(String kind, Cause cause, Networks networks) {
        List<String> ids = cause.resources().ids(kind);
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SharedObject(kind, ids, new Vpc(cause.resources().first("vpc"), networks)));
    }

    String id() {
        return ids.getFirst();
    }

    /** Whether it must be known which subnets lie in the VPC: no other subnet uses the VPC's main table. */
    boolean needsSubnets(String subnet) {
        return switch (kind) {
            case "security-group", "subnet" -> false;
            case "route-table" ->
                !(vpc.networks().routeTable(subnet, vpc.id()) instanceof Known<RouteTable>(RouteTable table, String _))
                        || table.main();
            default -> true;
        };
    }

    /** Whether tasks of the deployment, which has subnets, use it. */
    Answer<Boolean> usedBy(Deployment deployment) {
        return switch (kind) {
            case "security-group" ->
                known(!deployment.securityGroups().isEmpty() && ids.containsAll(deployment.securityGroups()));
            case "subnet" -> known(deployment.subnets().contains(id()));
            case "route-table" -> vpc.anyTable(deployment, table -> table.id().equals(id()));
            case "endpoint", "private-dns-off" -> behindEndpoint(deployment);
            case "endpoint-security-group" -> vpc.refusesAny(deployment, ids);
            case "vpc", "dhcp-options" -> vpc.holds(deployment);
            default ->
                vpc.anyTable(
                        deployment,
                        table ->
                                table.routes().stream().anyMatch(r -> r.target().equals(id())));
        };
    }

    private Answer<Boolean> behindEndpoint(Deployment deployment) {
        return switch (vpc.networks().endpoints(vpc.id())) {
            case Unknown<List<Endpoint>> unknown -> unknown.as();
            case Known<List<Endpoint>>(List<Endpoint> all, String _) ->
                all.stream().anyMatch(e -> e.id().equals(id()) && e.type().equals("Gateway"))
                        ? vpc.anyTable(
                                deployment,
                                table -> table.routes().stream()
                                        .anyMatch(r -> r.target().equals(id())))
                        : vpc.holds(deployment);
        };
    }

    private static Answer<Boolean> known(boolean used) {
        return new Known<>(used, "ecs:DescribeServices");
    }

    /** The network in which it lies. */
    record Vpc(String id, Networks networks) {
        /** Whether any of the deployment's subnets lies in it. */
        Answer<Boolean> holds(Deployment deployment) {
            return switch (networks.subnetsOf(id)) {
                case Unknown<List<Subnet>> unknown -> unknown.as();
                case Known<List<Subnet>>(List<Subnet> subnets, String source) ->
                    new Known<>(subnets.stream().map(Subnet::id).anyMatch(deployment.subnets()::contains), source);
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
}
