package io.github.ecsmedic.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be fixed where no tag says otherwise, read once from the environment.
 *
 * @param enabled whether there is a function that applies fixes
 * @param mode {@code off}, {@code notify}, {@code approve} or {@code auto}
 * @param auto ids of fixes that may start by themselves in mode {@code auto}
 * @param approvers ids in Slack, or ARNs, of the people who may allow a fix
 * @param two ids of fixes that two people have to allow, beside those that change a whole VPC's names
 * @param dryRun whether everything is done but the request itself
 * @param calendars names or ARNs of change calendars
 * @param auditLog the log group to which every change is written before and after it; without one nothing is changed
 */
public record FixSettings(
        boolean enabled,
        String mode,
        Set<String> auto,
        Set<String> approvers,
        Set<String> two,
        boolean dryRun,
        List<String> calendars,
        String auditLog) {
    /** {@code on} or {@code off} (default). */
    public static final String FIXES = "ECS_MEDIC_FIXES";

    /** {@code notify} by default. */
    public static final String MODE = "ECS_MEDIC_MODE";

    /** Fix ids, space between. */
    public static final String AUTO = "ECS_MEDIC_AUTO";

    /** Ids of people in Slack, or ARNs of users or of sessions of roles, space between. */
    public static final String APPROVERS = "ECS_MEDIC_APPROVERS";

    /** Fix ids, space between. */
    public static final String TWO_PEOPLE = "ECS_MEDIC_TWO_PEOPLE";

    /** {@code on} (default) or {@code off}. */
    public static final String DRY_RUN = "ECS_MEDIC_DRY_RUN";

    /** Names or ARNs, space between. */
    public static final String CALENDARS = "ECS_MEDIC_CALENDARS";

    /** The name of a log group. */
    public static final String AUDIT_LOG = "ECS_MEDIC_AUDIT_LOG";

    private static final Set<String> MODES = Set.of("off", "notify", "approve", "auto");

    public FixSettings {
        auto = Set.copyOf(auto);
        approvers = Set.copyOf(approvers);
        two = Set.copyOf(two);
        calendars = List.copyOf(calendars);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException with every fault in one message, which never repeats a value
     */
    public static FixSettings read(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        String mode = Settings.text(environment, MODE);
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            faults.add(MODE + " must be off, notify, approve or auto");
        }
        FixSettings settings = new FixSettings(
                Settings.flag(Settings.text(environment, FIXES), FIXES, false, faults),
                mode.isEmpty() ? "notify" : mode,
                Set.copyOf(words(environment, AUTO)),
                Set.copyOf(words(environment, APPROVERS)),
                Set.copyOf(words(environment, TWO_PEOPLE)),
                Settings.flag(Settings.text(environment, DRY_RUN), DRY_RUN, true, faults),
                words(environment, CALENDARS),
                Settings.text(environment, AUDIT_LOG));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Settings: " + String.join("; ", faults) + ".");
        }
        return settings;
    }

    /** Whether it names people as {@link #APPROVERS} has to, at least one. */
    public static boolean arePeople(String value) {
        List<String> words = List.of(value.strip().split("\\s+", -1));
        return words.stream().allMatch(word -> SlackSettings.areUsers(word) || isPerson(word));
    }

    /** A user of IAM, or the session of a role. */
    private static boolean isPerson(String arn) {
        String[] parts = arn.split(":", -1);
        return parts.length == 6
                && parts[0].equals("arn")
                && ((parts[2].equals("iam") && parts[5].startsWith("user/"))
                        || (parts[2].equals("sts") && parts[5].startsWith("assumed-role/")));
    }

    private static List<String> words(Map<String, String> environment, String key) {
        String value = Settings.text(environment, key);
        return value.isEmpty()
                ? List.of()
                : List.of(value.split("\\s+", -1)).stream().distinct().toList();
    }
}
