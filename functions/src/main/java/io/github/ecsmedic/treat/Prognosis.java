package io.github.ecsmedic.treat;

import io.github.ecsmedic.mend.Guards.Refusal;

/** What would become of a fix if it were begun now. */
public sealed interface Prognosis {
    /** Nothing stands in its way. */
    record Free() implements Prognosis {}

    /** It is so already. */
    record Needless() implements Prognosis {}

    /** A guard says no. */
    record HeldBack(Refusal refusal) implements Prognosis {}
}
