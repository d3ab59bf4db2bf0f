package io.github.ecsmedic.network;

import java.util.List;
import java.util.stream.Stream;

/** The addresses that the internet routes. */
public final class Internet {
    /** Every IPv4 address outside the ranges that only a network of one's own knows. */
    public static final List<Cidr> FOUR =
            without(Cidr.parse("0.0.0.0/0").orElseThrow(), Address.INTERNAL).toList();

    private Internet() {}

    private static Stream<Cidr> without(Cidr range, List<Cidr> holes) {
        if (holes.stream().anyMatch(hole -> hole.covers(range))) {
            return Stream.empty();
        }
        List<Cidr> inside = holes.stream().filter(range::covers).toList();
        return inside.isEmpty() ? Stream.of(range) : range.halves().flatMap(half -> without(half, inside));
    }
}
