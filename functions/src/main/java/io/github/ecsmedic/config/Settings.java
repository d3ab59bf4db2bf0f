package io.github.ecsmedic.config;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the function, read once from its environment.
 *
 * @param topicArn the SNS topic that every message goes to
 * @param table the name of the table in which incidents and what has to be told of them are kept
 * @param slackWebhookSecret ARN or name of the secret that holds the URL of Slack's incoming webhook, or a bot token;
 *     {@code ""} for no Slack
 * @param logLines whether decisive log lines may stand in messages
 * @param chatbot whether SNS also carries the form that AWS's chat bot understands
 * @param digest how often a digest is sent
 * @param routing who else is told, and how loudly
 * @param slack how Slack is told
 * @param members the accounts beside our own
 */
public record Settings(
        String topicArn,
        String table,
        String slackWebhookSecret,
        boolean logLines,
        boolean chatbot,
        Digest digest,
        Routing routing,
        Slack slack,
        Members members) {
    /** Of our own account alone. */
    public Settings(
            String topicArn,
            String table,
            String slackWebhookSecret,
            boolean logLines,
            boolean chatbot,
            Digest digest,
            Routing routing,
            Slack slack) {
        this(
                topicArn,
                table,
                slackWebhookSecret,
                logLines,
                chatbot,
                digest,
                routing,
                slack,
                Members.none(home(topicArn)));
    }

    /** With a web hook of Slack, or without Slack. */
    public Settings(
            String topicArn,
            String table,
            String slackWebhookSecret,
            boolean logLines,
            boolean chatbot,
            Digest digest,
            Routing routing) {
        this(topicArn, table, slackWebhookSecret, logLines, chatbot, digest, routing, Slack.HOOK);
    }

    /** With events on the bus, without rules. */
    public Settings(
            String topicArn,
            String table,
            String slackWebhookSecret,
            boolean logLines,
            boolean chatbot,
            Digest digest) {
        this(topicArn, table, slackWebhookSecret, logLines, chatbot, digest, new Routing(true, "", ""));
    }

    /**
     * Who else is told, and how loudly.
     *
     * @param bus whether incidents are told on the default event bus too
     * @param owners of services that name none, with blanks or commas between; {@code ""} for none
     * @param rules in the compact form that the template has made of the rules' file; {@code ""} for none
     */
    public record Routing(boolean bus, String owners, String rules) {}

    /**
     * How Slack is told.
     *
     * @param channel in which a bot posts what no tag or rule sends elsewhere; {@code ""} with a web hook
     * @param buttons whether messages have buttons, which needs the function that reads Slack's requests
     * @param quiet hours in which only what is critical calls somebody
     */
    public record Slack(String channel, boolean buttons, QuietHours quiet) {
        static final Slack HOOK = new Slack("", false, QuietHours.NONE);
    }

    /** The topic's ARN; must be there. */
    public static final String TOPIC_ARN = "ECS_MEDIC_TOPIC_ARN";

    /** The table's name; must be there. */
    public static final String TABLE = "ECS_MEDIC_TABLE";

    /** ARN or name of the secret with the webhook's URL; no Slack when it is missing. */
    public static final String SLACK_WEBHOOK_SECRET = "ECS_MEDIC_SLACK_WEBHOOK_SECRET";

    /** The id of a channel, or {@code #name}; with it, the secret holds a bot token. */
    public static final String SLACK_CHANNEL = "ECS_MEDIC_SLACK_CHANNEL";

    /** {@code on} or {@code off} (default). */
    public static final String SLACK_BUTTONS = "ECS_MEDIC_SLACK_BUTTONS";

    /** {@code 22:00-07:00 Europe/Berlin}; none when it is missing. */
    public static final String QUIET_HOURS = "ECS_MEDIC_QUIET_HOURS";

    /** {@code on} (default) or {@code off}. */
    public static final String LOG_LINES = "ECS_MEDIC_LOG_LINES";

    /** {@code on} or {@code off} (default). */
    public static final String CHATBOT = "ECS_MEDIC_CHATBOT";

    /** {@code weekly} (default), {@code daily} or {@code off}. */
    public static final String DIGEST = "ECS_MEDIC_DIGEST";

    /** How often a digest is sent. */
    public enum Digest {
        OFF,
        DAILY,
        WEEKLY;

        /** The word in the environment. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code on} (default) or {@code off}. */
    public static final String BUS = "ECS_MEDIC_BUS";

    /** Who owns what names no owner; nobody when it is missing. */
    public static final String OWNER = "ECS_MEDIC_OWNER";

    /** The rules, compact; none when it is missing. A rule that cannot be read is left out, and said in the log. */
    public static final String RULES = "ECS_MEDIC_RULES";

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException with every fault in one message, which never repeats a value
     */
    public static Settings read(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Settings settings = new Settings(
                topic(text(environment, TOPIC_ARN), faults),
                table(text(environment, TABLE), faults),
                secret(text(environment, SLACK_WEBHOOK_SECRET), faults),
                flag(text(environment, LOG_LINES), LOG_LINES, true, faults),
                flag(text(environment, CHATBOT), CHATBOT, false, faults),
                digest(text(environment, DIGEST), faults),
                new Routing(
                        flag(text(environment, BUS), BUS, true, faults),
                        text(environment, OWNER),
                        text(environment, RULES)),
                new Slack(
                        channel(text(environment, SLACK_CHANNEL), faults),
                        flag(text(environment, SLACK_BUTTONS), SLACK_BUTTONS, false, faults),
                        quiet(text(environment, QUIET_HOURS), faults)),
                Members.read(environment, faults));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Settings: " + String.join("; ", faults) + ".");
        }
        return settings;
    }

    /** Our own account and region are those of the topic. */
    static Place home(String topicArn) {
        return Arn.parse(topicArn)
                .map(arn -> new Place(arn.account(), arn.region()))
                .orElse(new Place("", ""));
    }

    static String text(Map<String, String> environment, String key) {
        return environment.getOrDefault(key, "").strip();
    }

    private static String topic(String value, List<String> faults) {
        if (value.isEmpty()) {
            faults.add(TOPIC_ARN + " is missing: set it to the ARN of an SNS topic");
        } else if (!arnOf("sns", value)) {
            faults.add(TOPIC_ARN + " is not the ARN of an SNS topic (arn:aws:sns:REGION:ACCOUNT:NAME)");
        }
        return value;
    }

    private static String table(String value, List<String> faults) {
        if (value.isEmpty()) {
            faults.add(TABLE + " is missing: set it to the name of the incident table");
        } else if (value.length() < 3 || value.length() > 255 || !value.chars().allMatch(Settings::ofATable)) {
            faults.add(TABLE + " is not the name of a table of DynamoDB");
        }
        return value;
    }

    private static boolean ofATable(int c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || "_.-".indexOf(c) >= 0;
    }

    private static String secret(String value, List<String> faults) {
        if (!value.isEmpty() && !secretName(value) && !arnOf("secretsmanager", value)) {
            faults.add(SLACK_WEBHOOK_SECRET + " is neither the ARN nor the name of a secret;"
                    + " put the webhook's URL into a secret of Secrets Manager and name that");
        }
        return value;
    }

    private static String channel(String value, List<String> faults) {
        String name = value.startsWith("#") ? value.substring(1) : value;
        boolean reads = name.length() <= 80
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '#');
        if (!reads || (name.isEmpty() && !value.isEmpty())) {
            faults.add(SLACK_CHANNEL + " is neither the id of a channel nor #name");
        }
        return value;
    }

    private static QuietHours quiet(String value, List<String> faults) {
        Optional<QuietHours> hours = value.isEmpty() ? Optional.of(QuietHours.NONE) : QuietHours.parse(value);
        if (hours.isEmpty()) {
            faults.add(QUIET_HOURS + " is not of the form 22:00-07:00 Europe/Berlin");
        }
        return hours.orElse(QuietHours.NONE);
    }

    static boolean flag(String value, String key, boolean otherwise, List<String> faults) {
        if (!value.isEmpty() && !value.equals("on") && !value.equals("off")) {
            faults.add(key + " must be on or off");
        }
        return value.isEmpty() ? otherwise : value.equals("on");
    }

    private static Digest digest(String value, List<String> faults) {
        Optional<Digest> named = Arrays.stream(Digest.values())
                .filter(digest -> digest.word().equals(value))
                .findFirst();
        if (!value.isEmpty() && named.isEmpty()) {
            faults.add(DIGEST + " must be weekly, daily or off");
        }
        return named.orElse(Digest.WEEKLY);
    }

    static boolean secretName(String value) {
        return !value.isEmpty()
                && value.length() <= 512
                && value.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "/_+=.@-".indexOf(c) >= 0);
    }

    static boolean arnOf(String service, String value) {
        Optional<Arn> arn = Arn.parse(value);
        return arn.filter(a -> a.service().equals(service)
                        && !a.region().isEmpty()
                        && !a.account().isEmpty()
                        && !a.resource().isEmpty())
                .isPresent();
    }
}
