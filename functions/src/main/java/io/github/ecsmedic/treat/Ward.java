package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.notify.TimeBudget;
import java.time.Clock;

/**
 * Where fixes are worked on.
 *
 * @param audience who hears of what becomes of them
 * @param left what the worker has left to live
 * @param worker who it is: another word for each
 */
public record Ward(Ledger ledger, Audience audience, TimeBudget left, String worker) {
    Clock clock() {
        return audience.clock();
    }
}
