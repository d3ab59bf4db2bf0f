package io.github.ecsmedic.network;

import io.github.ecsmedic.account.SecurityGroup.Rule;
import java.util.List;
import java.util.Set;

/** Says whether the rules of security groups, taken together, let a TCP connection through. */
public final class Permissions {
    private Permissions() {}

    /**
     * The other end of a connection.
     *
     * @param ranges where it lies: one address as {@code /32} or {@code /128}, or the subnet in which it must be
     * @param groups its own security groups
     * @param lists ids of the prefix lists in which it is known to be
     * @param unread whether it may be in prefix lists that could not be read
     */
    public record Peer(List<Cidr> ranges, Set<String> groups, Set<String> lists, boolean unread) {
        public Peer {
            ranges = List.copyOf(ranges);
            groups = Set.copyOf(groups);
            lists = Set.copyOf(lists);
        }
    }

    /** Whether it is let through. {@code UNKNOWN}: only a prefix list that was not read could let it. */
    public enum Verdict {
        YES,
        NO,
        UNKNOWN
    }

    /** Security groups only allow, so one rule is enough. */
    public static Verdict admit(List<Rule> rules, int port, Peer peer) {
        List<Rule> open = rules.stream().filter(rule -> covers(rule, port)).toList();
        if (open.stream().anyMatch(rule -> names(rule, peer))) {
            return Verdict.YES;
        }
        return peer.unread()
                        && open.stream().anyMatch(rule -> !rule.prefixLists().isEmpty())
                ? Verdict.UNKNOWN
                : Verdict.NO;
    }

    /** Whether any rule lets anybody through on the port. */
    public static boolean opens(List<Rule> rules, int port) {
        return rules.stream().anyMatch(rule -> covers(rule, port));
    }

    private static boolean covers(Rule rule, int port) {
        return rule.protocol().equals("-1")
                || ((rule.protocol().equals("tcp") || rule.protocol().equals("6"))
                        && rule.fromPort() <= port
                        && port <= rule.toPort());
    }

    private static boolean names(Rule rule, Peer peer) {
        return rule.groups().stream().anyMatch(peer.groups()::contains)
                || rule.prefixLists().stream().anyMatch(peer.lists()::contains)
                || (!peer.ranges().isEmpty() && peer.ranges().stream().allMatch(range -> within(rule, range)));
    }

    private static boolean within(Rule rule, Cidr range) {
        return rule.cidrs().stream()
                .flatMap(text -> Cidr.parse(text).stream())
                .anyMatch(allowed -> allowed.covers(range));
    }
}
