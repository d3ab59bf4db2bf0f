package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one installation may choose; the keys are those of the CDK context.
 *
 * @param name first part of every resource's name, so that two installations can live in one account
 * @param jar the functions' jar, with all that it needs
 * @param slack where the webhook's URL lies
 * @param buttons who may press which buttons in Slack
 * @param mail address that subscribes to the topic; {@code ""} for none
 * @param logLines whether decisive log lines may stand in messages
 * @param chatbot whether SNS also carries the form that AWS's chat bot understands
 * @param digest {@code weekly} (default), {@code daily} or {@code off}
 * @param arm64 Graviton (default), or x86_64
 * @param audience who else is told, and how loudly
 * @param fixes what may be changed, and who says so
 */
public record Installation(
        String name,
        Path jar,
        Slack slack,
        Buttons buttons,
        String mail,
        boolean logLines,
        boolean chatbot,
        String digest,
        boolean arm64,
        Audience audience,
        Fixes fixes) {
    public static final String NAME = "ecs-medic:name";
    public static final String JAR = "ecs-medic:jar";
    public static final String SLACK_WEBHOOK_SECRET = "ecs-medic:slack-webhook-secret";
    public static final String SLACK_WEBHOOK_KEY = "ecs-medic:slack-webhook-key";
    public static final String SLACK_SIGNING_SECRET = "ecs-medic:slack-signing-secret";
    public static final String SLACK_SIGNING_KEY = "ecs-medic:slack-signing-key";
    public static final String SLACK_TEAM = "ecs-medic:slack-team";
    public static final String SLACK_USERS = "ecs-medic:slack-users";
    public static final String SLACK_CHANNELS = "ecs-medic:slack-channels";
    public static final String MAIL = "ecs-medic:mail";
    public static final String LOG_LINES = "ecs-medic:log-lines";
    public static final String CHATBOT = "ecs-medic:chatbot";
    public static final String DIGEST = "ecs-medic:digest";
    public static final String ARCHITECTURE = "ecs-medic:architecture";
    public static final String BUS = "ecs-medic:bus";
    public static final String OWNER = "ecs-medic:owner";
    public static final String RULES = "ecs-medic:rules";
    public static final String SLACK_CHANNEL = "ecs-medic:slack-channel";
    public static final String QUIET_HOURS = "ecs-medic:quiet-hours";
    public static final String FIXES = "ecs-medic:fixes";
    public static final String FIX_MODE = "ecs-medic:fix-mode";
    public static final String FIX_AUTO = "ecs-medic:fix-auto";
    public static final String FIX_APPROVERS = "ecs-medic:fix-approvers";
    public static final String FIX_TWO_PEOPLE = "ecs-medic:fix-two-people";
    public static final String FIX_DRY_RUN = "ecs-medic:fix-dry-run";
    public static final String FIX_CALENDARS = "ecs-medic:fix-calendars";

    /** Every key; what else stands in the context is not ours. */
    public static final List<String> KEYS = List.of(
            NAME,
            JAR,
            SLACK_WEBHOOK_SECRET,
            SLACK_WEBHOOK_KEY,
            SLACK_SIGNING_SECRET,
            SLACK_SIGNING_KEY,
            SLACK_TEAM,
            SLACK_USERS,
            SLACK_CHANNELS,
            MAIL,
            LOG_LINES,
            CHATBOT,
            DIGEST,
            ARCHITECTURE,
            BUS,
            OWNER,
            RULES,
            SLACK_CHANNEL,
            QUIET_HOURS,
            FIXES,
            FIX_MODE,
            FIX_AUTO,
            FIX_APPROVERS,
            FIX_TWO_PEOPLE,
            FIX_DRY_RUN,
            FIX_CALENDARS);

    /**
     * Where the webhook's URL lies.
     *
     * @param secret ARN or name of a secret of Secrets Manager; {@code ""} for no Slack
     * @param key ARN of the customer-managed key that encrypts it; {@code ""} for the default key
     */
    public record Slack(String secret, String key) {
        public boolean on() {
            return !secret.isEmpty();
        }
    }

    /**
     * Who else is told, and how loudly.
     *
     * @param bus whether incidents are told on the default event bus too
     * @param owners of services that name none; {@code ""} for none
     * @param rules those of the rules' file
     * @param channel of Slack in which a bot posts what nothing sends elsewhere; {@code ""} with a webhook
     * @param quiet hours without calls for what is not critical; {@code ""} for none
     */
    public record Audience(boolean bus, String owners, Rules rules, String channel, String quiet) {
        public Audience(boolean bus, String owners, Rules rules) {
            this(bus, owners, rules, "", "");
        }

        public static final Audience DEFAULT = new Audience(true, "", Rules.NONE);
    }

    /**
     * What is taken from buttons in Slack.
     *
     * @param signing where the app's signing secret lies; without it there is no function for buttons
     * @param team id of the workspace
     * @param users ids, space between
     * @param channels ids, space between
     */
    public record Buttons(Slack signing, String team, String users, String channels) {
        /** No buttons. */
        public static final Buttons NONE = new Buttons(new Slack("", ""), "", "", "");

        public boolean on() {
            return signing.on();
        }
    }

    /**
     * Reads the settings; what is missing has its default.
     *
     * @throws IllegalArgumentException with one line for every fault
     */
    public static Installation read(Map<String, String> context) {
        Reader reader = new Reader(context, new ArrayList<>());
        Installation installation = new Installation(
                reader.name(),
                reader.jar(),
                new Slack(
                        reader.secret(SLACK_WEBHOOK_SECRET, "the webhook's URL"),
                        reader.key(SLACK_WEBHOOK_KEY, SLACK_WEBHOOK_SECRET)),
                reader.buttons(),
                reader.mail(),
                reader.oneOf(LOG_LINES, "on", "off"),
                !reader.oneOf(CHATBOT, "off", "on"),
                reader.digest(),
                reader.oneOf(ARCHITECTURE, "arm64", "x86_64"),
                new Audience(
                        reader.oneOf(BUS, "on", "off"),
                        reader.owner(),
                        reader.rules(),
                        reader.channel(),
                        reader.quiet()),
                reader.fixes());
        if (!reader.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), reader.faults));
        }
        return installation;
    }

    private record Reader(Map<String, String> context, List<String> faults) {
        String text(String key, String otherwise) {
            String value = context.getOrDefault(key, "").strip();
            return value.isEmpty() ? otherwise : value;
        }

        String name() {
            String name = text(NAME, "ecs-medic");
            demand(
                    name.equals("ecs-medic") || name.startsWith("ecs-medic-"),
                    NAME + " must be ecs-medic or begin with ecs-medic-");
            demand(
                    name.length() <= 35 && !name.endsWith("-") && name.chars().allMatch(Reader::plain),
                    NAME + " may hold small letters, digits and hyphens, at most 35");
            return name;
        }

        Path jar() {
            String path = text(JAR, "");
            demand(
                    !path.isEmpty() && Files.exists(Path.of(path)),
                    "The functions' jar is not there" + (path.isEmpty() ? "" : " (" + path + ")")
                            + ": build it with mvn -pl functions package, or say where it is with -c " + JAR + "=PATH");
            return Path.of(path);
        }

        String secret(String name, String holds) {
            String secret = text(name, "");
            demand(
                    secret.isEmpty() || secretName(secret) || arnOf("secretsmanager", secret),
                    name + " is neither the name nor the ARN of a secret: put " + holds
                            + " into a secret of Secrets Manager and name that");
            return secret;
        }

        String key(String name, String ofSecret) {
            String key = text(name, "");
            demand(
                    key.isEmpty() || arnOf("kms", key),
                    name + " is not the ARN of a key (arn:aws:kms:REGION:ACCOUNT:key/ID)");
            demand(key.isEmpty() || !text(ofSecret, "").isEmpty(), name + " needs " + ofSecret);
            return key;
        }

        Buttons buttons() {
            Slack signing = new Slack(
                    secret(SLACK_SIGNING_SECRET, "the Slack app's signing secret"),
                    key(SLACK_SIGNING_KEY, SLACK_SIGNING_SECRET));
            return new Buttons(
                    signing,
                    ids(SLACK_TEAM, "the id of one workspace (T…)", signing, SlackSettings::isTeam),
                    ids(SLACK_USERS, "ids of users (U… or W…), with a space between", signing, SlackSettings::areUsers),
                    ids(
                            SLACK_CHANNELS,
                            "ids of channels (C… or G…), with a space between",
                            signing,
                            SlackSettings::areChannels));
        }

        /** Without buttons nobody needs to be named. */
        private String ids(String name, String what, Slack signing, Predicate<String> holds) {
            String ids = text(name, "");
            demand(
                    signing.on() ? holds.test(ids) : ids.isEmpty(),
                    signing.on() ? name + " must hold " + what : name + " needs " + SLACK_SIGNING_SECRET);
            return ids;
        }

        String mail() {
            String mail = text(MAIL, "");
            int at = mail.indexOf('@');
            demand(
                    mail.isEmpty() || (at > 0 && at == mail.lastIndexOf('@') && at < mail.length() - 1 && !blank(mail)),
                    MAIL + " is not a mail address");
            return mail;
        }

        String digest() {
            String every = text(DIGEST, Settings.Digest.WEEKLY.word());
            demand(
                    Arrays.stream(Settings.Digest.values())
                            .anyMatch(d -> d.word().equals(every)),
                    DIGEST + " must be weekly, daily or off");
            return every;
        }

        String channel() {
            String channel = text(SLACK_CHANNEL, "");
            demand(
                    channel.isEmpty() || !text(SLACK_WEBHOOK_SECRET, "").isEmpty(),
                    SLACK_CHANNEL + " needs " + SLACK_WEBHOOK_SECRET + ": the secret that holds the bot's token");
            demand(
                    channel.length() <= 80 && !blank(channel),
                    SLACK_CHANNEL + " is neither the id of a channel nor #name");
            return channel;
        }

        Fixes fixes() {
            boolean on = !oneOf(FIXES, "off", "on");
            Mode mode = Mode.of(text(FIX_MODE, "notify")).orElse(Mode.NOTIFY);
            demand(Mode.of(text(FIX_MODE, "notify")).isPresent(), FIX_MODE + " must be off, notify, approve or auto");
            Fixes fixes = new Fixes(
                    on,
                    mode,
                    fixIds(FIX_AUTO),
                    text(FIX_APPROVERS, ""),
                    fixIds(FIX_TWO_PEOPLE),
                    oneOf(FIX_DRY_RUN, "on", "off"),
                    text(FIX_CALENDARS, ""));
            demand(
                    fixes.approvers().isEmpty() || SlackSettings.areUsers(fixes.approvers()),
                    FIX_APPROVERS + " must hold ids of users (U… or W…), with a space between");
            demand(on || fixes.equals(Fixes.NONE), "settings of fixes need " + FIXES + "=on");
            return fixes;
        }

        private String fixIds(String key) {
            String ids = text(key, "");
            Set<String> known = Catalogue.full().fixes().stream().map(Fix::id).collect(Collectors.toSet());
            Stream.of(ids.split(" +", -1))
                    .filter(id -> !id.isEmpty() && !known.contains(id))
                    .forEach(id -> demand(false, key + " names a fix that does not exist: " + id));
            return ids;
        }

        String quiet() {
            String quiet = text(QUIET_HOURS, "");
            demand(
                    quiet.isEmpty() || QuietHours.parse(quiet).isPresent(),
                    QUIET_HOURS + " is not of the form 22:00-07:00 Europe/Berlin");
            return quiet;
        }

        String owner() {
            String owner = text(OWNER, "");
            demand(
                    owner.isEmpty()
                            || !Routing.owned(owner, Rules.NONE).owners().isEmpty(),
                    OWNER + " is a name, a handle, a mail address or an id of Slack; up to five, with commas between");
            return owner;
        }

        Rules rules() {
            String path = text(RULES, "");
            if (path.isEmpty()) {
                return Rules.NONE;
            }
            Rules.Read read = RulesFile.read(Path.of(path));
            read.faults().forEach(fault -> faults.add(path + (fault.line() == 0 ? ": " + fault.says() : ", " + fault)));
            return read.rules();
        }

        /** True for the first, which is the default. */
        boolean oneOf(String key, String first, String second) {
            String value = text(key, first);
            demand(value.equals(first) || value.equals(second), key + " must be " + first + " or " + second);
            return value.equals(first);
        }

        private void demand(boolean holds, String fault) {
            if (!holds) {
                faults.add(fault);
            }
        }

        private static boolean plain(int c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }

        private static boolean blank(String text) {
            return text.chars().anyMatch(Character::isWhitespace);
        }

        private static boolean secretName(String text) {
            return text.length() <= 512
                    && text.chars()
                            .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "/_+=.@-".indexOf(c) >= 0);
        }

        private static boolean arnOf(String service, String text) {
            return Arn.parse(text)
                    .filter(arn -> arn.service().equals(service)
                            && !arn.region().isEmpty()
                            && !arn.account().isEmpty()
                            && !arn.resource().isEmpty())
                    .isPresent();
        }
    }
}
