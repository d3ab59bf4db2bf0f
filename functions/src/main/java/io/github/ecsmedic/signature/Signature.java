package io.github.ecsmedic.signature;

import io.github.ecsmedic.model.AlertClass;
import java.util.Set;

/**
 * Recognises one label.
 *
 * @param label {@code family.cause}, stable for ever
 * @param meaning one sentence without a full stop
 * @param clue what must hold
 * @param captures the facts that a message of this label can hold
 * @param fallback whether it is tried only after every signature that is none: a message that names its family and no
 *     cause
 */
public record Signature(
        String label, AlertClass alert, String meaning, Clue clue, Set<Fact> captures, boolean fallback) {
    public Signature {
        captures = Set.copyOf(captures);
    }

    /** A signature that names a cause. */
    public static Signature of(String label, AlertClass alert, String meaning, Clue clue, Fact... captures) {
        return new Signature(label, alert, meaning, clue, Set.of(captures), false);
    }

    /** A signature for what is left of its family. */
    public static Signature fallback(String label, AlertClass alert, String meaning, Clue clue, Fact... captures) {
        return new Signature(label, alert, meaning, clue, Set.of(captures), true);
    }
}
