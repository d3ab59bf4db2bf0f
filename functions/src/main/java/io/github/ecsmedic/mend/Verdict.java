package io.github.ecsmedic.mend;

import io.github.ecsmedic.incident.Treatment.State;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fix helped, from what was seen after it was done.
 *
 * @param state {@link State#ACTED} while it is too early to say
 * @param why a clause without a full stop
 */
public record Verdict(State state, String why) {
    /** A verdict is reached within so long. */
    public static final Duration WINDOW = Duration.ofMinutes(30);

    /** A service has to run as it should for so long. */
    public static final Duration STEADY = Duration.ofMinutes(5);

    /**
     * What was seen since the fix was done.
     *
     * @param deploymentEnded when the deployment that the fix started completed; null when it did not, or none began
     * @param deploymentFailed whether the deployment that the fix started failed
     * @param deploys whether the fix starts a deployment
     * @param failedAgain when the same failure was seen last, of a task that was started after the fix; null when not
     * @param wellSince since when the service has run at its desired count, never before the fix; null when it does not
     * @param looked whether the service could be looked at
     */
    public record Seen(
            boolean deploys,
            @Nullable Instant deploymentEnded,
            boolean deploymentFailed,
            @Nullable Instant failedAgain,
            @Nullable Instant wellSince,
            boolean looked) {}

    /** At {@code now}, the fix having been done at {@code doneAt}. */
    public static Verdict of(Seen seen, Instant doneAt, Instant now) {
        if (seen.deploymentFailed()) {
            return new Verdict(State.NOT_FIXED, "the deployment that it started failed");
        }
        Instant again = seen.failedAgain();
        if (again != null && again.isAfter(doneAt)) {
            return new Verdict(State.NOT_FIXED, "a task that started after it failed as before");
        }
        Instant ended = seen.deploymentEnded();
        boolean deployed = !seen.deploys() || (ended != null && !ended.isBefore(doneAt));
        Instant well = seen.wellSince();
        if (deployed
                && well != null
                && !well.isBefore(doneAt)
                && Duration.between(well, now).compareTo(STEADY) >= 0) {
            return new Verdict(State.FIXED, "the service has run at its desired count since, without the failure");
        }
        if (Duration.between(doneAt, now).compareTo(WINDOW) < 0) {
            return new Verdict(State.ACTED, "");
        }
        return new Verdict(
                State.UNVERIFIED,
                seen.looked()
                        ? "within " + WINDOW.toMinutes() + " minutes it neither failed again nor ran as it should"
                        : "the service could not be looked at");
    }
}
