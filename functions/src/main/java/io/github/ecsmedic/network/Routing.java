package io.github.ecsmedic.network;

import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the route that a packet takes: the longest matching prefix, and a range before a prefix list of equal length. */
public final class Routing {
    private static final String LIST = "pl-";

    private Routing() {}

    /**
     * The route for one address.
     *
     * @param lists the prefix lists that the routes name, by id; a list that is missing matches nothing, so ask
     *     {@link #listsIn} for them first
     */
    public static Optional<Route> choose(Address address, List<Route> routes, Map<String, PrefixList> lists) {
        Route best = null;
        int longest = -1;
        for (Route route : routes) {
            int length = match(address, route, lists);
            boolean wins = length > longest || (length == longest && length >= 0 && !isList(route));
            if (wins) {
                best = route;
                longest = length;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The route for whatever no other route matches. */
    public static Optional<Route> byDefault(List<Route> routes, boolean six) {
        String everything = six ? "::/0" : "0.0.0.0/0";
        return routes.stream().filter(r -> r.destination().equals(everything)).findFirst();
    }

    /**
     * Whether some addresses of the internet may take another of these routes than the default one; every prefix list
     * may hold some.
     */
    public static boolean splitsInternet(List<Route> routes) {
        return routes.stream()
                .anyMatch(route -> isList(route)
                        || Cidr.parse(route.destination())
                                .filter(range -> range.length() > 0)
                                .filter(range -> !range.base().isSix())
                                .filter(range -> !range.base().internal())
                                .isPresent());
    }

    /** The ids of the prefix lists that the routes name. */
    public static List<String> listsIn(List<Route> routes) {
        return routes.stream()
                .filter(Routing::isList)
                .map(Route::destination)
                .distinct()
                .toList();
    }

    /** Whether one of the list's ranges holds the address. */
    public static boolean holds(PrefixList list, Address address) {
        return longest(list, address) >= 0;
    }

    private static boolean isList(Route route) {
        return route.destination().startsWith(LIST);
    }

    private static int match(Address address, Route route, Map<String, PrefixList> lists) {
        if (isList(route)) {
            PrefixList list = lists.get(route.destination());
            return list == null ? -1 : longest(list, address);
        }
        return Cidr.parse(route.destination())
                .filter(range -> range.contains(address))
                .map(Cidr::length)
                .orElse(-1);
    }

    private static int longest(PrefixList list, Address address) {
        return list.cidrs().stream()
                .flatMap(text -> Cidr.parse(text).stream())
                .filter(range -> range.contains(address))
                .mapToInt(Cidr::length)
                .max()
                .orElse(-1);
    }
}
