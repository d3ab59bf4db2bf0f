package io.github.ecsmedic.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
    private static final Address ADDRESS = Address.parse("198.51.100.20").orElseThrow();
    private static final Map<String, PrefixList> LISTS =
            Map.of("pl-1", new PrefixList("pl-1", "s3", List.of("192.0.2.0/24", "198.51.100.0/24")));

    private static Route route(String destination, String target) {
        return new Route(destination, target, "active");
    }

    @Test
    void longestPrefix_wins() {
        Route wide = route("0.0.0.0/0", "nat-1");
        Route narrow = route("198.51.100.0/26", "tgw-1");

        assertThat(Routing.choose(ADDRESS, List.of(wide, narrow), Map.of())).contains(narrow);
        assertThat(Routing.choose(ADDRESS, List.of(narrow, wide), Map.of())).contains(narrow);
    }

    @Test
    void prefixList_matchesByItsRanges() {
        Route wide = route("0.0.0.0/0", "nat-1");
        Route list = route("pl-1", "vpce-1");

        assertThat(Routing.choose(ADDRESS, List.of(wide, list), LISTS)).contains(list);
        assertThat(Routing.choose(Address.parse("203.0.113.9").orElseThrow(), List.of(wide, list), LISTS))
                .contains(wide);
    }

    @Test
    void rangeOfEqualLength_winsOverPrefixList() {
        Route range = route("198.51.100.0/24", "nat-1");
        Route list = route("pl-1", "vpce-1");

        assertThat(Routing.choose(ADDRESS, List.of(range, list), LISTS)).contains(range);
        assertThat(Routing.choose(ADDRESS, List.of(list, range), LISTS)).contains(range);
    }

    @Test
    void noMatch_isNoRoute() {
        assertThat(Routing.choose(ADDRESS, List.of(route("10.0.0.0/16", "local"), route("::/0", "igw-1")), LISTS))
                .isEqualTo(Optional.empty());
    }

    @Test
    void defaultRoute_isThatOfItsFamily() {
        List<Route> routes = List.of(route("::/0", "eigw-1"), route("0.0.0.0/0", "igw-1"));

        assertThat(Routing.byDefault(routes, false)).contains(routes.get(1));
        assertThat(Routing.byDefault(routes, true)).contains(routes.get(0));
        assertThat(Routing.byDefault(List.of(), false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "local, LOCAL",
        "igw-1, INTERNET_GATEWAY",
        "eigw-1, EGRESS_ONLY_GATEWAY",
        "nat-1, NAT_GATEWAY",
        "vpce-1, ENDPOINT",
        "eni-1, INTERFACE",
        "i-1, INSTANCE",
        "tgw-1, TRANSIT_GATEWAY",
        "pcx-1, PEERING",
        "vgw-1, VPN_GATEWAY",
        "lgw-1, OTHER",
        "arn:aws:networkmanager::111122223333:core-network/core-network-1, OTHER"
    })
    void target_isToldByItsId(String id, Target target) {
        assertThat(Target.of(id)).isEqualTo(target);
    }
}
