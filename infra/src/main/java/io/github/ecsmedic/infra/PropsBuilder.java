package io.github.ecsmedic.infra;

import io.github.ecsmedic.config.Settings.Digest;
import io.github.ecsmedic.infra.EcsMedicProps.Accounts;
import io.github.ecsmedic.infra.EcsMedicProps.Audience;
import io.github.ecsmedic.infra.EcsMedicProps.Buttons;
import io.github.ecsmedic.infra.EcsMedicProps.Chip;
import io.github.ecsmedic.infra.EcsMedicProps.Custody;
import io.github.ecsmedic.infra.EcsMedicProps.Hosting;
import io.github.ecsmedic.infra.EcsMedicProps.Slack;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.notify.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes {@link EcsMedicProps}. Each method sets one property; docs/configuration.md says what it means and what holds
 * without it. Texts may be tokens of the CDK.
 */
public final class PropsBuilder {
    private final Demands demands = new Demands();

    private String name = "ecs-medic";
    private Path jar;
    private Slack slack = new Slack("", "");
    private Slack signing = new Slack("", "");
    private String team = "";
    private List<String> users = List.of();
    private List<String> channels = List.of();
    private String mail = "";
    private boolean logLines = true;
    private boolean chatbot;
    private Digest digest = Digest.WEEKLY;
    private boolean bus = true;
    private String owner = "";
    private Optional<Path> rules = Optional.empty();
    private String channel = "";
    private String quiet = "";
    private boolean fixes;
    private Mode fixMode = Mode.NOTIFY;
    private List<String> fixAuto = List.of();
    private List<String> fixApprovers = List.of();
    private List<String> fixTwoPeople = List.of();
    private boolean fixDryRun = true;
    private List<String> fixCalendars = List.of();
    private Chip chip = Hosting.DEFAULT.chip();
    private int memory = Hosting.DEFAULT.memory();
    private boolean snapStart = Hosting.DEFAULT.snapStart();
    private int concurrency = Hosting.DEFAULT.concurrency();
    private int logDays = Hosting.DEFAULT.logDays();
    private String encryptionKey = "";
    private String permissionsBoundary = "";
    private Map<String, String> tags = Map.of();
    private boolean keepTable;
    private Map<String, String> members = Map.of();
    private String organization = "";
    private String externalId = "";
    private List<String> regions = List.of();

    PropsBuilder(Path jar) {
        this.jar = jar;
    }

    /**
     * The properties.
     *
     * @throws IllegalArgumentException with one line for every fault; settings have their names of the CDK context
     */
    public EcsMedicProps build() {
        demands.name(name);
        demands.jar(jar);
        demands.slack(slack, channel);
        demands.mail(mail);
        demands.owner(owner);
        demands.quiet(quiet);
        Rules read = rules.map(demands::rules).orElse(Rules.NONE);
        Buttons buttons = new Buttons(signing, team, String.join(" ", users), String.join(" ", channels));
        demands.buttons(buttons);
        Hosting hosting = new Hosting(chip, memory, snapStart, concurrency, logDays);
        demands.hosting(hosting, buttons.on());
        Custody custody = new Custody(encryptionKey, permissionsBoundary, tags, keepTable);
        demands.custody(custody);
        Fixes may = new Fixes(
                fixes,
                fixMode,
                String.join(" ", fixAuto),
                String.join(" ", fixApprovers),
                String.join(" ", fixTwoPeople),
                fixDryRun,
                String.join(" ", fixCalendars));
        demands.fixes(may);
        Accounts elsewhere = new Accounts(members, organization, externalId, regions);
        demands.accounts(elsewhere);
        demands.hold();
        return new EcsMedicProps(
                name,
                jar,
                slack,
                buttons,
                mail,
                logLines,
                chatbot,
                digest,
                new Audience(bus, owner, read, channel, quiet),
                may,
                hosting,
                custody,
                elsewhere);
    }

    /** What could not even be read as its type. */
    void fault(String line) {
        demands.fault(line);
    }

    public PropsBuilder name(String value) {
        name = value;
        return this;
    }

    public PropsBuilder jar(Path value) {
        jar = value;
        return this;
    }

    public PropsBuilder slackWebhookSecret(String value) {
        slack = new Slack(value, slack.key());
        return this;
    }

    public PropsBuilder slackWebhookKey(String value) {
        slack = new Slack(slack.secret(), value);
        return this;
    }

    public PropsBuilder slackChannel(String value) {
        channel = value;
        return this;
    }

    public PropsBuilder slackSigningSecret(String value) {
        signing = new Slack(value, signing.key());
        return this;
    }

    public PropsBuilder slackSigningKey(String value) {
        signing = new Slack(signing.secret(), value);
        return this;
    }

    public PropsBuilder slackTeam(String value) {
        team = value;
        return this;
    }

    public PropsBuilder slackUsers(List<String> value) {
        users = List.copyOf(value);
        return this;
    }

    public PropsBuilder slackChannels(List<String> value) {
        channels = List.copyOf(value);
        return this;
    }

    public PropsBuilder mail(String value) {
        mail = value;
        return this;
    }

    public PropsBuilder logLines(boolean value) {
        logLines = value;
        return this;
    }

    public PropsBuilder chatbot(boolean value) {
        chatbot = value;
        return this;
    }

    public PropsBuilder digest(Digest value) {
        digest = value;
        return this;
    }

    public PropsBuilder bus(boolean value) {
        bus = value;
        return this;
    }

    public PropsBuilder owner(String value) {
        owner = value;
        return this;
    }

    public PropsBuilder rules(Path value) {
        rules = Optional.of(value);
        return this;
    }

    public PropsBuilder quietHours(String value) {
        quiet = value;
        return this;
    }

    public PropsBuilder fixes(boolean value) {
        fixes = value;
        return this;
    }

    public PropsBuilder fixMode(Mode value) {
        fixMode = value;
        return this;
    }

    public PropsBuilder fixAuto(List<String> value) {
        fixAuto = List.copyOf(value);
        return this;
    }

    public PropsBuilder fixApprovers(List<String> value) {
        fixApprovers = List.copyOf(value);
        return this;
    }

    public PropsBuilder fixTwoPeople(List<String> value) {
        fixTwoPeople = List.copyOf(value);
        return this;
    }

    public PropsBuilder fixDryRun(boolean value) {
        fixDryRun = value;
        return this;
    }

    public PropsBuilder fixCalendars(List<String> value) {
        fixCalendars = List.copyOf(value);
        return this;
    }

    public PropsBuilder architecture(Chip value) {
        chip = value;
        return this;
    }

    public PropsBuilder memory(int megabytes) {
        memory = megabytes;
        return this;
    }

    public PropsBuilder snapStart(boolean value) {
        snapStart = value;
        return this;
    }

    public PropsBuilder concurrency(int value) {
        concurrency = value;
        return this;
    }

    public PropsBuilder logDays(int value) {
        logDays = value;
        return this;
    }

    public PropsBuilder encryptionKey(String arn) {
        encryptionKey = arn;
        return this;
    }

    public PropsBuilder permissionsBoundary(String arnOrName) {
        permissionsBoundary = arnOrName;
        return this;
    }

    public PropsBuilder tags(Map<String, String> value) {
        tags = Map.copyOf(value);
        return this;
    }

    public PropsBuilder keepTable(boolean value) {
        keepTable = value;
        return this;
    }

    public PropsBuilder members(Map<String, String> value) {
        members = Map.copyOf(value);
        return this;
    }

    public PropsBuilder organization(String value) {
        organization = value;
        return this;
    }

    public PropsBuilder externalId(String value) {
        externalId = value;
        return this;
    }

    public PropsBuilder regions(List<String> value) {
        regions = List.copyOf(value);
        return this;
    }
}
