package io.github.ecsmedic.installation;

import java.util.List;

/** Takes messages out of one queue and puts them into another one. */
public interface Letters {
    /**
     * Some that wait, hidden from others for a while; none when the queue is empty.
     *
     * @throws Refused when SQS did not say
     */
    List<Letter> take();

    /**
     * Puts one into the other queue.
     *
     * @throws Refused when SQS did not acknowledge it
     */
    void put(Letter letter);

    /**
     * Deletes one out of its queue.
     *
     * @throws Refused when SQS did not acknowledge it
     */
    void drop(Letter letter);

    /** A message; {@code receipt} is what it is deleted by. */
    record Letter(String id, String body, String receipt) {}

    /** A queue did not do it, or nobody knows. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
