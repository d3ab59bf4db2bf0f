package io.github.ecsmedic.network;

import java.util.Map;

/** What a route points at, told by the form of its id. */
public enum Target {
    LOCAL("the VPC itself"),
    INTERNET_GATEWAY("an internet gateway"),
    EGRESS_ONLY_GATEWAY("an egress-only internet gateway"),
    NAT_GATEWAY("a NAT gateway"),
    ENDPOINT("a VPC endpoint"),
    INTERFACE("a network interface"),
    INSTANCE("an instance"),
    TRANSIT_GATEWAY("a transit gateway"),
    PEERING("a VPC peering connection"),
    VPN_GATEWAY("a virtual private gateway"),
    OTHER("something outside our view");

    private static final Map<String, Target> BY_PREFIX = Map.of(
            "igw", INTERNET_GATEWAY,
            "eigw", EGRESS_ONLY_GATEWAY,
            "nat", NAT_GATEWAY,
            "vpce", ENDPOINT,
            "eni", INTERFACE,
            "i", INSTANCE,
            "tgw", TRANSIT_GATEWAY,
            "pcx", PEERING,
            "vgw", VPN_GATEWAY);

    private final String words;

    Target(String words) {
        this.words = words;
    }

    /** The kind of a target such as {@code nat-0a1b} or {@code local}. */
    public static Target of(String id) {
        int dash = id.indexOf('-');
        return id.equals("local") ? LOCAL : BY_PREFIX.getOrDefault(dash < 0 ? id : id.substring(0, dash), OTHER);
    }

    /** What it is called in a sentence. */
    public String words() {
        return words;
    }
}
