package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Answer;

/** Ends a read that cannot bring its fact; {@link Reads} turns it into {@link Answer.Unknown}. */
final class NoAnswer extends RuntimeException {
    static final String TIME = "time";
    static final String EMPTY = "empty answer";
    static final String MALFORMED = "malformed answer";

    private static final long serialVersionUID = 1;

    private final String fault;
    private final String operation;
    private final String code;

    /** {@code code} is AWS's own error code, or {@code ""}. */
    NoAnswer(String fault, String operation, String code) {
        super(fault + ": " + operation, null, false, false);
        this.fault = fault;
        this.operation = operation;
        this.code = code;
    }

    static NoAnswer empty(String operation) {
        return new NoAnswer(EMPTY, operation, "");
    }

    String fault() {
        return fault;
    }

    String code() {
        return code;
    }

    <T> Answer.Unknown<T> unknown() {
        return new Answer.Unknown<>(fault, operation);
    }
}
