package io.github.ecsmedic.notify;

import java.time.Duration;

/** A message that was not accepted; the text says what to do about it and holds no secret. */
public final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 2L;

    private final SinkFault fault;
    private final Duration retryAfter;

    /** One that is gone when it is tried again. */
    public SinkException(String text) {
        this(text, SinkFault.UNAVAILABLE);
    }

    public SinkException(String text, SinkFault fault) {
        this(text, fault, Duration.ZERO);
    }

    /** {@code retryAfter} is for how long the sink wants no more messages. */
    public SinkException(String text, SinkFault fault, Duration retryAfter) {
        super(text);
        this.fault = fault;
        this.retryAfter = retryAfter;
    }

    public SinkFault fault() {
        return fault;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the place itself is gone, or what opens it: its secret has to be read again. */
    public boolean addressRefused() {
        return fault == SinkFault.PLACE_GONE || fault == SinkFault.CREDENTIAL_REFUSED;
    }
}
