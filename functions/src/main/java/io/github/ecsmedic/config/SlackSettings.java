package io.github.ecsmedic.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The settings of the function that Slack calls, read once from its environment. An empty list would be nobody, so each
 * has to name somebody.
 *
 * @param signingSecret ARN or name of the secret that holds the Slack app's signing secret
 * @param queueUrl where requests go
 * @param team id of the one workspace from which requests are taken
 * @param users ids of those who may ask
 * @param channels ids of the channels in which they may
 */
public record SlackSettings(
        String signingSecret, String queueUrl, String team, Set<String> users, Set<String> channels) {
    public static final String SIGNING_SECRET = "ECS_MEDIC_SLACK_SIGNING_SECRET";
    public static final String QUEUE_URL = "ECS_MEDIC_REQUESTS_QUEUE_URL";
    public static final String TEAM = "ECS_MEDIC_SLACK_TEAM";

    /** Ids, space between. */
    public static final String USERS = "ECS_MEDIC_SLACK_USERS";

    /** Ids, space between. */
    public static final String CHANNELS = "ECS_MEDIC_SLACK_CHANNELS";

    private static final int LONGEST_ID = 32;

    public SlackSettings {
        users = Set.copyOf(users);
        channels = Set.copyOf(channels);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException with every fault in one message, which never repeats a value
     */
    public static SlackSettings read(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        SlackSettings settings = new SlackSettings(
                held(
                        Settings.text(environment, SIGNING_SECRET),
                        value -> Settings.secretName(value) || Settings.arnOf("secretsmanager", value),
                        SIGNING_SECRET + " must be the ARN or the name of a secret with the app's signing secret",
                        faults),
                held(
                        Settings.text(environment, QUEUE_URL),
                        value -> value.startsWith("https://") || value.startsWith("http://"),
                        QUEUE_URL + " must be the URL of a queue",
                        faults),
                held(
                        Settings.text(environment, TEAM),
                        SlackSettings::isTeam,
                        TEAM + " must be the id of a workspace (T…)",
                        faults),
                idsIn(held(
                        Settings.text(environment, USERS),
                        SlackSettings::areUsers,
                        USERS + " must hold ids of users (U… or W…), not names, with a space between",
                        faults)),
                idsIn(held(
                        Settings.text(environment, CHANNELS),
                        SlackSettings::areChannels,
                        CHANNELS + " must hold ids of channels (C… or G…), not names, with a space between",
                        faults)));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Settings: " + String.join("; ", faults) + ".");
        }
        return settings;
    }

    private static String held(String value, Predicate<String> right, String fault, List<String> faults) {
        if (!right.test(value)) {
            faults.add(fault);
        }
        return value;
    }

    private static Set<String> idsIn(String value) {
        return value.isBlank() ? Set.of() : Set.copyOf(List.of(value.strip().split("\\s+", -1)));
    }

    /** Whether it is the id of a workspace. */
    public static boolean isTeam(String value) {
        return id(value, "T");
    }

    /** Whether it is ids of users, at least one, with spaces between. */
    public static boolean areUsers(String value) {
        return areIds(value, "UW");
    }

    /** Whether it is ids of channels, at least one, with spaces between. */
    public static boolean areChannels(String value) {
        return areIds(value, "CG");
    }

    private static boolean areIds(String value, String firsts) {
        Set<String> ids = idsIn(value);
        return !ids.isEmpty() && ids.stream().allMatch(id -> id(id, firsts));
    }

    private static boolean id(String id, String firsts) {
        return id.length() > 1
                && id.length() <= LONGEST_ID
                && firsts.indexOf(id.charAt(0)) >= 0
                && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
