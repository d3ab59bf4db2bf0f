package io.github.ecsmedic.mend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Verdict.Seen;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Instant DONE = Situation.NOW;

    private static Instant minute(long minutes) {
        return DONE.plus(Duration.ofMinutes(minutes));
    }

    private static State after(long minutes, Seen seen) {
        return Verdict.of(seen, DONE, minute(minutes)).state();
    }

    @Test
    void deployment_thatCompletedAndRuns_fixedIt() {
        Seen seen = new Seen(true, minute(3), false, false, null, minute(3), true);

        assertThat(after(7, seen)).isEqualTo(State.ACTED);
        assertThat(after(8, seen)).isEqualTo(State.FIXED);
    }

    @Test
    void aSteadyStateOfBefore_isNoProof() {
        assertThat(after(20, new Seen(true, minute(-1), false, false, null, minute(1), true)))
                .isEqualTo(State.ACTED);
        assertThat(after(20, new Seen(false, null, false, false, null, minute(-60), true)))
                .isEqualTo(State.ACTED);
    }

    @Test
    void aSetting_needsNoDeployment() {
        assertThat(after(9, new Seen(false, null, false, false, null, minute(4), true)))
                .isEqualTo(State.FIXED);
    }

    @Test
    void theSameFailureAgain_orAFailedDeployment_didNotFixIt() {
        assertThat(after(9, new Seen(false, null, false, false, minute(2), minute(4), true)))
                .isEqualTo(State.NOT_FIXED);
        assertThat(after(9, new Seen(true, null, true, false, null, null, true)))
                .isEqualTo(State.NOT_FIXED);
        assertThat(after(9, new Seen(false, null, false, false, minute(-2), minute(4), true)))
                .isEqualTo(State.FIXED);
    }

    @Test
    void deployment_thatIsStillUnderWay_isWaitedForLonger_butNotForEver() {
        Seen working = new Seen(true, null, false, true, null, null, true);

        assertThat(after(30, working)).isEqualTo(State.ACTED);
        assertThat(after(119, working)).isEqualTo(State.ACTED);
        assertThat(Verdict.of(working, DONE, minute(120)))
                .isEqualTo(new Verdict(State.UNVERIFIED, "its deployment was still under way after 120 minutes"));
    }

    @Test
    void service_thatBeganToRunWellAtTheLastMoment_isWatchedForItsFiveMinutes() {
        Seen late = new Seen(true, minute(29), false, false, null, minute(29), true);

        assertThat(after(31, late)).isEqualTo(State.ACTED);
        assertThat(after(34, late)).isEqualTo(State.FIXED);
        assertThat(after(31, new Seen(true, minute(29), false, false, null, null, true)))
                .isEqualTo(State.UNVERIFIED);
    }

    @Test
    void noVerdict_withinTheWindow_isNoneAndIsNeverGood() {
        Seen nothing = new Seen(true, null, false, false, null, null, true);

        assertThat(after(29, nothing)).isEqualTo(State.ACTED);
        assertThat(after(30, nothing)).isEqualTo(State.UNVERIFIED);
        assertThat(Verdict.of(new Seen(true, null, false, false, null, null, false), DONE, minute(30))
                        .why())
                .isEqualTo("the service could not be looked at");
    }
}
