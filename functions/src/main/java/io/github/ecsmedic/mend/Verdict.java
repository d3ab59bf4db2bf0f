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
    /** A verdict is reached within so long, unless there is still something to wait for. */
    public static final Duration WINDOW = Duration.ofMinutes(30);

    /** So long at most, while ECS works on the deployment or the service has begun to run as it should. */
    public static final Duration LONGEST = Duration.ofHours(2);

    /** A service has to run as it should for so long. */
    public static final Duration STEADY = Duration.ofMinutes(5);

    /**
     * What was seen since the fix was done.
     *
     * @param deploymentEnded when the deployment that the fix started completed; null when it did not, or none began
     * @param deploymentFailed whether the deployment that the fix started failed
     * @param deploying whether ECS is still at work on the deployment that the fix started or stopped
     * @param deploys whether the fix starts a deployment
     * @param failedAgain when the same failure was seen last, of a task that was started after the fix; null when not
     * @param wellSince since when the service has run at its desired count, never before the fix; null when it does not
     * @param looked whether the service could be looked at
     */
    public record Seen(
            boolean deploys,
            @Nullable Instant deploymentEnded,
            boolean deploymentFailed,
            boolean deploying,
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
        boolean promising = deployed && well != null && !well.isBefore(doneAt);
        if (promising && Duration.between(well, now).compareTo(STEADY) >= 0) {
            return new Verdict(State.FIXED, "the service has run at its desired count since, without the failure");
        }
        Duration patience = promising || seen.deploying() ? LONGEST : WINDOW;
        return Duration.between(doneAt, now).compareTo(patience) < 0
                ? new Verdict(State.ACTED, "")
                : new Verdict(State.UNVERIFIED, open(seen));
    }

    private static String open(Seen seen) {
        if (!seen.looked()) {
            return "the service could not be looked at";
        }
        return seen.deploying()
                ? "its deployment was still under way after " + LONGEST.toMinutes() + " minutes"
                : "within " + WINDOW.toMinutes() + " minutes it neither failed again nor ran as it should";
    }
}
