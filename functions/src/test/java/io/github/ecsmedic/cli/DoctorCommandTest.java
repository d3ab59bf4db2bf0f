package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.aws.RoleNeeds;
import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.installation.FakeSite;
import io.github.ecsmedic.installation.Functions.Mapping;
import io.github.ecsmedic.installation.Posts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Set<String>> NEEDS = RoleNeeds.all();

    private final FakeSite site = new FakeSite(NEEDS);
    private final List<String> sent = new ArrayList<>();
    private Posts.Sent answer = new Posts.Sent(true, "", false);
    private String region = "us-east-1";
    private String obstacle = "";

    private Result run(String... args) {
        return new Shell("", Map.of(), FakeCloud::new).run(args);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            doctor --name other       | --name takes ecs-medic, or ecs-medic- and letters, digits and hyphens
            doctor --name ecs-medicX  | --name takes ecs-medic, or ecs-medic- and letters, digits and hyphens
            doctor --timeout 0        | --timeout takes 1 to 600 seconds
            """)
    void usage_wrong_isOneLine(String line, String says) {
        assertThat(run(line.split(" "))).isEqualTo(new Result(2, "", "ecs-medic: " + says + "\n"));
    }

    @Test
    void region_thatNobodyNames_isAskedFor() {
        region = "";

        assertThat(run("doctor"))
                .isEqualTo(new Result(2, "", "ecs-medic: no region is known: give --region, or set AWS_REGION\n"));
    }

    @Test
    void installation_whole_isTold() {
        assertThat(run("doctor")).isEqualTo(new Result(0, """
                Nothing broken is seen in ecs-medic in us-east-1; what has a ? could not be
                seen.

                Examined
                  ✓ rules: 8 rules are enabled
                  ✓ patterns: each rule lets its sample event through
                  ✓ targets: each hands its events to ecs-medic-events, else to
                      ecs-medic-events-undelivered
                  ✓ queue-policy: the queues let EventBridge send for each rule
                  ✓ queue: ecs-medic-events, and what fails five times goes to
                      ecs-medic-events-dead
                  ✓ dead-letters: nothing waits in them
                  ✓ mapping: ecs-medic-diagnose takes what waits in ecs-medic-events
                  ✓ functions: ecs-medic-diagnose, ecs-medic-sweep, ecs-medic-fix,
                      ecs-medic-slack can run
                  ? version: could not look at whether the functions are of this version: this
                      shell does not know its own
                """ + permissions() + """
                  ✓ fixer: ecs-medic-fix runs every minute
                  ✓ kill-switch: parameter /ecs-medic/mode allows auto at most
                  ✓ slack-secret: secret ops/slack has the form of a bot token
                  ✓ slack: Slack knows the bot: ecs-medic in example
                  ✓ topic: 1 confirmed subscriptions of ecs-medic-findings
                  ✓ table: ecs-medic-incidents is there, and forgets what has expired
                  ✓ heartbeat: the sweep ran 3 min ago
                  ✓ last-event: an event came 5 h ago
                  ✓ alarms: none rings
                """, ""));
    }

    /** As many as the catalogue needs today. */
    private String permissions() {
        String line = run("doctor")
                .out()
                .lines()
                .filter(l -> l.contains("permissions:"))
                .findFirst()
                .orElseThrow();
        assertThat(line).matches("  ✓ permissions: IAM allows the roles all [0-9]+ actions that the functions.*");
        return line + "\n" + (line.endsWith("need") ? "" : "      need\n");
    }

    @Test
    void installation_broken_isToldWithTheCommandThatMendsIt() {
        site.mappings.put(
                FakeSite.arn("sqs", site.names.queue()),
                List.of(new Mapping("0a1b", FakeSite.arn("lambda", "function:" + site.names.diagnose()), "Disabled")));

        Result result = run("doctor");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .startsWith("1 thing is broken in ecs-medic in us-east-1\n")
                .contains("""
                  ✗ mapping: the mapping of ecs-medic-events to ecs-medic-diagnose is disabled:
                      what comes waits there
                aws lambda update-event-source-mapping --uuid 0a1b --enabled --region us-east-1
                """);
    }

    @Test
    void installation_asJson_hasEachLine() throws Exception {
        site.waiting(site.names.deadLetterQueue(), 2);

        Result result = run("doctor", "--json", "--region", "eu-central-1");

        JsonNode report = JSON.readTree(result.out());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(report.path("schema").asInt()).isEqualTo(1);
        assertThat(report.path("region").asText()).isEqualTo("eu-central-1");
        JsonNode red = report.path("lines")
                .valueStream()
                .filter(line -> line.path("state").asText().equals("red"))
                .findFirst()
                .orElseThrow();
        assertThat(red.path("exam").asText()).isEqualTo("dead-letters");
        assertThat(red.path("remedy").path(1).asText())
                .isEqualTo("scripts/redrive --name ecs-medic --region eu-central-1 --from dead");
    }

    @Test
    void account_thatCannotBeRead_isThree() {
        site.refuses("*");
        obstacle = "The AWS session has expired: log in again, e.g. with aws sso login.";

        Result result = run("doctor");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("ecs-medic: " + obstacle + "\n");
        assertThat(result.out()).doesNotContain("✓").doesNotContain("✗");
    }

    @Test
    void nothing_isSentUnlessAsked() {
        run("doctor");

        assertThat(sent).isEmpty();
    }

    @Test
    void send_reachesEachSinkOnce() {
        Result result = run("doctor", "--send");

        String text = "A test of ECS Medic, sent by hand: ecs-medic doctor --send, installation ecs-medic in us-east-1";
        assertThat(sent)
                .containsExactly(
                        "arn:aws:sns:us-east-1:111122223333:ecs-medic-findings " + text,
                        "ops/slack #alerts " + text,
                        "bus " + text);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).endsWith("""
                  ✓ send: topic took a test message
                  ✓ send: Slack took a test message
                  ✓ send: event bus took a test message
                """);
    }

    @Test
    void send_refusedBySink_isRed() {
        answer = new Posts.Sent(false, "channel_not_found", false);

        Result result = run("doctor", "--send");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("  ✗ send: Slack did not take a test message: channel_not_found\n");
    }

    @Test
    void send_thatTheCallerMayNot_isNotBroken() {
        answer = new Posts.Sent(false, "AccessDenied: sns:Publish", true);

        Result result = run("doctor", "--send");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("  ? send: topic did not take a test message: AccessDenied: sns:Publish\n");
    }

    @Test
    void send_withoutKnowingWhereTo_sendsNothing() {
        site.refuses("lambda:GetFunctionConfiguration");

        Result result = run("doctor", "--send");

        assertThat(sent).isEmpty();
        assertThat(result.out()).contains("  ? send: nothing was sent, for it is not known where to:");
    }

    private final class FakeCloud extends SiteCloud implements Posts {
        FakeCloud() {
            super(site);
        }

        @Override
        public String region() {
            return region;
        }

        @Override
        public String obstacle(String where) {
            return obstacle;
        }

        @Override
        public Posts posts(String where) {
            return this;
        }

        @Override
        public Sent topic(String arn, String text) {
            sent.add(arn + " " + text);
            return answer;
        }

        @Override
        public Sent slack(String secret, String channel, String text) {
            sent.add(secret + " " + channel + " " + text);
            return answer;
        }

        @Override
        public Sent bus(String text) {
            sent.add("bus " + text);
            return answer;
        }
    }
}
