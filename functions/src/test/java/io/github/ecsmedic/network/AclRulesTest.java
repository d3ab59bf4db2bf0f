package io.github.ecsmedic.network;

import static io.github.ecsmedic.account.FakeAccount.anything;
import static io.github.ecsmedic.account.FakeAccount.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.network.AclRules.Share;
import io.github.ecsmedic.network.AclRules.Traffic;
import io.github.ecsmedic.network.AclRules.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AclRulesTest {
    private static final Traffic ONE_PORT = to("192.0.2.44/32", 443, 443);
    private static final Traffic ANSWERS = to("192.0.2.44/32", 32_768, 60_999);
    private static final Traffic RANGE = to("198.51.100.0/24", 443, 443);

    /** One judgement: {@code verdict} is best share, worst share, rule. */
    record Row(String name, List<Entry> rules, Traffic traffic, Verdict verdict) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("no rules, so the last one", ONE_PORT, Share.NONE, Share.NONE, AclRules.LAST),
                row("everything is let through", ONE_PORT, Share.ALL, Share.ALL, 0, anything()),
                row(
                        "a lower number denies first",
                        ONE_PORT,
                        Share.NONE,
                        Share.NONE,
                        90,
                        anything(),
                        rule(90, false, "192.0.2.0/24", 443, 443)),
                row(
                        "a higher number denies too late",
                        ONE_PORT,
                        Share.ALL,
                        Share.ALL,
                        0,
                        anything(),
                        rule(110, false, "0.0.0.0/0", 0, 65_535)),
                row(
                        "another port is denied",
                        ONE_PORT,
                        Share.ALL,
                        Share.ALL,
                        0,
                        anything(),
                        rule(90, false, "0.0.0.0/0", 80, 80)),
                row(
                        "another protocol is denied",
                        ONE_PORT,
                        Share.ALL,
                        Share.ALL,
                        0,
                        anything(),
                        new Entry(90, false, "17", "0.0.0.0/0", 0, 65_535)),
                row(
                        "the other family is let through",
                        ONE_PORT,
                        Share.NONE,
                        Share.NONE,
                        AclRules.LAST,
                        new Entry(100, true, "-1", "::/0", 0, 0)),
                row(
                        "a rule for all protocols names no ports",
                        ONE_PORT,
                        Share.NONE,
                        Share.NONE,
                        90,
                        anything(),
                        new Entry(90, false, "-1", "0.0.0.0/0", 0, 0)),
                row(
                        "answers to the lower half of the ports",
                        ANSWERS,
                        Share.SOME,
                        Share.SOME,
                        AclRules.LAST,
                        rule(100, true, "0.0.0.0/0", 1_024, 40_000)),
                row(
                        "answers to all ports but one",
                        ANSWERS,
                        Share.SOME,
                        Share.SOME,
                        90,
                        anything(),
                        rule(90, false, "0.0.0.0/0", 50_000, 50_000)),
                row(
                        "answers to exactly these ports",
                        ANSWERS,
                        Share.ALL,
                        Share.ALL,
                        0,
                        rule(100, true, "192.0.2.44/32", 32_768, 60_999)),
                row(
                        "only the web ports are let in",
                        ANSWERS,
                        Share.NONE,
                        Share.NONE,
                        AclRules.LAST,
                        rule(100, true, "0.0.0.0/0", 443, 443)),
                row(
                        "the upper quarter of a range is denied",
                        RANGE,
                        Share.ALL,
                        Share.NONE,
                        90,
                        anything(),
                        rule(90, false, "198.51.100.192/26", 443, 443)),
                row(
                        "two halves are let through",
                        RANGE,
                        Share.ALL,
                        Share.ALL,
                        0,
                        rule(100, true, "198.51.100.0/25", 443, 443),
                        rule(110, true, "198.51.100.128/25", 443, 443)),
                row(
                        "a hole in the middle of a range is denied",
                        RANGE,
                        Share.ALL,
                        Share.NONE,
                        AclRules.LAST,
                        rule(100, true, "198.51.100.0/26", 443, 443),
                        rule(110, true, "198.51.100.128/25", 443, 443)),
                row(
                        "a rule wider than the range",
                        RANGE,
                        Share.ALL,
                        Share.ALL,
                        0,
                        rule(100, true, "198.0.0.0/8", 1, 65_535)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judge_rulesAndTraffic_verdict(Row row) {
        assertThat(AclRules.judge(row.rules(), row.traffic())).isEqualTo(row.verdict());
    }

    @Test
    void internet_holdsPublicAddressesOnly() {
        Verdict open = AclRules.judge(
                List.of(rule(100, false, "10.0.0.0/8", 0, 65_535), rule(110, true, "0.0.0.0/0", 443, 443)),
                new Traffic(Internet.FOUR, 443));
        Verdict shut =
                AclRules.judge(List.of(rule(100, true, "10.0.0.0/8", 0, 65_535)), new Traffic(Internet.FOUR, 443));

        assertThat(open).isEqualTo(new Verdict(Share.ALL, Share.ALL, 0));
        assertThat(shut).isEqualTo(new Verdict(Share.NONE, Share.NONE, AclRules.LAST));
    }

    private static Row row(String name, Traffic traffic, Share best, Share worst, int rule, Entry... rules) {
        return new Row(name, List.of(rules), traffic, new Verdict(best, worst, rule));
    }

    private static Traffic to(String range, int from, int to) {
        return new Traffic(Cidr.parse(range).stream().toList(), from, to);
    }
}
