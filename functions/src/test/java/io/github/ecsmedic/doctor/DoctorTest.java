package io.github.ecsmedic.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.aws.RoleNeeds;
import io.github.ecsmedic.doctor.Installed.Wanted;
import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.installation.Chat.Form;
import io.github.ecsmedic.installation.Chat.Reply;
import io.github.ecsmedic.installation.FakeSite;
import io.github.ecsmedic.installation.Functions.Function;
import io.github.ecsmedic.installation.Functions.Mapping;
import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.installation.Gauges.Alarm;
import io.github.ecsmedic.installation.Names;
import io.github.ecsmedic.installation.Permits.Grant;
import io.github.ecsmedic.installation.Queues.Queue;
import io.github.ecsmedic.installation.Rules.Rule;
import io.github.ecsmedic.installation.Rules.Target;
import io.github.ecsmedic.installation.Stores.Table;
import io.github.ecsmedic.installation.Stores.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {
    private static final Map<String, Set<String>> NEEDS = RoleNeeds.all();
    private static final Wanted WANTED = new Wanted(FakeSite.VERSION, NEEDS);

    /**
     * One way in which an installation is broken.
     *
     * @param says what the one red line says
     * @param does a part of its first command
     */
    record Broken(String name, Consumer<FakeSite> by, String exam, String says, String does) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Line> examined(FakeSite site) {
        return Doctor.examine(new Installed(site.names, FakeSite.REGION, site, WANTED, FakeSite.NOW));
    }

    private static FakeSite whole() {
        return new FakeSite(NEEDS);
    }

    private static List<Line> red(List<Line> lines) {
        return lines.stream().filter(line -> line.state() == State.RED).toList();
    }

    @Test
    void installation_whole_isGreenInEveryExam() {
        List<Line> lines = examined(whole());

        assertThat(lines).extracting(Line::state).containsOnly(State.GREEN);
        assertThat(lines)
                .extracting(Line::exam)
                .containsExactlyElementsOf(Doctor.exams().stream()
                        .map(Exam::id)
                        .filter(exam -> !exam.equals("members"))
                        .toList());
        assertThat(lines).allSatisfy(line -> assertThat(line.remedy()).isEmpty());
    }

    @Test
    void installation_withoutSlackButtonsAndFixes_isGreenWithoutTheirExams() {
        FakeSite site = whole();
        site.function(
                site.names.diagnose(),
                Map.of(
                        "ECS_MEDIC_SLACK_WEBHOOK_SECRET", "",
                        "ECS_MEDIC_SLACK_CHANNEL", "",
                        "ECS_MEDIC_SLACK_BUTTONS", "off",
                        "ECS_MEDIC_FIXES", "off"));
        site.functions.remove(site.names.fixer());
        site.functions.remove(site.names.buttons());
        site.queues.remove(site.names.requestsDeadLetterQueue());
        site.queues.remove(site.names.requestsQueue());
        site.rules.remove(site.names.fixerRule());

        List<Line> lines = examined(site);

        assertThat(lines).extracting(Line::state).containsOnly(State.GREEN);
        assertThat(lines).extracting(Line::exam).doesNotContain("slack", "slack-secret", "fixer", "kill-switch");
    }

    static Stream<Broken> broken() {
        return Stream.of(rules(), members(), queues(), functions(), roles(), sinks(), keeping())
                .flatMap(List::stream);
    }

    private static Broken broken(String name, Consumer<FakeSite> by, String exam, String says, String does) {
        return new Broken(name, by, exam, says, does);
    }

    private static List<Broken> rules() {
        String rule = "ecs-medic-deployments";
        return List.of(
                broken(
                        "a rule is disabled",
                        site -> rule(
                                site,
                                rule,
                                false,
                                "pattern",
                                site.rules.get(rule).pattern()),
                        "rules",
                        "rule ecs-medic-deployments is disabled: its events do not come",
                        "aws events enable-rule --name ecs-medic-deployments --region us-east-1"),
                broken(
                        "a rule is gone",
                        site -> site.rules.remove(rule),
                        "rules",
                        "rule ecs-medic-deployments does not exist",
                        "--deployment-mode REVERT_DRIFT"),
                broken(
                        "a pattern lets its sample not through",
                        site -> site.deaf.add("pattern deployments"),
                        "patterns",
                        "rule ecs-medic-deployments does not let its sample event through: its pattern was changed",
                        "--stack-name ecs-medic --change-set-name put-back"),
                broken(
                        "a pattern is another one",
                        site -> rule(site, rule, true, "pattern", Map.of("source", List.of("aws.ecs"))),
                        "patterns",
                        "the pattern of rule ecs-medic-deployments is not that of this version: it was changed, or"
                                + " another version is installed",
                        "REVERT_DRIFT"),
                broken(
                        "a rule's target is gone",
                        site -> site.targets.put(rule, List.of()),
                        "targets",
                        "rule ecs-medic-deployments does not hand its events to ecs-medic-events",
                        "REVERT_DRIFT"),
                broken(
                        "a target has no queue for what it does not take",
                        site -> site.targets.put(
                                rule, List.of(new Target(FakeSite.arn("sqs", site.names.queue()), ""))),
                        "targets",
                        "what ecs-medic-events does not take of rule ecs-medic-deployments is lost: the target has no"
                                + " queue ecs-medic-events-undelivered",
                        "REVERT_DRIFT"),
                broken(
                        "the rule of the function that fixes is disabled",
                        site -> rule(site, "ecs-medic-fixer", false, "", ""),
                        "fixer",
                        "rule ecs-medic-fixer is disabled: no fix is applied, and none is verified",
                        "aws events enable-rule --name ecs-medic-fixer"));
    }

    private static void rule(FakeSite site, String name, boolean on, String text, Object pattern) {
        site.rules.put(name, new Rule(name, FakeSite.arn("events", "rule/" + name), on, text, pattern));
    }

    private static List<Broken> queues() {
        return List.of(
                broken(
                        "the queue's policy has not our rules",
                        site -> queue(site, site.names.queue(), FakeSite.arn("sqs", site.names.deadLetterQueue())),
                        "queue-policy",
                        "the policy of queue ecs-medic-events does not let EventBridge send for"
                                + " ecs-medic-task-failures,",
                        "REVERT_DRIFT"),
                broken(
                        "the queue has no dead-letter queue",
                        site -> {
                            Queue was = site.queues.get(site.names.queue());
                            site.queues.put(
                                    was.name(), new Queue(was.name(), was.arn(), was.url(), 0, "", was.rules()));
                        },
                        "queue",
                        "what fails five times is lost: queue ecs-medic-events has no dead-letter queue"
                                + " ecs-medic-events-dead",
                        "REVERT_DRIFT"),
                broken(
                        "dead letters wait",
                        site -> site.waiting(site.names.deadLetterQueue(), 3),
                        "dead-letters",
                        "3 events that could not be diagnosed wait in ecs-medic-events-dead",
                        "aws logs tail /aws/lambda/ecs-medic-diagnose --since 1d"),
                broken(
                        "undelivered events wait",
                        site -> site.waiting(site.names.undeliveredQueue(), 1),
                        "dead-letters",
                        "1 events that could not be handed over wait in ecs-medic-events-undelivered",
                        "aws logs tail"),
                broken(
                        "the mapping is disabled",
                        site -> site.mappings.put(
                                FakeSite.arn("sqs", site.names.queue()),
                                List.of(new Mapping(
                                        "0a1b",
                                        FakeSite.arn("lambda", "function:" + site.names.diagnose() + ":live"),
                                        "Disabled"))),
                        "mapping",
                        "the mapping of ecs-medic-events to ecs-medic-diagnose is disabled: what comes waits there",
                        "aws lambda update-event-source-mapping --uuid 0a1b --enabled --region us-east-1"),
                broken(
                        "the mapping of requests is gone",
                        site -> site.mappings.remove(FakeSite.arn("sqs", site.names.requestsQueue())),
                        "mapping",
                        "nothing takes what waits in ecs-medic-requests: its mapping to ecs-medic-diagnose is gone",
                        "REVERT_DRIFT"));
    }

    private static void queue(FakeSite site, String name, String dead) {
        Queue was = site.queues.get(name);
        site.queues.put(name, new Queue(name, was.arn(), was.url(), 0, dead, List.of()));
    }

    private static List<Broken> functions() {
        return List.of(
                broken(
                        "a function cannot run",
                        site -> function(site, site.names.sweep(), "Failed", site.names.handler(site.names.sweep())),
                        "functions",
                        "function ecs-medic-sweep cannot run: Lambda says Failed, its last update Successful",
                        "aws lambda get-function-configuration --function-name ecs-medic-sweep"),
                broken(
                        "a function has another entry point",
                        site -> function(site, site.names.sweep(), "Active", "com.example.Other::handle"),
                        "functions",
                        "function ecs-medic-sweep runs com.example.Other::handle by java25 and not"
                                + " io.github.ecsmedic.handler.SweepHandler::handleRequest by java25",
                        "REVERT_DRIFT"),
                broken(
                        "a function is of another version",
                        site -> site.function(site.names.sweep(), Map.of("ECS_MEDIC_VERSION", "1.1.0")),
                        "version",
                        "function ecs-medic-sweep is of 1.1.0, this shell of 1.2.3",
                        "git checkout v1.1.0"));
    }

    private static void function(FakeSite site, String name, String state, String handler) {
        Function was = site.functions.get(name);
        site.functions.put(
                name,
                new Function(
                        name,
                        was.arn(),
                        state,
                        was.update(),
                        was.runtime(),
                        handler,
                        was.role(),
                        was.modified(),
                        was.environment()));
    }

    private static List<Broken> roles() {
        return List.of(
                broken(
                        "a role lacks a permission",
                        site -> {
                            List<Grant> grants = site.grants.get("ecs-medic-diagnose-us-east-1");
                            List<String> fewer =
                                    new ArrayList<>(grants.getFirst().actions());
                            fewer.remove("ec2:DescribeRouteTables");
                            grants.set(0, new Grant(fewer, List.of("*"), Map.of()));
                        },
                        "permissions",
                        "role ecs-medic-diagnose-us-east-1 lacks ec2:DescribeRouteTables",
                        "REVERT_DRIFT"),
                broken(
                        "the boundary of the fixing role denies a fix",
                        site -> site.denied.put(
                                "ecs:UpdateService",
                                new Decision("ecs:UpdateService", "*", "implicitDeny", true, false, List.of())),
                        "permissions",
                        "role ecs-medic-fix-us-east-1 is denied ecs:UpdateService by its permissions boundary: allow it"
                                + " there",
                        "aws iam simulate-principal-policy"),
                broken(
                        "a role is gone",
                        site -> site.grants.remove("ecs-medic-sweep-us-east-1"),
                        "permissions",
                        "role ecs-medic-sweep-us-east-1 does not exist",
                        "REVERT_DRIFT"));
    }

    private static List<Broken> sinks() {
        return List.of(
                broken(
                        "the secret has the wrong form",
                        site -> site.form = new Form.Neither("The Slack secret holds no bot token."),
                        "slack-secret",
                        "secret ops/slack: The Slack secret holds no bot token.",
                        "aws secretsmanager put-secret-value --secret-id ops/slack --secret-string file://FILE"),
                broken(
                        "the secret is gone",
                        site -> site.form = new Form.Missing(),
                        "slack-secret",
                        "secret ops/slack does not exist, or is being deleted",
                        "aws secretsmanager restore-secret --secret-id ops/slack"),
                broken(
                        "Slack does not know the token",
                        site -> site.reply = new Reply(false, "token_revoked"),
                        "slack",
                        "Slack refuses the bot token: token_revoked",
                        "aws secretsmanager put-secret-value"),
                broken(
                        "nobody is subscribed, and there is no Slack",
                        site -> {
                            silent(site);
                            site.topics.put(FakeSite.arn("sns", site.names.topic()), new Topic(0, 0));
                        },
                        "topic",
                        "nobody is told: nobody is subscribed to ecs-medic-findings, and there is no Slack",
                        "aws sns subscribe --topic-arn arn:aws:sns:us-east-1:111122223333:ecs-medic-findings"),
                broken(
                        "the only subscription is not confirmed, and there is no Slack",
                        site -> {
                            silent(site);
                            site.topics.put(FakeSite.arn("sns", site.names.topic()), new Topic(0, 1));
                        },
                        "topic",
                        "nobody is told: 1 subscriptions of ecs-medic-findings wait to be confirmed",
                        "aws sns list-subscriptions-by-topic"),
                broken(
                        "the topic is gone",
                        site -> site.topics.clear(),
                        "topic",
                        "topic ecs-medic-findings does not exist",
                        "REVERT_DRIFT"));
    }

    private static void silent(FakeSite site) {
        site.function(
                site.names.diagnose(), Map.of("ECS_MEDIC_SLACK_WEBHOOK_SECRET", "", "ECS_MEDIC_SLACK_CHANNEL", ""));
    }

    private static List<Broken> keeping() {
        return List.of(
                broken(
                        "the sweep is silent",
                        site -> site.measured.remove(Gauges.HEARTBEAT),
                        "heartbeat",
                        "the sweep has not reached its end for 15 minutes: nothing tells that an incident is over",
                        "aws events describe-rule --name ecs-medic-sweep"),
                broken(
                        "the sweep's rule is disabled",
                        site -> {
                            site.measured.remove(Gauges.HEARTBEAT);
                            rule(site, "ecs-medic-sweep", false, "", "");
                        },
                        "heartbeat",
                        "the sweep does not run: rule ecs-medic-sweep is disabled",
                        "aws events enable-rule --name ecs-medic-sweep"),
                broken(
                        "the table is gone",
                        site -> site.tables.clear(),
                        "table",
                        "table ecs-medic-incidents does not exist",
                        "REVERT_DRIFT"),
                broken(
                        "nothing of the table expires",
                        site -> site.tables.put(site.names.table(), new Table("ACTIVE", "")),
                        "table",
                        "nothing of table ecs-medic-incidents expires: it grows for ever",
                        "aws dynamodb update-time-to-live --table-name ecs-medic-incidents"),
                broken(
                        "an alarm rings",
                        site -> site.alarms.add(new Alarm("ecs-medic-throttled", "ALARM")),
                        "alarms",
                        "alarm ecs-medic-throttled rings: docs/operations.md says what to do",
                        "aws cloudwatch describe-alarms --alarm-names ecs-medic-throttled"),
                broken(
                        "the kill switch holds no mode",
                        site -> site.parameters.put(Names.SWITCH, "atuo"),
                        "kill-switch",
                        "parameter /ecs-medic/mode holds no mode: nothing is applied",
                        "aws ssm put-parameter --overwrite --type String --name /ecs-medic/mode --value notify"));
    }

    @Test
    void installation_withMembers_isGreenInEveryExam() {
        List<Line> lines = examined(whole().withMembers());

        assertThat(lines).extracting(Line::state).containsOnly(State.GREEN);
        assertThat(lines)
                .extracting(Line::says)
                .contains("ecs-medic-members takes events of 222233334444, 333344445555", "16 rules are enabled");
    }

    private static List<Broken> members() {
        String rule = "ecs-medic-members/ecs-medic-deployments";
        return List.of(
                broken(
                        "the bus of members is gone",
                        site -> {
                            site.withMembers().buses.clear();
                            site.rules.keySet().removeIf(name -> name.contains("/"));
                        },
                        "members",
                        "bus ecs-medic-members does not exist",
                        "REVERT_DRIFT"),
                broken(
                        "the bus does not take events of a member",
                        site -> site.withMembers().buses.put("ecs-medic-members", List.of("333344445555")),
                        "members",
                        "the policy of bus ecs-medic-members does not take events of 222233334444",
                        "REVERT_DRIFT"),
                broken(
                        "a rule for members is disabled",
                        site -> rule(
                                site.withMembers(),
                                rule,
                                false,
                                "pattern",
                                site.rules.get(rule).pattern()),
                        "rules",
                        "rule ecs-medic-members/ecs-medic-deployments is disabled: its events do not come",
                        "aws events enable-rule --name ecs-medic-deployments --event-bus-name ecs-medic-members"),
                broken(
                        "a pattern for members is another one",
                        site -> rule(site.withMembers(), rule, true, "pattern", Map.of("source", List.of("aws.ecs"))),
                        "patterns",
                        "the pattern of rule ecs-medic-members/ecs-medic-deployments is not that of this version",
                        "REVERT_DRIFT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void installation_brokenInOneWay_hasOneRedLineWithItsRemedy(Broken broken) {
        FakeSite site = whole();
        broken.by().accept(site);

        List<Line> lines = examined(site);

        assertThat(red(lines)).hasSize(1);
        Line line = red(lines).getFirst();
        assertThat(line.exam()).isEqualTo(broken.exam());
        assertThat(line.says()).startsWith(broken.says());
        assertThat(line.remedy().getFirst()).contains(broken.does());
        assertThat(lines).extracting(Line::state).doesNotContain(State.UNSEEN);
    }

    @Test
    void installation_thatIsNotThere_isOneLine() {
        FakeSite site = whole();
        site.functions.clear();
        site.queues.clear();
        site.tables.clear();

        assertThat(examined(site))
                .isEqualTo(List.of(new Line(
                        "installation",
                        State.RED,
                        "there is no installation ecs-medic in us-east-1",
                        List.of("scripts/deploy --name ecs-medic --region us-east-1 --mail ADDRESS"))));
    }

    @Test
    void reads_allRefused_areUnseenAndNothingElse() {
        List<Line> lines = examined(whole().refuses("*"));

        assertThat(lines).extracting(Line::state).containsOnly(State.UNSEEN);
        assertThat(lines).allSatisfy(line -> assertThat(line.says()).contains("AccessDenied: "));
    }

    @Test
    void reads_eachRefusedAlone_breakNothingAndAreSaid() {
        FakeSite all = whole();
        examined(all);
        assertThat(all.asked()).hasSizeGreaterThan(12);
        for (String operation : all.asked()) {
            List<Line> lines = examined(whole().refuses(operation));

            assertThat(red(lines)).as(operation).isEmpty();
            if (!operation.equals("sts:GetCallerIdentity")) { // only the sample events want it
                assertThat(lines)
                        .as(operation)
                        .filteredOn(line -> line.state() == State.UNSEEN)
                        .isNotEmpty()
                        .anySatisfy(line -> assertThat(line.says()).contains("AccessDenied: " + operation));
            }
        }
    }

    @Test
    void sweep_installedJustNow_isNotYetSilent() {
        FakeSite site = whole();
        site.measured.remove(Gauges.HEARTBEAT);
        Function was = site.functions.get(site.names.sweep());
        site.functions.put(
                was.name(),
                new Function(
                        was.name(),
                        was.arn(),
                        was.state(),
                        was.update(),
                        was.runtime(),
                        was.handler(),
                        was.role(),
                        FakeSite.NOW.minus(Duration.ofMinutes(4)),
                        was.environment()));

        assertThat(examined(site))
                .filteredOn(line -> line.state() != State.GREEN)
                .isEqualTo(List.of(new Line(
                        "heartbeat",
                        State.UNSEEN,
                        "could not look at whether the sweep runs: it was installed or changed 4 min ago; ask again in"
                                + " 15 min",
                        List.of())));
    }

    @Test
    void account_thatIsQuiet_isNotBroken() {
        FakeSite site = whole();
        site.measured.remove(Gauges.EVENTS);

        assertThat(examined(site))
                .filteredOn(line -> line.state() != State.GREEN)
                .extracting(Line::says)
                .containsExactly("could not look at whether events arrive: none has come for 14 days");
    }

    @Test
    void hook_whichCannotBeAsked_isNeitherWellNorBroken() {
        FakeSite site = whole();
        site.function(site.names.diagnose(), Map.of("ECS_MEDIC_SLACK_CHANNEL", ""));
        site.form = new Form.Hook();

        assertThat(examined(site))
                .filteredOn(line -> line.state() != State.GREEN)
                .extracting(Line::exam, Line::state)
                .containsExactly(tuple("slack", State.UNSEEN));
    }
}
