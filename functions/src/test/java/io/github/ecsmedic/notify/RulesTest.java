package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.notify.Rule.Effect;
import io.github.ecsmedic.notify.Rule.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final String FILE = """
            # the platform's

            cluster=staging  ->  severity=info channel=#staging   # all of it
            service=pay-* label=capacity.* -> owner=@payments,oncall@example.com severity=critical
            \tcause=app.exited_cleanly\t->\tignore
            any -> channel=C0123456789
            """;

    private static final List<Rule> RULES = List.of(
            new Rule(
                    3,
                    Map.of(Matcher.CLUSTER, new Glob("staging")),
                    Map.of(Effect.SEVERITY, "info", Effect.CHANNEL, "#staging")),
            new Rule(
                    4,
                    Map.of(Matcher.SERVICE, new Glob("pay-*"), Matcher.LABEL, new Glob("capacity.*")),
                    Map.of(Effect.OWNER, "@payments,oncall@example.com", Effect.SEVERITY, "critical")),
            new Rule(5, Map.of(Matcher.CAUSE, new Glob("app.exited_cleanly")), Map.of(Effect.TOLD, "ignore")),
            new Rule(6, Map.of(), Map.of(Effect.CHANNEL, "C0123456789")));

    @Test
    void file_withRulesAndRemarks_isReadWithItsLines() {
        assertThat(Rules.read(FILE)).isEqualTo(new Rules.Read(new Rules(RULES), List.of()));
    }

    @Test
    void file_withWindowsLines_isTheSame() {
        assertThat(Rules.read(FILE.replace("\n", "\r\n"))).isEqualTo(Rules.read(FILE));
    }

    @Test
    void compact_readAgain_isTheSame() {
        String compact = new Rules(RULES).compact();
        assertThat(compact)
                .isEqualTo("3:cluster=staging->severity=info channel=#staging;"
                        + "4:service=pay-* label=capacity.*->severity=critical owner=@payments,oncall@example.com;"
                        + "5:cause=app.exited_cleanly->ignore;"
                        + "6:any->channel=C0123456789");
        assertThat(Rules.readCompact(compact)).isEqualTo(new Rules.Read(new Rules(RULES), List.of()));
        assertThat(Rules.readCompact("")).isEqualTo(new Rules.Read(Rules.NONE, List.of()));
    }

    @Test
    void compact_damagedByHand_keepsTheRulesThatCanBeRead() {
        assertThat(Rules.readCompact("3:cluster=staging->severity=loud;nonsense;6:any->channel=C0123456789"))
                .isEqualTo(new Rules.Read(
                        new Rules(List.of(RULES.get(3))),
                        List.of(
                                new RuleFault(3, "severity is critical, warning or info"),
                                new RuleFault(2, "does not begin with the number of its line"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            cluster=a severity=info            | has no arrow: write e.g. cluster=staging label=capacity.* -> severity=info
            -> ignore                          | says nothing before the arrow: write any for everything
            cluster=a ->                       | says nothing after the arrow: use ignore, tell, severity=, channel= or owner=
            clutser=a -> ignore                | 'clutser' is no matcher: use cluster, service, label or cause, or any alone
            any cluster=a -> ignore            | 'any' is no matcher: use cluster, service, label or cause, or any alone
            Cluster=a -> ignore                | 'Cluster' is no matcher: use cluster, service, label or cause, or any alone
            cluster= -> ignore                 | cluster needs a name, in which * stands for anything: letters, digits, '-', '_', '.'
            cluster=a,b -> ignore              | cluster needs a name, in which * stands for anything: letters, digits, '-', '_', '.'
            cluster=a cluster=b -> ignore      | cluster stands twice
            cluster=a -> mute                  | 'mute' is no effect: use ignore, tell, severity=, channel= or owner=
            cluster=a -> ignore tell           | ignore or tell stands twice
            cluster=a -> severity=high         | severity is critical, warning or info
            cluster=a -> severity=info severity=info | severity stands twice
            cluster=a -> channel=#No           | channel is #name, in small letters, or the id of a channel
            cluster=a -> owner=<!here>         | owner is a name, a handle, a mail address or an id of Slack; up to five, with commas between
            cluster=a -> ignore severity=info  | ignore goes alone: nobody is told, so nothing else matters
            """)
    void line_thatIsWrong_isNamedWithWhatMendsIt(String line, String says) {
        assertThat(Rules.read("# first\n" + line + "\nany -> severity=info"))
                .isEqualTo(new Rules.Read(
                        new Rules(List.of(new Rule(3, Map.of(), Map.of(Effect.SEVERITY, "info")))),
                        List.of(new RuleFault(2, says))));
    }

    @Test
    void line_withTwoFaults_namesBoth() {
        assertThat(Rules.read("clutser=a -> severity=high").faults())
                .extracting(RuleFault::toString)
                .containsExactly(
                        "line 1: 'clutser' is no matcher: use cluster, service, label or cause, or any alone",
                        "line 1: severity is critical, warning or info");
    }

    static Stream<List<String>> covered() {
        return Stream.of(
                List.of("any -> severity=info", "cluster=a -> severity=critical", "severity"),
                List.of("cluster=st* -> channel=#x", "cluster=staging service=api -> channel=#y", "channel"),
                List.of("cluster=a -> ignore", "cluster=a -> owner=me", "owner"),
                List.of("cluster=a -> ignore", "cluster=a service=b -> tell", "tell"),
                List.of("label=capacity.* -> owner=me", "label=capacity.quota_exceeded -> owner=you", "owner"));
    }

    @ParameterizedTest
    @MethodSource("covered")
    void rule_behindOneThatMatchesAllOfIt_isAFault(List<String> lines) {
        Rules rules = Rules.read(lines.get(0) + "\n" + lines.get(1)).rules();
        assertThat(rules.check(Set.of("capacity.quota_exceeded"), Set.of()))
                .containsExactly(new RuleFault(
                        2,
                        "its " + lines.get(2) + " never applies: line 1 comes first and matches all that it matches"));
    }

    static Stream<String> free() {
        return Stream.of(
                "cluster=a -> severity=info\nany -> severity=critical",
                "cluster=a -> severity=info\ncluster=a -> channel=#x",
                "cluster=a service=b -> tell\ncluster=a -> ignore",
                "cluster=a -> owner=me\nservice=b -> owner=you",
                "cluster=a -> ignore\nservice=b -> ignore");
    }

    @ParameterizedTest
    @MethodSource("free")
    void rule_behindOneThatLeavesItSomething_isNone(String file) {
        assertThat(Rules.read(file).rules().check(Set.of(), Set.of())).isEmpty();
    }

    @Test
    void names_thatDoNotExist_areFaults() {
        Rules rules = Rules.read("label=app.* -> ignore\nlabel=ap.* -> ignore\ncause=net -> severity=info")
                .rules();
        assertThat(rules.check(Set.of("app.crash"), Set.of("network.no_route")))
                .extracting(RuleFault::toString)
                .containsExactly(
                        "line 2: there is no label ap.*: the names are those of messages, and scripts/ecs-medic explain"
                                + " knows them",
                        "line 3: there is no cause net: the names are those of messages, and scripts/ecs-medic explain"
                                + " knows them");
    }

    @Test
    void first_ofSeveralThatMatch_decidesForEachEffectAlone() {
        Rules rules = new Rules(RULES);
        Map<Matcher, String> properties = Map.of(
                Matcher.CLUSTER, "staging",
                Matcher.SERVICE, "pay-api",
                Matcher.LABEL, "capacity.quota_exceeded",
                Matcher.CAUSE, "");
        assertThat(rules.first(Effect.SEVERITY, properties)).contains(RULES.get(0));
        assertThat(rules.first(Effect.OWNER, properties)).contains(RULES.get(1));
        assertThat(rules.first(Effect.TOLD, properties)).isEmpty();
        assertThat(rules.first(Effect.CHANNEL, Map.of())).contains(RULES.get(3));
    }

    @Test
    void example_inTheDocuments_isWithoutFault() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "messages.md")).stream()
                .filter(line -> line.startsWith("    ") && line.contains(" -> "))
                .toList();
        Rules.Read read = Rules.read(String.join("\n", lines));
        assertThat(read.rules().rules()).hasSize(5);
        assertThat(read.faults()).isEmpty();
        assertThat(read.rules()
                        .check(Catalogue.full().labels(), Catalogue.full().causeIds()))
                .isEmpty();
    }

    /** Whatever stands in it, a line is a rule, a remark or a fault; and what is a rule is read from its compact form. */
    @Test
    void file_ofAnything_isReadOrRefusedLineByLine() {
        List<String> pieces = List.of(
                "cluster=",
                "service=",
                "label=",
                "cause=",
                "any",
                "->",
                "-",
                ">",
                "ignore",
                "tell",
                "severity=",
                "info",
                "critical",
                "channel=",
                "#",
                "owner=",
                "a",
                "*",
                "ä",
                "\u0000",
                "\t",
                " ",
                "\r",
                "\n",
                ";",
                ":",
                "\"",
                ",",
                "=",
                "\ud83d\ude00",
                "\ud83d",
                "7",
                "C012345678",
                "x".repeat(300));
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder file = new StringBuilder();
            int count = random.nextInt(14);
            for (int j = 0; j < count; j++) {
                file.append(pieces.get(random.nextInt(pieces.size())));
            }
            Rules.Read read = Rules.read(file.toString());
            int lines = (int) file.toString().lines().count();
            assertThat(read.faults()).allMatch(fault -> fault.line() >= 1 && fault.line() <= lines);
            assertThat(Rules.readCompact(read.rules().compact())).isEqualTo(new Rules.Read(read.rules(), List.of()));
            Rules.readCompact(file.toString());
            read.rules().check(Set.of("a"), Set.of("a"));
        }
    }
}
