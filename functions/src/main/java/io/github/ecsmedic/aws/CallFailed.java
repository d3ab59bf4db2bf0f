package io.github.ecsmedic.aws;

import software.amazon.awssdk.core.exception.SdkException;

/** A call that is no read did not succeed; the message names the fault, the operation and the object. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    CallFailed(String message) {
        super(message);
    }

    private CallFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** {@code attempt} says what was tried, e.g. {@code cannot publish to TOPIC}. */
    static CallFailed of(String attempt, SdkException failure, String operation) {
        NoAnswer named = Faults.of(failure, operation);
        String advice = named.fault().equals(Faults.ACCESS_DENIED)
                ? " (the role needs " + operation + " on it, and on the key that encrypts it)"
                : "";
        return new CallFailed(attempt + ": " + named.getMessage() + advice, failure);
    }
}
