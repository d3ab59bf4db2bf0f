package io.github.ecsmedic.aws;

import software.amazon.awssdk.core.exception.SdkException;

/** A call that is no read did not succeed; the message names the fault, the operation and the object. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean denied;

    CallFailed(String message) {
        super(message);
        denied = false;
    }

    private CallFailed(String message, Throwable cause, boolean denied) {
        super(message, cause);
        this.denied = denied;
    }

    /** Whether whoever called may not do it. */
    public boolean denied() {
        return denied;
    }

    /** {@code attempt} says what was tried, e.g. {@code cannot publish to TOPIC}. */
    static CallFailed of(String attempt, SdkException failure, String operation) {
        NoAnswer named = Faults.of(failure, operation);
        boolean denied = named.fault().equals(Faults.ACCESS_DENIED);
        String advice = denied ? " (the role needs " + operation + " on it, and on the key that encrypts it)" : "";
        return new CallFailed(attempt + ": " + named.getMessage() + advice, failure, denied);
    }
}
