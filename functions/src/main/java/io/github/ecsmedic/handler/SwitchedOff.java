package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Sink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Drops what waits for a sink that was switched off: it would wait, and raise an alarm, for ever. */
record SwitchedOff(Ledger ledger, Clock clock, String owner) {
    /** Longer than two versions of a function, with other sinks, run side by side. */
    static final Duration GONE = Duration.ofHours(1);

    List<Delivery> drop(List<Telling> due, List<? extends Sink> sinks) {
        List<Delivery> dropped = new ArrayList<>();
        Instant now = clock.instant();
        try {
            for (Telling one : due) {
                boolean there = sinks.stream().anyMatch(sink -> sink.name().equals(one.sink()));
                if (!there && one.nextAttempt().plus(GONE).isBefore(now)) {
                    ledger.take(one, owner, now, now.plus(Dispatcher.LEASE))
                            .map(mine -> drop(mine, now))
                            .ifPresent(dropped::add);
                }
            }
        } catch (LedgerException e) {
            dropped.add(Delivery.refused("", "", "", e));
        }
        return dropped;
    }

    private Delivery drop(Telling mine, Instant now) {
        Telling.Told told = mine.told();
        Telling.Told known = new Telling.Told(mine.wanted(), told.state(), told.content(), told.reference(), told.at());
        ledger.settle(mine.passedOver(known, now), owner);
        return Delivery.withheld(mine.sink(), mine.incident(), "", "this sink is switched off");
    }
}
