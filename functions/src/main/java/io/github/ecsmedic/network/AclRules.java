package io.github.ecsmedic.network;

import io.github.ecsmedic.account.NetworkAcl.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says how much of a TCP traffic the rules of a network ACL let through in one direction.
 *
 * <p>The answer is exact for whole ranges of addresses and ports: it asks one address and one port out of every part in
 * which no rule begins or ends.
 */
public final class AclRules {
    /** The number of the rule that denies what no other matches. */
    public static final int LAST = 32_767;

    private AclRules() {}

    /** Packets of TCP: the far end's addresses, and the ports to which they go. */
    public record Traffic(List<Cidr> ranges, int fromPort, int toPort) {
        public Traffic {
            ranges = List.copyOf(ranges);
        }

        public Traffic(List<Cidr> ranges, int port) {
            this(ranges, port, port);
        }
    }

    /** How much is let through. */
    public enum Share {
        ALL,
        SOME,
        NONE
    }

    /**
     * What becomes of the traffic.
     *
     * @param best how many ports are open at the address for which most are
     * @param worst the same for the address for which fewest are
     * @param rule the lowest rule that denies some of it, {@link #LAST} where none is written; 0 when all is let through
     */
    public record Verdict(Share best, Share worst, int rule) {}

    /** Judges the whole traffic. */
    public static Verdict judge(List<Entry> rules, Traffic traffic) {
        List<Rule> ordered = rules.stream()
                .flatMap(AclRules::tcp)
                .sorted(Comparator.comparingInt(rule -> rule.entry().number()))
                .toList();
        List<Integer> ports = ports(ordered, traffic);
        Share best = Share.NONE;
        Share worst = Share.ALL;
        int lowest = 0;
        for (Address address : addresses(ordered, traffic)) {
            List<Integer> denying = ports.stream()
                    .map(port -> denying(ordered, address, port))
                    .filter(number -> number > 0)
                    .toList();
            Share share = denying.isEmpty() ? Share.ALL : denying.size() == ports.size() ? Share.NONE : Share.SOME;
            best = share.compareTo(best) < 0 ? share : best;
            worst = share.compareTo(worst) > 0 ? share : worst;
            lowest = denying.stream().reduce(lowest, (a, b) -> a == 0 ? b : Math.min(a, b));
        }
        return new Verdict(best, worst, lowest);
    }

    /** The number of the rule that denies this packet; 0 when one lets it through. */
    private static int denying(List<Rule> ordered, Address address, int port) {
        return ordered.stream()
                .filter(rule -> rule.matches(address, port))
                .findFirst()
                .map(rule -> rule.entry().allows() ? 0 : rule.entry().number())
                .orElse(LAST);
    }

    private record Rule(Entry entry, Cidr range) {
        boolean matches(Address address, int port) {
            return range.contains(address) && entry.fromPort() <= port && port <= entry.toPort();
        }
    }

    private static Stream<Rule> tcp(Entry entry) {
        boolean every = entry.protocol().equals("-1");
        boolean tcp = entry.protocol().equals("6") || entry.protocol().equals("tcp");
        Entry whole =
                every ? new Entry(entry.number(), entry.allows(), entry.protocol(), entry.cidr(), 0, 65_535) : entry;
        return every || tcp ? Cidr.parse(entry.cidr()).map(range -> new Rule(whole, range)).stream() : Stream.empty();
    }

    /** The ranges of rules lie in or beside each other: their beginnings and what follows their ends touch every part. */
    private static List<Address> addresses(List<Rule> rules, Traffic traffic) {
        return Stream.concat(
                        traffic.ranges().stream().map(Cidr::first),
                        rules.stream()
                                .map(Rule::range)
                                .flatMap(range -> Stream.concat(Stream.of(range.first()), range.following().stream()))
                                .filter(address -> traffic.ranges().stream().anyMatch(r -> r.contains(address))))
                .distinct()
                .toList();
    }

    private static List<Integer> ports(List<Rule> rules, Traffic traffic) {
        return Stream.concat(
                        Stream.of(traffic.fromPort()),
                        rules.stream()
                                .flatMap(rule -> Stream.of(
                                        rule.entry().fromPort(), rule.entry().toPort() + 1)))
                .filter(port -> traffic.fromPort() <= port && port <= traffic.toPort())
                .distinct()
                .toList();
    }
}
