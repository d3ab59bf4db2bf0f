package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Telling;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger that can be out of reach. */
final class FlakyLedger implements Ledger {
    volatile boolean down;
    private final Ledger whole;

    FlakyLedger() {
        this(new MemoryLedger());
    }

    FlakyLedger(Ledger whole) {
        this.whole = whole;
    }

    private Ledger reached() {
        if (down) {
            throw new LedgerException("out of reach");
        }
        return whole;
    }

    @Override
    public Found find(EventKey event, Collection<Fingerprint> fingerprints) {
        return reached().find(event, fingerprints);
    }

    @Override
    public Optional<Incident> incident(String id) {
        return reached().incident(id);
    }

    @Override
    public List<Incident> living() {
        return reached().living();
    }

    @Override
    public boolean commit(Commit commit) {
        return reached().commit(commit);
    }

    @Override
    public List<Telling> due(Instant now, int limit) {
        return reached().due(now, limit);
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        return reached().take(telling, owner, now, until);
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        return reached().settle(settled, owner);
    }

    @Override
    public Optional<Instant> waitingSince() {
        return reached().waitingSince();
    }
}
