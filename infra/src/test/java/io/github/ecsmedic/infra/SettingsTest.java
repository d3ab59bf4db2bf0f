package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.config.SlackSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;

/** What each setting does to the template: with its default, and with another value. */
class SettingsTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0f";
    private static final String FUNCTION = "AWS::Lambda::Function";

    /** Every setting with another value than its default. */
    static final Map<String, String> OTHER = other();

    private static final Template OTHERS = Template.of("others", OTHER);

    /** With the functions that their settings need, but nothing else. */
    static final Template BARE = Template.of(
            "bare",
            Map.of(
                    Installation.FIXES, "on",
                    Installation.SLACK_SIGNING_SECRET, "signing",
                    Installation.SLACK_TEAM, "T0AAA2222",
                    Installation.SLACK_USERS, "U0AAA2222",
                    Installation.SLACK_CHANNELS, "C0AAA2222"));

    private static Map<String, String> other() {
        Map<String, String> all = new HashMap<>(Template.EVERYTHING);
        all.putAll(ButtonsTest.CONTEXT);
        all.putAll(FixerTest.CONTEXT);
        all.putAll(Map.of(
                Installation.SLACK_CHANNEL, "#ops",
                Installation.QUIET_HOURS, "22:00-07:00 Europe/Berlin",
                Installation.MEMORY, "1769",
                Installation.SNAP_START, "on",
                Installation.CONCURRENCY, "12",
                Installation.LOG_DAYS, "90",
                Installation.ENCRYPTION_KEY, KEY,
                Installation.PERMISSIONS_BOUNDARY, "bounds",
                Installation.TAGS, "team=platform,stage=prod",
                Installation.KEEP_TABLE, "on"));
        all.putAll(Map.of(
                Installation.MEMBERS, "222233334444=payments 333344445555",
                Installation.ORGANIZATION, "o-example1234",
                Installation.EXTERNAL_ID, "made-up-external-id",
                Installation.REGIONS, "eu-west-1"));
        all.put(Installation.JAR, "src/test/resources");
        return Map.copyOf(all);
    }

    /**
     * @param shows where a template shows it
     * @param otherwise what it shows there by default
     * @param other what it shows there with the value of {@link #OTHER}
     */
    record Row(String key, Template plain, Function<Template, String> shows, String otherwise, String other) {
        @Override
        public String toString() {
            return key;
        }
    }

    static List<Row> rows() {
        return List.of(
                row(Installation.SLACK_WEBHOOK_SECRET, diagnosing(Settings.SLACK_WEBHOOK_SECRET), "", "ops/slack"),
                row(
                        Installation.SLACK_WEBHOOK_KEY,
                        template -> decrypts(template, "EcsMedicDiagnose"),
                        "",
                        "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"),
                row(Installation.SLACK_CHANNEL, diagnosing(Settings.SLACK_CHANNEL), "", "#ops"),
                row(
                        Installation.MAIL,
                        template -> every(template, "AWS::SNS::Subscription", "/Endpoint"),
                        "",
                        "oncall@example.com"),
                row(Installation.LOG_LINES, diagnosing(Settings.LOG_LINES), "on", "off"),
                row(Installation.CHATBOT, diagnosing(Settings.CHATBOT), "off", "on"),
                row(Installation.DIGEST, diagnosing(Settings.DIGEST), "weekly", "daily"),
                row(Installation.BUS, diagnosing(Settings.BUS), "on", "off"),
                row(Installation.OWNER, diagnosing(Settings.OWNER), "", "platform,@oncall"),
                row(
                        Installation.RULES,
                        diagnosing(Settings.RULES),
                        "",
                        "2:cluster=staging->severity=info channel=#staging;3:cause=app.exited_cleanly->ignore"),
                row(Installation.QUIET_HOURS, diagnosing(Settings.QUIET_HOURS), "", "22:00-07:00 Europe/Berlin"),
                row(
                        Installation.SLACK_SIGNING_SECRET,
                        environment("slack", SlackSettings.SIGNING_SECRET),
                        "",
                        "ops/signing"),
                row(
                        Installation.SLACK_SIGNING_KEY,
                        template -> decrypts(template, "EcsMedicButtons"),
                        "",
                        "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"),
                row(Installation.SLACK_TEAM, environment("slack", SlackSettings.TEAM), "", "T0AAA1111"),
                row(Installation.SLACK_USERS, environment("slack", SlackSettings.USERS), "", "U0AAA1111 U0BBB2222"),
                row(Installation.SLACK_CHANNELS, environment("slack", SlackSettings.CHANNELS), "", "C0AAA1111"),
                row(
                        Installation.FIXES,
                        template -> named(template, FUNCTION, "FunctionName", "fix")
                                .path("FunctionName")
                                .asText(),
                        "",
                        "ecs-medic-two-fix"),
                bare(Installation.FIX_MODE, FixSettings.MODE, "notify", "approve"),
                bare(Installation.FIX_AUTO, FixSettings.AUTO, "", "create-log-group extend-grace-period"),
                bare(Installation.FIX_APPROVERS, FixSettings.APPROVERS, "", "U0AAA1111 U0BBB2222"),
                bare(Installation.FIX_TWO_PEOPLE, FixSettings.TWO_PEOPLE, "", "restore-secret"),
                bare(Installation.FIX_DRY_RUN, FixSettings.DRY_RUN, "on", "off"),
                bare(Installation.FIX_CALENDARS, FixSettings.CALENDARS, "", "freeze"),
                row(
                        Installation.ARCHITECTURE,
                        template -> every(template, FUNCTION, "/Architectures/0"),
                        "arm64",
                        "x86_64"),
                row(Installation.MEMORY, template -> every(template, FUNCTION, "/MemorySize"), "1024", "1769"),
                row(
                        Installation.SNAP_START,
                        template -> Stream.of(
                                        every(template, FUNCTION, "/SnapStart/ApplyOn"),
                                        every(template, "AWS::Lambda::Alias", "/Name"),
                                        String.valueOf(called(template).allMatch(id -> id.contains("FunctionLive"))))
                                .collect(Collectors.joining(" ")),
                        "  false",
                        "PublishedVersions live true"),
                row(
                        Installation.CONCURRENCY,
                        template -> named(template, FUNCTION, "FunctionName", "diagnose")
                                .path("ReservedConcurrentExecutions")
                                .asText(),
                        "",
                        "12"),
                row(
                        Installation.LOG_DAYS,
                        template -> every(template, "AWS::Logs::LogGroup", "/RetentionInDays"),
                        "30",
                        "365 90"),
                row(
                        Installation.NAME,
                        template -> every(template, "AWS::DynamoDB::Table", "/TableName"),
                        "ecs-medic-incidents",
                        "ecs-medic-two-incidents"),
                row(Installation.ENCRYPTION_KEY, SettingsTest::keys, "<EcsMedicOutletKeyE8CDF0EF.Arn>", KEY),
                row(
                        Installation.PERMISSIONS_BOUNDARY,
                        template -> every(template, "AWS::IAM::Role", "/PermissionsBoundary"),
                        "",
                        "arn:aws:iam::111122223333:policy/bounds"),
                row(
                        Installation.TAGS,
                        template -> template.resources()
                                .map(resource -> resource.at("/Properties/Tags"))
                                .filter(tags -> !tags.isMissingNode())
                                .map(tags -> tags.valueStream()
                                        .map(tag -> tag.path("Key").asText() + "="
                                                + tag.path("Value").asText())
                                        .collect(Collectors.joining(",")))
                                .distinct()
                                .collect(Collectors.joining(" ")),
                        "app=ecs-medic",
                        "app=ecs-medic,stage=prod,team=platform"),
                row(
                        Installation.KEEP_TABLE,
                        template -> every(template, "AWS::DynamoDB::Table", "/DeletionProtectionEnabled")
                                + " "
                                + template.resources()
                                        .filter(r -> r.path("Type").asText().equals("AWS::DynamoDB::Table"))
                                        .map(r -> r.path("DeletionPolicy").asText())
                                        .collect(Collectors.joining()),
                        "false Delete",
                        "true Retain"),
                row(
                        Installation.JAR,
                        template -> String.valueOf(every(template, FUNCTION, "/Code/S3Key")
                                .equals(every(Template.PLAIN, FUNCTION, "/Code/S3Key"))),
                        "true",
                        "false"),
                row(Installation.MEMBERS, diagnosing(Members.MEMBERS), "", "222233334444=payments 333344445555"),
                row(Installation.ORGANIZATION, diagnosing(Members.ORGANIZATION), "", "o-example1234"),
                row(Installation.EXTERNAL_ID, diagnosing(Members.EXTERNAL_ID), "", "made-up-external-id"),
                row(Installation.REGIONS, diagnosing(Members.REGIONS), "", "eu-west-1"));
    }

    private static Row row(String key, Function<Template, String> shows, String otherwise, String other) {
        return new Row(key, Template.PLAIN, shows, otherwise, other);
    }

    private static Row bare(String key, String variable, String otherwise, String other) {
        return new Row(key, BARE, environment("fix", variable), otherwise, other);
    }

    @Test
    void settings_all_haveARowAndAnotherValue() {
        assertThat(rows().stream().map(Row::key))
                .containsExactlyElementsOf(
                        Installation.SETTINGS.stream().map(Setting::key).toList());
        assertThat(OTHER.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Installation.SETTINGS.stream().map(Setting::key).toList());
        assertThat(Installation.SETTINGS)
                .allSatisfy(setting -> assertThat(OTHER.get(setting.key())).isNotEqualTo(setting.otherwise()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void setting_notGiven_showsItsDefault(Row row) {
        assertThat(row.shows().apply(row.plain())).isEqualTo(row.otherwise());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void setting_given_showsInTheTemplate(Row row) {
        assertThat(row.shows().apply(OTHERS)).isEqualTo(row.other());
    }

    /** A default that is written down is the one that holds. */
    @Test
    void settings_givenTheirDefaults_changeNothing() {
        Map<String, String> context = new HashMap<>();
        Installation.SETTINGS.forEach(setting -> context.put(setting.key(), setting.otherwise()));
        context.put(Installation.JAR, "src/test/resources");
        assertThat(Installation.read(context))
                .isEqualTo(Installation.read(Map.of(Installation.JAR, "src/test/resources")));
    }

    /** In somebody else's app: no context, no stack of ours. */
    @Test
    void construct_inAnotherStack_isTheSame() {
        Template guest = Template.of("guest", app -> {
            Stack stack = new Stack(app, "shop");
            new EcsMedic(
                    stack,
                    "Medic",
                    EcsMedicProps.builder(Path.of("src/test/resources")).build());
            return stack;
        });
        assertThat(types(guest)).isEqualTo(types(Template.PLAIN));
    }

    private static Map<String, Long> types(Template template) {
        return template.resources()
                .collect(Collectors.groupingBy(resource -> resource.path("Type").asText(), Collectors.counting()));
    }

    private static Function<Template, String> diagnosing(String variable) {
        return environment("diagnose", variable);
    }

    private static Function<Template, String> environment(String function, String variable) {
        return template -> named(template, FUNCTION, "FunctionName", function)
                .at("/Environment/Variables/" + variable)
                .asText();
    }

    private static JsonNode named(Template template, String type, String property, String suffix) {
        return template.all(type).stream()
                .filter(resource -> resource.path(property).asText().endsWith("-" + suffix))
                .findFirst()
                .orElse(Template.MAPPER.missingNode());
    }

    /** The different values that resources of a type have there. */
    private static String every(Template template, String type, String pointer) {
        return template.all(type).stream()
                .map(resource -> resource.at(pointer))
                .filter(value -> !value.isMissingNode())
                .map(Template::text)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What mappings, schedules, permissions and URLs call. */
    private static Stream<String> called(Template template) {
        return Stream.of(
                        template.all("AWS::Lambda::EventSourceMapping").stream().map(m -> m.path("FunctionName")),
                        template.all("AWS::Lambda::Permission").stream().map(p -> p.path("FunctionName")),
                        template.all("AWS::Events::Rule").stream()
                                .filter(rule -> rule.has("ScheduleExpression"))
                                .map(rule -> rule.at("/Targets/0/Arn")))
                .flatMap(called -> called)
                .map(JsonNode::toString);
    }

    /** What encrypts whatever can be encrypted. */
    private static String keys(Template template) {
        return Stream.of(
                        every(template, "AWS::DynamoDB::Table", "/SSESpecification/KMSMasterKeyId"),
                        every(template, "AWS::SNS::Topic", "/KmsMasterKeyId"),
                        every(template, "AWS::SQS::Queue", "/KmsMasterKeyId"),
                        every(template, "AWS::Logs::LogGroup", "/KmsKeyId"))
                .filter(key -> !key.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String decrypts(Template template, String logicalId) {
        return template.json().path("Resources").properties().stream()
                .filter(entry -> entry.getKey().startsWith(logicalId))
                .flatMap(entry -> entry.getValue().findPath("Statement").valueStream())
                .filter(statement -> statement.path("Sid").asText().equals("DecryptOwnSecret"))
                .map(statement -> Template.text(statement.path("Resource")))
                .collect(Collectors.joining());
    }
}
