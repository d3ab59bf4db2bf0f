package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Telling;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger that cannot be reached when a message is to be settled. */
final class DiesBeforeSettling implements Ledger {
    private final Ledger whole;

    DiesBeforeSettling(Ledger whole) {
        this.whole = whole;
    }

    @Override
    public Found find(EventKey event, Collection<Fingerprint> fingerprints) {
        return whole.find(event, fingerprints);
    }

    @Override
    public Optional<Incident> incident(String id) {
        return whole.incident(id);
    }

    @Override
    public List<Incident> living() {
        return whole.living();
    }

    @Override
    public boolean commit(Commit commit) {
        return whole.commit(commit);
    }

    @Override
    public List<Telling> due(Instant now, int limit) {
        return whole.due(now, limit);
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        return whole.take(telling, owner, now, until);
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        throw new LedgerException("out of reach");
    }

    @Override
    public Optional<Instant> waitingSince() {
        return whole.waitingSince();
    }
}
