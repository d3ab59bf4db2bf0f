package io.github.ecsmedic.account;

import java.util.List;

/**
 * A route table.
 *
 * @param main whether it is effective because the subnet has no association of its own
 */
public record RouteTable(String id, String vpcId, boolean main, List<Route> routes) {
    public RouteTable {
        routes = List.copyOf(routes);
    }

    /**
     * One route.
     *
     * @param destination an IPv4 or IPv6 CIDR, or a prefix list's id ({@code pl-…})
     * @param target {@code local}, or the id of a gateway, endpoint, interface, peering …
     * @param state {@code active} or {@code blackhole}, lower case
     */
    public record Route(String destination, String target, String state) {}
}
