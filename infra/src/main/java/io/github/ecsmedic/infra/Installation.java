package io.github.ecsmedic.infra;

import static io.github.ecsmedic.infra.Setting.flag;
import static io.github.ecsmedic.infra.Setting.number;
import static io.github.ecsmedic.infra.Setting.text;
import static io.github.ecsmedic.infra.Setting.words;

import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.config.Settings.Digest;
import io.github.ecsmedic.infra.EcsMedicProps.Hosting;
import io.github.ecsmedic.mend.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of every setting, and the reader of the CDK context that goes by it. */
public final class Installation {
    public static final String NAME = "ecs-medic:name";
    public static final String JAR = "ecs-medic:jar";
    public static final String SLACK_WEBHOOK_SECRET = "ecs-medic:slack-webhook-secret";
    public static final String SLACK_WEBHOOK_KEY = "ecs-medic:slack-webhook-key";
    public static final String SLACK_CHANNEL = "ecs-medic:slack-channel";
    public static final String SLACK_SIGNING_SECRET = "ecs-medic:slack-signing-secret";
    public static final String SLACK_SIGNING_KEY = "ecs-medic:slack-signing-key";
    public static final String SLACK_TEAM = "ecs-medic:slack-team";
    public static final String SLACK_USERS = "ecs-medic:slack-users";
    public static final String SLACK_CHANNELS = "ecs-medic:slack-channels";
    public static final String MAIL = "ecs-medic:mail";
    public static final String LOG_LINES = "ecs-medic:log-lines";
    public static final String CHATBOT = "ecs-medic:chatbot";
    public static final String DIGEST = "ecs-medic:digest";
    public static final String BUS = "ecs-medic:bus";
    public static final String OWNER = "ecs-medic:owner";
    public static final String RULES = "ecs-medic:rules";
    public static final String QUIET_HOURS = "ecs-medic:quiet-hours";
    public static final String FIXES = "ecs-medic:fixes";
    public static final String FIX_MODE = "ecs-medic:fix-mode";
    public static final String FIX_AUTO = "ecs-medic:fix-auto";
    public static final String FIX_APPROVERS = "ecs-medic:fix-approvers";
    public static final String FIX_TWO_PEOPLE = "ecs-medic:fix-two-people";
    public static final String FIX_DRY_RUN = "ecs-medic:fix-dry-run";
    public static final String FIX_CALENDARS = "ecs-medic:fix-calendars";
    public static final String ARCHITECTURE = "ecs-medic:architecture";
    public static final String MEMORY = "ecs-medic:memory";
    public static final String SNAP_START = "ecs-medic:snap-start";
    public static final String CONCURRENCY = "ecs-medic:concurrency";
    public static final String LOG_DAYS = "ecs-medic:log-days";
    public static final String ENCRYPTION_KEY = "ecs-medic:encryption-key";
    public static final String PERMISSIONS_BOUNDARY = "ecs-medic:permissions-boundary";
    public static final String TAGS = "ecs-medic:tags";
    public static final String KEEP_TABLE = "ecs-medic:keep-table";

    public static final String MEMBERS = "ecs-medic:members";
    public static final String ORGANIZATION = "ecs-medic:organization";
    public static final String EXTERNAL_ID = "ecs-medic:external-id";
    public static final String REGIONS = "ecs-medic:regions";

    /** In the order of docs/configuration.md; what else stands in the context is not ours. */
    static final List<Setting> SETTINGS = Stream.of(told(), pressed(), fixed(), run(), kept(), elsewhere())
            .flatMap(List::stream)
            .toList();

    private Installation() {}

    /**
     * Reads the settings; what is missing has its default.
     *
     * @throws IllegalArgumentException with one line for every fault
     */
    public static EcsMedicProps read(Map<String, String> context) {
        PropsBuilder builder = EcsMedicProps.builder(Path.of(""));
        SETTINGS.forEach(setting -> setting.read(context, builder));
        return builder.build();
    }

    private static List<Setting> told() {
        return List.of(
                text(
                        SLACK_WEBHOOK_SECRET,
                        "NAME-OR-ARN",
                        "",
                        "secret of Secrets Manager that holds the URL of Slack's incoming webhook, or `{\"token\": \"xoxb-…\"}`",
                        PropsBuilder::slackWebhookSecret),
                text(
                        SLACK_WEBHOOK_KEY,
                        "ARN",
                        "",
                        "the key that encrypts it, if it is not the default one",
                        PropsBuilder::slackWebhookKey),
                text(
                        SLACK_CHANNEL,
                        "CHANNEL",
                        "",
                        "where the bot posts what no tag or rule sends elsewhere: the id of a channel, or `#name`",
                        PropsBuilder::slackChannel),
                text(MAIL, "ADDRESS", "", "subscribes it to the topic; AWS asks it to confirm", PropsBuilder::mail),
                flag(
                        LOG_LINES,
                        true,
                        "whether decisive lines of your logs may stand in messages",
                        PropsBuilder::logLines),
                flag(
                        CHATBOT,
                        false,
                        "whether SNS also carries the form that AWS's chat bot understands",
                        PropsBuilder::chatbot),
                Setting.of(
                        DIGEST,
                        "weekly, daily or off",
                        Digest.WEEKLY.word(),
                        "how often a digest is sent",
                        word -> Stream.of(Digest.values())
                                .filter(digest -> digest.word().equals(word))
                                .findFirst(),
                        PropsBuilder::digest),
                flag(BUS, true, "whether incidents are told on the default event bus too", PropsBuilder::bus),
                text(
                        OWNER,
                        "NAMES",
                        "",
                        "who owns services that name no owner by a tag; up to five, with commas between",
                        PropsBuilder::owner),
                text(
                        RULES,
                        "FILE",
                        "",
                        "who is told what, where and how loudly",
                        (builder, path) -> builder.rules(Path.of(path))),
                text(
                        QUIET_HOURS,
                        "HH:MM-HH:MM ZONE",
                        "",
                        "when nobody is called for less than critical",
                        PropsBuilder::quietHours));
    }

    private static List<Setting> pressed() {
        return List.of(
                text(
                        SLACK_SIGNING_SECRET,
                        "NAME-OR-ARN",
                        "",
                        "secret that holds the Slack app's signing secret; with it buttons can be pressed",
                        PropsBuilder::slackSigningSecret),
                text(
                        SLACK_SIGNING_KEY,
                        "ARN",
                        "",
                        "the key that encrypts it, if it is not the default one",
                        PropsBuilder::slackSigningKey),
                text(SLACK_TEAM, "ID", "", "the workspace from which buttons are taken", PropsBuilder::slackTeam),
                words(SLACK_USERS, "ID ID …", "who may press them", PropsBuilder::slackUsers),
                words(SLACK_CHANNELS, "ID ID …", "in which channels", PropsBuilder::slackChannels));
    }

    private static List<Setting> fixed() {
        return List.of(
                flag(FIXES, false, "whether there is a function that applies fixes", PropsBuilder::fixes),
                Setting.of(
                        FIX_MODE,
                        "off, notify, approve or auto",
                        Mode.NOTIFY.word(),
                        "what may be done to objects that say nothing by a tag",
                        Mode::of,
                        PropsBuilder::fixMode),
                words(FIX_AUTO, "FIX FIX …", "fixes that may start by themselves in mode auto", PropsBuilder::fixAuto),
                words(FIX_APPROVERS, "ID ID …", "people in Slack who may allow a fix", PropsBuilder::fixApprovers),
                words(FIX_TWO_PEOPLE, "FIX FIX …", "fixes that two people have to allow", PropsBuilder::fixTwoPeople),
                flag(FIX_DRY_RUN, true, "whether all is done but the request itself", PropsBuilder::fixDryRun),
                words(
                        FIX_CALENDARS,
                        "NAME-OR-ARN …",
                        "change calendars of Systems Manager: nothing is fixed while one is closed",
                        PropsBuilder::fixCalendars));
    }

    private static List<Setting> elsewhere() {
        return List.of(
                Setting.of(
                        MEMBERS,
                        "ids of accounts, each with =NAME or without, with a space between",
                        "",
                        "other accounts whose events come here, e.g. `222233334444=payments 333344445555`; see docs/accounts.md",
                        Members::parse,
                        PropsBuilder::members),
                text(
                        ORGANIZATION,
                        "ID",
                        "",
                        "the organisation (`o-…`) of which every account is a member",
                        PropsBuilder::organization),
                text(
                        EXTERNAL_ID,
                        "TEXT",
                        "",
                        "what the role of a member wants to hear; needed with members",
                        PropsBuilder::externalId),
                words(
                        REGIONS,
                        "REGION REGION …",
                        "regions beside this one in which tasks run; each needs the member stack too",
                        PropsBuilder::regions));
    }

    private static List<Setting> run() {
        return List.of(
                Setting.chip(ARCHITECTURE, "the processor of the functions", PropsBuilder::architecture),
                number(
                        MEMORY,
                        "megabytes from 512 to 10240",
                        Hosting.DEFAULT.memory(),
                        "memory of each function; Lambda gives processor in proportion",
                        PropsBuilder::memory),
                flag(
                        SNAP_START,
                        Hosting.DEFAULT.snapStart(),
                        "whether Lambda starts the functions from a snapshot",
                        PropsBuilder::snapStart),
                number(
                        CONCURRENCY,
                        "a whole number",
                        Hosting.DEFAULT.concurrency(),
                        "instances reserved for the diagnosing function, so that others cannot take them; 0 for none",
                        PropsBuilder::concurrency),
                number(
                        LOG_DAYS,
                        "a number of days that CloudWatch Logs takes: 1, 3, 5, 7, 14, 30, 60, 90, …",
                        Hosting.DEFAULT.logDays(),
                        "how long logs are kept; that of the function that applies fixes at least a year",
                        PropsBuilder::logDays));
    }

    private static List<Setting> kept() {
        return List.of(
                text(
                        NAME,
                        "ecs-medic-NAME",
                        "ecs-medic",
                        "first part of every name, for a second installation in one account",
                        PropsBuilder::name),
                text(
                        ENCRYPTION_KEY,
                        "ARN",
                        "",
                        "your key for table, topic, queues and log groups, instead of our own for table and topic",
                        PropsBuilder::encryptionKey),
                text(
                        PERMISSIONS_BOUNDARY,
                        "NAME-OR-ARN",
                        "",
                        "managed policy that bounds every role",
                        PropsBuilder::permissionsBoundary),
                Setting.pairs(
                        TAGS,
                        "KEY=VALUE,KEY=VALUE,…",
                        "tags on everything, beside `app=ecs-medic`",
                        PropsBuilder::tags),
                flag(
                        KEEP_TABLE,
                        false,
                        "whether the table can be deleted neither by hand nor with the stack",
                        PropsBuilder::keepTable),
                text(
                        JAR,
                        "PATH",
                        "",
                        "the functions' jar; the app takes the one that was built beside it",
                        (builder, path) -> builder.jar(Path.of(path))));
    }
}
