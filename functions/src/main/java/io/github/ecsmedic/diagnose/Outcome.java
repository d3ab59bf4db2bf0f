package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.model.Diagnosis;

/** What became of an event. */
public sealed interface Outcome {
    /** It was diagnosed; a benign one has no causes. */
    record Diagnosed(Diagnosis diagnosis) implements Outcome {}

    /** It is nothing for us; {@code why} is counted and logged. */
    record Ignored(String why) implements Outcome {}
}
