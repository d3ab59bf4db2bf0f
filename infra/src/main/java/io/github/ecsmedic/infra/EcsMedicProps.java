package io.github.ecsmedic.infra;

import io.github.ecsmedic.config.Members;
import io.github.ecsmedic.config.Settings.Digest;
import io.github.ecsmedic.notify.Rules;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;

/**
 * The properties of {@link EcsMedic}. {@link #builder} makes them, each with its default; {@link Installation} reads them
 * from a CDK context.
 *
 * @param name first part of every resource's name, so that two installations can live in one account
 * @param jar the functions' jar, with all that it needs
 * @param slack where the webhook's URL lies
 * @param buttons who may press which buttons in Slack
 * @param mail address that subscribes to the topic; {@code ""} for none
 * @param logLines whether decisive log lines may stand in messages
 * @param chatbot whether SNS also carries the form that AWS's chat bot understands
 * @param digest how often a digest is sent
 * @param audience who else is told, and how loudly
 * @param fixes what may be changed, and who says so
 * @param hosting how the functions run
 * @param custody what protects what is kept
 * @param accounts the accounts and regions beside our own
 */
public record EcsMedicProps(
        String name,
        Path jar,
        Slack slack,
        Buttons buttons,
        String mail,
        boolean logLines,
        boolean chatbot,
        Digest digest,
        Audience audience,
        Fixes fixes,
        Hosting hosting,
        Custody custody,
        Accounts accounts) {

    /** With every default; {@code jar} is the functions' jar, the only property that has none. */
    public static PropsBuilder builder(Path jar) {
        return new PropsBuilder(jar);
    }

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
     * The accounts and regions beside our own.
     *
     * @param members ids, each with the name that people know it by, or {@code ""}
     * @param organization the organisation of which every account is a member; {@code ""} for none
     * @param externalId what the role of a member wants to hear; {@code ""} without members
     * @param regions beside our own
     */
    public record Accounts(Map<String, String> members, String organization, String externalId, List<String> regions) {
        public static final Accounts NONE = new Accounts(Map.of(), "", "", List.of());

        public Accounts {
            members = Collections.unmodifiableMap(new TreeMap<>(members));
            regions = List.copyOf(regions);
        }

        /** Whether events come from elsewhere. */
        public boolean on() {
            return !equals(NONE);
        }

        /** Whether other accounts are read. */
        boolean foreign() {
            return !members.isEmpty() || !organization.isEmpty();
        }

        /** In which is read. */
        Reading reading() {
            return regions.isEmpty()
                    ? Reading.HERE
                    : new Reading(Stream.concat(Stream.of(Aws.REGION), regions.stream())
                            .toList());
        }

        /** As the functions read it. */
        Map<String, String> environment(Names names) {
            Map<String, String> environment = new TreeMap<>();
            if (foreign()) {
                environment.put(Members.ROLE, names.reader());
                environment.put(Members.EXTERNAL_ID, externalId);
            }
            if (!members.isEmpty()) {
                environment.put(Members.MEMBERS, listed());
            }
            if (!organization.isEmpty()) {
                environment.put(Members.ORGANIZATION, organization);
            }
            if (!regions.isEmpty()) {
                environment.put(Members.REGIONS, String.join(" ", regions));
            }
            return environment;
        }

        /** {@code 222233334444=payments 333344445555}. */
        String listed() {
            return members.entrySet().stream()
                    .map(m -> m.getValue().isEmpty() ? m.getKey() : m.getKey() + "=" + m.getValue())
                    .collect(Collectors.joining(" "));
        }
    }

    /** The processors that Lambda has. */
    public enum Chip {
        ARM64,
        X86_64
    }

    /**
     * How the functions run.
     *
     * @param chip Graviton, or x86_64
     * @param memory megabytes of each function, which also say how much of a processor it has
     * @param snapStart whether Lambda starts each from a snapshot of its initialised form
     * @param concurrency how many instances of the diagnosing function are reserved for it; 0 for none
     * @param logDays how long logs are kept; that of the function that applies fixes at least a year
     */
    public record Hosting(Chip chip, int memory, boolean snapStart, int concurrency, int logDays) {
        public static final Hosting DEFAULT = new Hosting(Chip.ARM64, 1024, false, 0, 30);
    }

    /**
     * What protects what is kept.
     *
     * @param key ARN of the key for table, topic, queues and log groups; {@code ""} for a key of our own, and AWS's
     * @param boundary ARN or name of the policy that bounds every role; {@code ""} for none
     * @param tags beside {@code app=ecs-medic} on everything that can be tagged
     * @param keepTable whether the table cannot be deleted, not by removing the stack either
     */
    public record Custody(String key, String boundary, Map<String, String> tags, boolean keepTable) {
        public static final Custody DEFAULT = new Custody("", "", Map.of(), false);

        public Custody {
            tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        }
    }
}
