package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;

/** Stand-in. */
public interface Sink {
    String name();

    void send(Diagnosis diagnosis);
}
