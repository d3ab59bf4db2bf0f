package io.github.ecsmedic.mend;

import io.github.ecsmedic.model.Answer;

/**
 * The port through which the guards look at the world: each call reads anew, nothing is kept from an earlier one.
 *
 * <p>What cannot be read is unknown, and what is unknown refuses.
 */
public interface Outlook {
    /** The kill switch; {@link Mode#NOTIFY} where nobody set one. */
    Answer<Mode> cap();

    /** Whether a change calendar is closed; false where none is set up. */
    Answer<Boolean> freezes();

    /** How that which the plan would change stands now. */
    Snapshot.Live live(Plan plan);
}
