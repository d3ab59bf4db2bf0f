package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.model.Answer;

/** What is true for all services of a simulation of fixes: the kill switch, the calendar, and whether AWS answers. */
final class Outside {
    final Coverage coverage;
    private final Turns turns;
    private final Witnesses witnesses;
    private Answer<Mode> cap = FakeEcs.known(Mode.AUTO);
    private long flippedAt = Turns.NEVER;
    private boolean capKnown;
    private boolean calendarKnown;
    /** One of so many looks at the switch takes long. */
    private final int slow;
    /** Nothing goes wrong any more. */
    boolean calm;

    Outside(Turns turns, Coverage coverage, Witnesses witnesses) {
        this.turns = turns;
        this.coverage = coverage;
        this.witnesses = witnesses;
        this.slow = turns.random.nextInt(4) == 0 ? 2 : 60;
    }

    void flip() {
        cap = FakeEcs.known(turns.random.nextBoolean() ? Mode.NOTIFY : Mode.OFF);
        flippedAt = turns.now();
        coverage.saw(Coverage.Trait.SWITCH_FLIPPED);
    }

    /** The worker may wait long for it. */
    Answer<Mode> cap() {
        turns.port();
        if (!calm && turns.random.nextInt(slow) == 0) {
            turns.pause(turns.random.nextInt(90_000));
        }
        Answer<Mode> seen = dim(cap, "ssm:GetParameter");
        capKnown = seen.equals(cap);
        return seen;
    }

    Answer<Boolean> freezes() {
        turns.port();
        Answer<Boolean> open = FakeEcs.known(false);
        Answer<Boolean> seen = dim(open, "ssm:GetCalendarState");
        calendarKnown = seen.equals(open);
        return seen;
    }

    /** Now and then a read is refused. */
    <T> Answer<T> dim(Answer<T> answer, String operation) {
        if (calm || turns.random.nextInt(40) > 0) {
            return answer;
        }
        coverage.saw(Coverage.Trait.READ_REFUSED);
        return new Answer.Unknown<>("Throttled", operation);
    }

    /** Whether the request may go out now. */
    void allows(Request request) {
        witnesses.sends(request);
        assertThat(capKnown).as("the switch was read before %s", request).isTrue();
        assertThat(flippedAt).as("the switch is flipped before %s", request).isGreaterThanOrEqualTo(turns.now());
    }

    /** Whether the calendar was read when it was asked last. */
    boolean calendarKnown() {
        return calendarKnown;
    }
}
