package io.github.ecsmedic.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A button of a message in Slack.
 *
 * <p>Its {@code action_id} is {@link #word()}, its {@code value} is {@link #value}.
 */
public enum SlackAction {
    /** Approves the fix that the message shows. */
    APPLY_FIX,
    SNOOZE_1H,
    SNOOZE_1D,
    NOT_USEFUL;

    /** The {@code action_id}, e.g. {@code snooze-1h}; stable for ever. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action of an {@code action_id}, if it is one of ours. */
    public static Optional<SlackAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** The {@code value} of a button that concerns the incident alone. */
    public static String value(String incident) {
        return incident;
    }

    /** The {@code value} of {@link #APPLY_FIX}: the incident's id, a space, the hash of the plan that was shown. */
    public static String value(String incident, String planHash) {
        return incident + " " + planHash;
    }
}
