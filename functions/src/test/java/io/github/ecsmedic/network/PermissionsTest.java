package io.github.ecsmedic.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.network.Permissions.Peer;
import io.github.ecsmedic.network.Permissions.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {
    private static final Peer PEER =
            new Peer(List.of(Cidr.parse("10.0.0.77/32").orElseThrow()), Set.of("sg-1"), Set.of("pl-1"), false);
    private static final Peer UNREAD = new Peer(PEER.ranges(), Set.of(), Set.of(), true);

    record Row(String name, List<Rule> rules, Peer peer, Verdict verdict) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("no rule", List.of(), PEER, Verdict.NO),
                new Row("everything", List.of(rule("-1", 0, 65535, "0.0.0.0/0")), PEER, Verdict.YES),
                new Row("the port", List.of(rule("tcp", 443, 443, "10.0.0.0/16")), PEER, Verdict.YES),
                new Row("tcp by number", List.of(rule("6", 400, 500, "10.0.0.0/16")), PEER, Verdict.YES),
                new Row("another port", List.of(rule("tcp", 80, 80, "10.0.0.0/16")), PEER, Verdict.NO),
                new Row("another protocol", List.of(rule("udp", 0, 65535, "0.0.0.0/0")), PEER, Verdict.NO),
                new Row("another range", List.of(rule("tcp", 443, 443, "10.1.0.0/16")), PEER, Verdict.NO),
                new Row("IPv6 only", List.of(rule("tcp", 443, 443, "::/0")), PEER, Verdict.NO),
                new Row("its group", List.of(groups("sg-1")), PEER, Verdict.YES),
                new Row("another group", List.of(groups("sg-2")), PEER, Verdict.NO),
                new Row("its prefix list", List.of(lists("pl-1")), PEER, Verdict.YES),
                new Row("another prefix list", List.of(lists("pl-2")), PEER, Verdict.NO),
                new Row("a prefix list not read", List.of(lists("pl-2")), UNREAD, Verdict.UNKNOWN),
                new Row(
                        "one of several",
                        List.of(rule("tcp", 80, 80, "0.0.0.0/0"), groups("sg-1")),
                        PEER,
                        Verdict.YES));
    }

    private static Rule rule(String protocol, int from, int to, String cidr) {
        return new Rule(protocol, from, to, List.of(cidr), List.of(), List.of());
    }

    private static Rule groups(String id) {
        return new Rule("tcp", 443, 443, List.of(), List.of(id), List.of());
    }

    private static Rule lists(String id) {
        return new Rule("tcp", 443, 443, List.of(), List.of(), List.of(id));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rules_admitWhomTheyName(Row row) {
        assertThat(Permissions.admit(row.rules(), 443, row.peer())).isEqualTo(row.verdict());
    }
}
