package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.notify.TimeBudget;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Where fixes are worked on.
 *
 * @param audience who hears of what becomes of them
 * @param left what the worker has left to live
 * @param worker who it is: another word for each
 * @param witness sees each state of a fix as soon as it is stored
 */
public record Ward(Ledger ledger, Audience audience, TimeBudget left, String worker, Consumer<Treatment> witness) {
    /** Where nobody watches. */
    public Ward(Ledger ledger, Audience audience, TimeBudget left, String worker) {
        this(ledger, audience, left, worker, treatment -> {});
    }

    Clock clock() {
        return audience.clock();
    }
}
