package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.Service.Deployment;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of the network that many services use.
 *
 * @param ids one, but for security groups, which only together say who is let through
 */
record SharedObject(String kind, List<String> ids, TaskVpc vpc) {
    /** What {@link #usedBy} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcEndpoints");

    SharedObject {
        ids = List.copyOf(ids);
    }

    /** Empty when the cause names no such object, and for a network ACL that does not border the task's own subnet. */
    static Optional<SharedObject> of(String kind, Cause cause, Networks networks) {
        List<String> ids = cause.resources().ids(kind);
        String subnet = cause.resources().first("subnet");
        boolean elsewhere = kind.equals("network-acl")
                && !cause.resources().ids("acl-subnet").contains(subnet);
        return ids.isEmpty() || elsewhere
                ? Optional.empty()
                : Optional.of(new SharedObject(
                        kind, ids, new TaskVpc(cause.resources().first("vpc"), subnet, networks)));
    }

    String id() {
        return ids.getFirst();
    }

    /** Whether one request more may be needed, as for the subnets of the VPC: no other subnet uses its main table. */
    boolean needsSubnets() {
        return switch (kind) {
            case "security-group", "subnet" -> false;
            case "route-table" ->
                !(vpc.networks().routeTable(vpc.subnet(), vpc.id())
                                instanceof Known<RouteTable>(RouteTable table, String _))
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
            case "network-acl" -> vpc.borders(deployment, id());
            case "endpoint-security-group" -> vpc.refusesAny(deployment, ids);
            case "vpc", "dhcp-options", "firewall-group", "hosted-zone", "resolver-rule" -> vpc.holds(deployment);
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
}
