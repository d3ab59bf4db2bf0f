package io.github.ecsmedic.infra;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.infra.EcsMedicProps.Accounts;
import io.github.ecsmedic.infra.EcsMedicProps.Buttons;
import io.github.ecsmedic.infra.EcsMedicProps.Custody;
import io.github.ecsmedic.infra.EcsMedicProps.Hosting;
import io.github.ecsmedic.infra.EcsMedicProps.Slack;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What settings have to be, a line for each that is not. */
final class Demands {
    /** Names that would make one installation's resources be called like another one's: ecs-medic-sweep-dead-letters. */
    static final List<String> TAKEN = List.of("-requests", "-sweep");

    /** The only numbers of days that CloudWatch Logs takes. */
    static final List<Integer> LOG_DAYS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private static final int LEAST_MEMORY = 512;
    private static final int MOST_MEMORY = 10_240;

    private final List<String> faults = new ArrayList<>();

    void fault(String line) {
        faults.add(line);
    }

    void hold() {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), faults));
        }
    }

    void name(String name) {
        demand(
                name.equals("ecs-medic") || name.startsWith("ecs-medic-"),
                Installation.NAME + " must be ecs-medic or begin with ecs-medic-");
        demand(
                name.length() <= 35 && !name.endsWith("-") && name.chars().allMatch(Demands::plain),
                Installation.NAME + " may hold small letters, digits and hyphens, at most 35");
        demand(
                TAKEN.stream().noneMatch(name::endsWith),
                Installation.NAME + " may not end with " + String.join(" or ", TAKEN)
                        + ": another installation has resources of such names");
    }

    void jar(Path jar) {
        String path = jar.toString();
        demand(
                !path.isEmpty() && Files.exists(jar),
                "The functions' jar is not there" + (path.isEmpty() ? "" : " (" + path + ")")
                        + ": build it with mvn -pl functions package, or say where it is with -c " + Installation.JAR
                        + "=PATH");
        demand(
                !Files.isRegularFile(jar) || path.endsWith(".jar") || path.endsWith(".zip"),
                Installation.JAR + " is neither a jar, a zip nor a folder: " + path);
    }

    void slack(Slack slack, String channel) {
        secret(slack, Installation.SLACK_WEBHOOK_SECRET, "the webhook's URL");
        key(slack, Installation.SLACK_WEBHOOK_KEY, Installation.SLACK_WEBHOOK_SECRET);
        demand(
                channel.isEmpty() || slack.on(),
                Installation.SLACK_CHANNEL + " needs " + Installation.SLACK_WEBHOOK_SECRET
                        + ": the secret that holds the bot's token");
        demand(
                channel.length() <= 80 && !blank(channel),
                Installation.SLACK_CHANNEL + " is neither the id of a channel nor #name");
    }

    /** Without buttons nobody needs to be named. */
    void buttons(Buttons buttons) {
        Slack signing = buttons.signing();
        secret(signing, Installation.SLACK_SIGNING_SECRET, "the Slack app's signing secret");
        key(signing, Installation.SLACK_SIGNING_KEY, Installation.SLACK_SIGNING_SECRET);
        ids(
                signing,
                Installation.SLACK_TEAM + " must hold the id of one workspace (T…)",
                buttons.team(),
                SlackSettings::isTeam);
        ids(
                signing,
                Installation.SLACK_USERS + " must hold ids of users (U… or W…), with a space between",
                buttons.users(),
                SlackSettings::areUsers);
        ids(
                signing,
                Installation.SLACK_CHANNELS + " must hold ids of channels (C… or G…), with a space between",
                buttons.channels(),
                SlackSettings::areChannels);
    }

    private void ids(Slack signing, String says, String ids, Predicate<String> holds) {
        demand(
                signing.on() ? holds.test(ids) : ids.isEmpty(),
                signing.on()
                        ? says
                        : says.substring(0, says.indexOf(' ')) + " needs " + Installation.SLACK_SIGNING_SECRET);
    }

    void mail(String mail) {
        int at = mail.indexOf('@');
        demand(
                mail.isEmpty()
                        || token(mail)
                        || (at > 0 && at == mail.lastIndexOf('@') && at < mail.length() - 1 && !blank(mail)),
                Installation.MAIL + " is not a mail address");
    }

    void owner(String owner) {
        demand(
                owner.isEmpty() || !Routing.owned(owner, Rules.NONE).owners().isEmpty(),
                Installation.OWNER
                        + " is a name, a handle, a mail address or an id of Slack; up to five, with commas between");
    }

    void quiet(String quiet) {
        demand(
                quiet.isEmpty() || QuietHours.parse(quiet).isPresent(),
                Installation.QUIET_HOURS + " is not of the form 22:00-07:00 Europe/Berlin");
    }

    Rules rules(Path path) {
        Rules.Read read = RulesFile.read(path);
        read.faults().forEach(fault -> fault(path + (fault.line() == 0 ? ": " + fault.says() : ", " + fault)));
        return read.rules();
    }

    void fixes(Fixes fixes) {
        fixIds(Installation.FIX_AUTO, fixes.auto());
        fixIds(Installation.FIX_TWO_PEOPLE, fixes.two());
        demand(
                fixes.approvers().isEmpty() || FixSettings.arePeople(fixes.approvers()),
                Installation.FIX_APPROVERS
                        + " must hold ids of users of Slack (U… or W…) or ARNs of users or of sessions of roles, with a"
                        + " space between");
        demand(fixes.on() || fixes.equals(Fixes.NONE), "settings of fixes need " + Installation.FIXES + "=on");
    }

    private void fixIds(String key, String ids) {
        Set<String> known = Catalogue.full().fixes().stream().map(Fix::id).collect(Collectors.toSet());
        Stream.of(ids.split(" +", -1))
                .filter(id -> !id.isEmpty() && !known.contains(id))
                .forEach(id -> fault(key + " names a fix that does not exist: " + id));
    }

    /** Reserved instances are also the most that can run: fewer than the queues ask for would throttle them. */
    void hosting(Hosting hosting, boolean buttons) {
        int most = EcsMedic.CONCURRENCY + (buttons ? io.github.ecsmedic.infra.Buttons.AT_ONCE : 0);
        demand(
                hosting.memory() >= LEAST_MEMORY && hosting.memory() <= MOST_MEMORY,
                Installation.MEMORY + " must be megabytes from " + LEAST_MEMORY + " to " + MOST_MEMORY);
        demand(
                hosting.concurrency() == 0 || hosting.concurrency() >= most,
                Installation.CONCURRENCY + " must be 0 (none reserved) or at least " + most
                        + ", as many as the queues run at once");
        demand(
                LOG_DAYS.contains(hosting.logDays()),
                Installation.LOG_DAYS + " must be one of "
                        + LOG_DAYS.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    void accounts(Accounts accounts) {
        demand(
                Members.parse(accounts.listed()).isPresent(),
                Installation.MEMBERS + " must hold ids of accounts, each with =NAME or without, with a space between");
        demand(
                accounts.listed().length() <= Members.LONGEST,
                Installation.MEMBERS + " may take " + Members.LONGEST
                        + " characters: name fewer, and admit the others by " + Installation.ORGANIZATION);
        demand(
                accounts.organization().isEmpty() || Members.isOrganization(accounts.organization()),
                Installation.ORGANIZATION + " is not the id of an organisation (o-…)");
        demand(
                accounts.externalId().isEmpty()
                        || token(accounts.externalId())
                        || Members.isExternalId(accounts.externalId()),
                Installation.EXTERNAL_ID + " must be 8 to 200 letters, digits or any of +=,.@:/_-");
        demand(
                accounts.foreign() != accounts.externalId().isEmpty(),
                accounts.foreign()
                        ? Installation.EXTERNAL_ID + " is missing: choose one, and give it to every member's stack"
                        : Installation.EXTERNAL_ID + " needs " + Installation.MEMBERS + " or "
                                + Installation.ORGANIZATION);
        demand(
                Members.areRegions(String.join(" ", accounts.regions())),
                Installation.REGIONS + " must hold names of regions, with a space between");
    }

    void custody(Custody custody) {
        demand(
                custody.key().isEmpty() || token(custody.key()) || arnOf("kms", custody.key()),
                Installation.ENCRYPTION_KEY + " is not the ARN of a key (arn:aws:kms:REGION:ACCOUNT:key/ID)");
        demand(
                custody.boundary().isEmpty() || token(custody.boundary()) || policy(custody.boundary()),
                Installation.PERMISSIONS_BOUNDARY + " is neither the name nor the ARN of a managed policy");
        custody.tags()
                .forEach((key, value) -> demand(
                        !key.isEmpty() && key.length() <= 128 && !key.startsWith("aws:") && value.length() <= 256,
                        Installation.TAGS + " holds a tag that AWS refuses: " + key));
        demand(
                !custody.tags().containsKey(EcsMedic.TAG),
                Installation.TAGS + " may not hold " + EcsMedic.TAG + ": it says whose the resources are");
    }

    private void secret(Slack slack, String key, String holds) {
        String secret = slack.secret();
        demand(
                secret.isEmpty() || token(secret) || secretName(secret) || arnOf("secretsmanager", secret),
                key + " is neither the name nor the ARN of a secret: put " + holds
                        + " into a secret of Secrets Manager and name that");
    }

    private void key(Slack slack, String name, String ofSecret) {
        String key = slack.key();
        demand(
                key.isEmpty() || token(key) || arnOf("kms", key),
                name + " is not the ARN of a key (arn:aws:kms:REGION:ACCOUNT:key/ID)");
        demand(key.isEmpty() || slack.on(), name + " needs " + ofSecret);
    }

    private void demand(boolean holds, String fault) {
        if (!holds) {
            fault(fault);
        }
    }

    /** What the CDK fills in when it deploys cannot be looked at. */
    private static boolean token(String text) {
        return text.contains("${Token[");
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean blank(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    private static boolean secretName(String text) {
        return named(text, 512, "/_+=.@-");
    }

    private static boolean policy(String text) {
        return named(text, 128, "_+=,.@-")
                || Arn.parse(text)
                        .filter(arn -> arn.service().equals("iam")
                                && arn.resource().startsWith("policy/")
                                && !arn.account().isEmpty())
                        .isPresent();
    }

    private static boolean named(String text, int most, String also) {
        return text.length() <= most
                && text.chars().allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || also.indexOf(c) >= 0);
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
