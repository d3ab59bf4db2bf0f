package io.github.ecsmedic.mend;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.model.Answer;

/** The one port through which anything of the account is changed. */
public interface Hand {
    /** What the request would change, as {@link Request#before()} and {@link Request#after()} write it. */
    Answer<String> value(Request request);

    /** Sends one HTTP request, and never a second one. */
    Sent send(Request request);

    /** What is known of a request that was sent. */
    sealed interface Sent {
        /** It was done; {@code started} is the id of the deployment that began by it, or {@code ""}. */
        record Done(String started) implements Sent {}

        /**
         * It was surely not done.
         *
         * @param later whether the same request may be accepted later, as after a throttling
         */
        record Refused(String why, boolean later) implements Sent {}

        /** It may have been done. */
        record Unknown(String why) implements Sent {}
    }
}
