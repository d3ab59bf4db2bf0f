package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogPrivacy;

/** A diagnosis as it may be kept: without secrets, and no larger than a row of the table holds. */
public final class KeptDiagnosis {
    /** DynamoDB takes 400 kB a row; a character takes at most three bytes, and as many again as JSON. */
    private static final int CHARACTERS = 60_000;

    private static final int TEXT = 1_000;
    private static final int ITEMS = 30;

    private KeptDiagnosis() {}

    /** {@code logLines} is whether lines of a log may be kept. */
    public static Diagnosis of(Diagnosis diagnosis, boolean logLines) {
        Diagnosis told = Redaction.of(logLines ? diagnosis : LogPrivacy.without(diagnosis));
        return ShortDiagnosis.characters(told) <= CHARACTERS ? told : ShortDiagnosis.of(told, TEXT, ITEMS);
    }
}
