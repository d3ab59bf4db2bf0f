package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;

/** A reason that nobody recognised, as it may be kept. */
public final class UnknownReason {
    private static final int LIMIT = 300;

    private UnknownReason() {}

    /** On one line, without secrets, at most 300 characters. */
    public static String of(Diagnosis diagnosis) {
        return Cut.at(LIMIT, CleanText.line(Redaction.text(diagnosis.message())));
    }
}
