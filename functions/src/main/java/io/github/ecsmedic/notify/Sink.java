package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;

/** A place where diagnoses are told. */
public interface Sink {
    /** A short word for logs, e.g. {@code slack}. */
    String name();

    /**
     * Tells it. It returns when the message was accepted.
     *
     * @throws SinkException when it was not, or when that is not known
     */
    void send(Diagnosis diagnosis);
}
