package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.config.Settings.Digest;
import io.github.ecsmedic.infra.EcsMedicProps.Accounts;
import io.github.ecsmedic.infra.EcsMedicProps.Chip;
import io.github.ecsmedic.infra.EcsMedicProps.Custody;
import io.github.ecsmedic.infra.EcsMedicProps.Hosting;
import io.github.ecsmedic.notify.Glob;
import io.github.ecsmedic.notify.Rule;
import io.github.ecsmedic.notify.Rules;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    @TempDir
    private Path folder;

    private EcsMedicProps read(String... context) {
        Map<String, String> all = new TreeMap<>();
        all.put(Installation.JAR, folder.toString());
        for (int i = 0; i < context.length; i += 2) {
            all.put(context[i], context[i + 1]);
        }
        return Installation.read(all);
    }

    @Test
    void settings_noneGiven_haveTheirDefaults() {
        assertThat(read())
                .isEqualTo(new EcsMedicProps(
                        "ecs-medic",
                        folder,
                        new EcsMedicProps.Slack("", ""),
                        EcsMedicProps.Buttons.NONE,
                        "",
                        true,
                        false,
                        Digest.WEEKLY,
                        EcsMedicProps.Audience.DEFAULT,
                        Fixes.NONE,
                        new Hosting(Chip.ARM64, 1024, false, 0, 30),
                        new Custody("", "", Map.of(), false),
                        Accounts.NONE));
    }

    @Test
    void settings_allGiven_areTaken() {
        assertThat(read(
                        Installation.NAME, "ecs-medic-two",
                        Installation.SLACK_WEBHOOK_SECRET, "ops/slack",
                        Installation.SLACK_WEBHOOK_KEY, "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d",
                        Installation.MAIL, "oncall@example.com",
                        Installation.LOG_LINES, "off",
                        Installation.CHATBOT, "on",
                        Installation.DIGEST, "off",
                        Installation.ARCHITECTURE, "x86_64",
                        Installation.BUS, "off",
                        Installation.OWNER, "platform",
                        Installation.MEMORY, "1769",
                        Installation.SNAP_START, "on",
                        Installation.CONCURRENCY, "12",
                        Installation.LOG_DAYS, "90",
                        Installation.ENCRYPTION_KEY, "arn:aws:kms:us-east-1:111122223333:key/0f",
                        Installation.PERMISSIONS_BOUNDARY, "bounds",
                        Installation.TAGS, "team=platform, stage=prod = live",
                        Installation.KEEP_TABLE, "on",
                        Installation.MEMBERS, "222233334444=payments 333344445555",
                        Installation.ORGANIZATION, "o-example1234",
                        Installation.EXTERNAL_ID, "made-up-external-id",
                        Installation.REGIONS, "eu-west-1 eu-north-1",
                        Installation.RULES, "src/test/resources/example.rules"))
                .isEqualTo(new EcsMedicProps(
                        "ecs-medic-two",
                        folder,
                        new EcsMedicProps.Slack("ops/slack", "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"),
                        EcsMedicProps.Buttons.NONE,
                        "oncall@example.com",
                        false,
                        true,
                        Digest.OFF,
                        new EcsMedicProps.Audience(
                                false,
                                "platform",
                                new Rules(List.of(
                                        new Rule(
                                                2,
                                                Map.of(Rule.Matcher.CLUSTER, new Glob("staging")),
                                                Map.of(Rule.Effect.SEVERITY, "info", Rule.Effect.CHANNEL, "#staging")),
                                        new Rule(
                                                3,
                                                Map.of(Rule.Matcher.CAUSE, new Glob("app.exited_cleanly")),
                                                Map.of(Rule.Effect.TOLD, "ignore"))))),
                        Fixes.NONE,
                        new Hosting(Chip.X86_64, 1769, true, 12, 90),
                        new Custody(
                                "arn:aws:kms:us-east-1:111122223333:key/0f",
                                "bounds",
                                Map.of("team", "platform", "stage", "prod = live"),
                                true),
                        new Accounts(
                                Map.of("222233334444", "payments", "333344445555", ""),
                                "o-example1234",
                                "made-up-external-id",
                                List.of("eu-west-1", "eu-north-1"))));
    }

    @Test
    void settings_blank_countAsNotGiven() {
        assertThat(read(Installation.NAME, " ", Installation.MAIL, "", Installation.LOG_LINES, " "))
                .isEqualTo(read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops/slack",
                "a",
                "arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-AbCdEf",
                "arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:slack-AbCdEf"
            })
    void webhookSecret_nameOrArn_isTaken(String secret) {
        assertThat(read(Installation.SLACK_WEBHOOK_SECRET, secret).slack().secret())
                .isEqualTo(secret);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    ecs-medic:digest               | monthly | ecs-medic:digest must be weekly, daily or off
                    ecs-medic:name                 | medic | ecs-medic:name must be ecs-medic or begin with ecs-medic-
                    ecs-medic:name                 | ecs-medic- | ecs-medic:name may hold small letters, digits and hyphens, at most 35
                    ecs-medic:name                 | ecs-medic-A | ecs-medic:name may hold small letters, digits and hyphens, at most 35
                    ecs-medic:name                 | ecs-medic-0123456789012345678901234567890 | ecs-medic:name may hold small letters, digits and hyphens, at most 35
                    ecs-medic:slack-webhook-secret | https://hooks.example.com/services/T0 | ecs-medic:slack-webhook-secret is neither the name nor the ARN of a secret: put the webhook's URL into a secret of Secrets Manager and name that
                    ecs-medic:slack-webhook-secret | arn:aws:ssm:us-east-1:111122223333:parameter/x | ecs-medic:slack-webhook-secret is neither the name nor the ARN of a secret: put the webhook's URL into a secret of Secrets Manager and name that
                    ecs-medic:slack-webhook-key    | arn:aws:kms:us-east-1:111122223333:key/0a | ecs-medic:slack-webhook-key needs ecs-medic:slack-webhook-secret
                    ecs-medic:mail                 | oncall | ecs-medic:mail is not a mail address
                    ecs-medic:mail                 | a@b@example.com | ecs-medic:mail is not a mail address
                    ecs-medic:mail                 | on call@example.com | ecs-medic:mail is not a mail address
                    ecs-medic:log-lines            | yes | ecs-medic:log-lines must be on or off
                    ecs-medic:chatbot              | true | ecs-medic:chatbot must be off or on
                    ecs-medic:bus                  | yes | ecs-medic:bus must be on or off
                    ecs-medic:owner                | <!here> | ecs-medic:owner is a name, a handle, a mail address or an id of Slack; up to five, with commas between
                    ecs-medic:rules                | gone.rules | gone.rules: cannot be read as text in UTF-8: say where it is with -c ecs-medic:rules=PATH
                    ecs-medic:architecture         | arm | ecs-medic:architecture must be arm64 or x86_64
                    ecs-medic:name                 | ecs-medic-sweep | ecs-medic:name may not end with -requests or -sweep: another installation has resources of such names
                    ecs-medic:memory               | 1 GB | ecs-medic:memory must be megabytes from 512 to 10240
                    ecs-medic:memory               | 256 | ecs-medic:memory must be megabytes from 512 to 10240
                    ecs-medic:memory               | 10241 | ecs-medic:memory must be megabytes from 512 to 10240
                    ecs-medic:snap-start           | yes | ecs-medic:snap-start must be off or on
                    ecs-medic:concurrency          | 4 | ecs-medic:concurrency must be 0 (none reserved) or at least 5, as many as the queues run at once
                    ecs-medic:concurrency          | -1 | ecs-medic:concurrency must be a whole number
                    ecs-medic:log-days             | 31 | ecs-medic:log-days must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
                    ecs-medic:encryption-key       | alias/ours | ecs-medic:encryption-key is not the ARN of a key (arn:aws:kms:REGION:ACCOUNT:key/ID)
                    ecs-medic:permissions-boundary | arn:aws:iam::111122223333:role/x | ecs-medic:permissions-boundary is neither the name nor the ARN of a managed policy
                    ecs-medic:tags                 | team | ecs-medic:tags must be KEY=VALUE,KEY=VALUE,…
                    ecs-medic:tags                 | aws:x=y | ecs-medic:tags holds a tag that AWS refuses: aws:x
                    ecs-medic:tags                 | app=shop | ecs-medic:tags may not hold app: it says whose the resources are
                    ecs-medic:members              | payments | ecs-medic:members must be ids of accounts, each with =NAME or without, with a space between
                    ecs-medic:members              | 222233334444= | ecs-medic:members must be ids of accounts, each with =NAME or without, with a space between
                    ecs-medic:members              | 222233334444 | ecs-medic:external-id is missing: choose one, and give it to every member's stack
                    ecs-medic:organization         | o-example1234 | ecs-medic:external-id is missing: choose one, and give it to every member's stack
                    ecs-medic:external-id          | made-up-external-id | ecs-medic:external-id needs ecs-medic:members or ecs-medic:organization
                    ecs-medic:regions              | here | ecs-medic:regions must hold names of regions, with a space between
                    ecs-medic:keep-table           | yes | ecs-medic:keep-table must be off or on
                    """)
    void setting_wrong_isRefusedInOneLine(String key, String value, String line) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }

    @Test
    void members_thatCannotBe_areRefusedInOneLineEach() {
        assertThatThrownBy(() -> read(
                        Installation.ORGANIZATION,
                        "example",
                        Installation.EXTERNAL_ID,
                        "short",
                        Installation.REGIONS,
                        "a b"))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "ecs-medic:organization is not the id of an organisation (o-…)",
                        "ecs-medic:external-id must be 8 to 200 letters, digits or any of +=,.@:/_-",
                        "ecs-medic:regions must hold names of regions, with a space between"));
    }

    @Test
    void members_tooMany_areSentToTheOrganisation() {
        StringBuilder many = new StringBuilder();
        for (long id = 222_233_330_000L; id < 222_233_330_080L; id++) {
            many.append(id).append(' ');
        }
        assertThatThrownBy(() ->
                        read(Installation.MEMBERS, many.toString(), Installation.EXTERNAL_ID, "made-up-external-id"))
                .hasMessage("ecs-medic:members may take 1000 characters: name fewer, and admit the others by"
                        + " ecs-medic:organization");
    }

    @Test
    void rules_severalWrong_areNamedWithTheirLines() throws Exception {
        Path file = Files.writeString(folder.resolve("medic.rules"), """
                # ours
                cluster=staging -> severity=loud
                label=capacity.nonsense -> ignore

                cluster=stag* -> severity=info
                cluster=staging service=api -> severity=critical
                """);
        assertThatThrownBy(() -> read(Installation.RULES, file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        file + ", line 2: severity is critical, warning or info",
                        file + ", line 3: there is no label capacity.nonsense: the names are those of messages, and"
                                + " scripts/ecs-medic explain knows them",
                        file + ", line 6: its severity never applies: line 5 comes first and matches all that it"
                                + " matches"));
    }

    @Test
    void rules_tooMany_areRefusedWithTheirSize() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            many.append("service=a-service-").append(i).append(" -> severity=info\n");
        }
        Path file = Files.writeString(folder.resolve("medic.rules"), many);
        assertThatThrownBy(() -> read(Installation.RULES, file.toString()))
                .hasMessageContaining("bytes of the function's environment, at most 2500 fit: join some with *");
    }

    @Test
    void settings_severalWrong_areAllNamedAtOnce() {
        assertThatThrownBy(() -> read(Installation.MAIL, "oncall", Installation.LOG_LINES, "maybe"))
                .hasMessage("ecs-medic:log-lines must be on or off" + System.lineSeparator()
                        + "ecs-medic:mail is not a mail address");
    }

    @Test
    void jar_missing_isRefusedWithTheCommandThatBuildsIt() {
        String missing = folder.resolve("gone.jar").toString();
        assertThatThrownBy(() -> read(Installation.JAR, missing))
                .hasMessage("The functions' jar is not there (" + missing
                        + "): build it with mvn -pl functions package, or say where it is with -c ecs-medic:jar=PATH");
    }

    @Test
    void jar_builtByMaven_isFound() throws Exception {
        Path jar = Files.createFile(folder.resolve("ecs-medic-functions-1.0-lambda.jar"));
        assertThat(EcsMedicApp.builtIn(folder)).isEqualTo(jar.toString());
    }

    @Test
    void jar_notBuilt_isNamedByItsPattern() {
        assertThat(EcsMedicApp.builtIn(folder))
                .isEqualTo(folder.resolve("ecs-medic-functions-*-lambda.jar").toString());
    }

    private static final String[] BUTTONS = {
        Installation.SLACK_SIGNING_SECRET, "ops/signing",
        Installation.SLACK_TEAM, "T0AAA1111",
        Installation.SLACK_USERS, "U0AAA1111 U0BBB2222",
        Installation.SLACK_CHANNELS, "C0AAA1111"
    };

    @Test
    void buttons_given_areTaken() {
        assertThat(read(BUTTONS).buttons())
                .isEqualTo(new EcsMedicProps.Buttons(
                        new EcsMedicProps.Slack("ops/signing", ""), "T0AAA1111", "U0AAA1111 U0BBB2222", "C0AAA1111"));
    }

    @ParameterizedTest
    @CsvSource({"3, example", "5, ann", "5, ''", "7, oncall", "7, ''"})
    void buttons_thatNameNobody_areRefused(int field, String value) {
        String[] context = BUTTONS.clone();
        context[field] = value;
        assertThatThrownBy(() -> read(context)).hasMessageStartingWith(context[field - 1] + " must hold ");
    }

    @Test
    void buttons_withoutASigningSecret_areRefused() {
        assertThatThrownBy(() -> read(Installation.SLACK_USERS, "U0AAA1111"))
                .hasMessage("ecs-medic:slack-users needs ecs-medic:slack-signing-secret");
    }

    /** In somebody else's app a text may be what the CDK fills in later. */
    @Test
    void builder_texts_mayBeTokens() {
        EcsMedicProps props = EcsMedicProps.builder(folder)
                .slackWebhookSecret("${Token[TOKEN.12]}")
                .slackWebhookKey("${Token[TOKEN.13]}")
                .mail("${Token[TOKEN.14]}")
                .encryptionKey("${Token[TOKEN.15]}")
                .permissionsBoundary("${Token[TOKEN.16]}")
                .build();
        assertThat(props.custody().key()).isEqualTo("${Token[TOKEN.15]}");
    }

    @Test
    void builder_nothingSet_isWhatAnEmptyContextReads() {
        assertThat(EcsMedicProps.builder(folder).build()).isEqualTo(read());
    }

    /** One name for the key, the option of scripts/deploy and the method. */
    @Test
    void settings_each_areAMethodOfTheBuilder() {
        assertThat(Installation.SETTINGS.stream().map(Setting::property))
                .containsExactlyInAnyOrderElementsOf(Stream.of(PropsBuilder.class.getMethods())
                        .filter(method -> method.getReturnType().equals(PropsBuilder.class))
                        .map(Method::getName)
                        .toList());
    }
}
