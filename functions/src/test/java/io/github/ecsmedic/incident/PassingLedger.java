package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A ledger that passes on what it is asked, for those that do one thing otherwise. */
public abstract class PassingLedger implements Ledger {
    private final Ledger next;

    protected PassingLedger(Ledger next) {
        this.next = next;
    }

    /** Before each call. */
    protected Ledger next() {
        return next;
    }

    @Override
    public Found find(Collection<EventKey> events, Collection<Fingerprint> fingerprints) {
        return next().find(events, fingerprints);
    }

    @Override
    public Optional<Incident> incident(String id) {
        return next().incident(id);
    }

    @Override
    public List<Incident> living() {
        return next().living();
    }

    @Override
    public Storm storm(String place) {
        return next().storm(place);
    }

    @Override
    public boolean commit(Commit commit) {
        return next().commit(commit);
    }

    @Override
    public List<Telling> due(Instant now, int limit) {
        return next().due(now, limit);
    }

    @Override
    public Optional<Telling> telling(String incident, String sink) {
        return next().telling(incident, sink);
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        return next().take(telling, owner, now, until);
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        return next().settle(settled, owner);
    }

    @Override
    public boolean hold(String name, String owner, Instant now, Instant until) {
        return next().hold(name, owner, now, until);
    }

    @Override
    public void release(String name, String owner) {
        next().release(name, owner);
    }

    @Override
    public List<Action> actions() {
        return next().actions();
    }

    @Override
    public List<AuditHead> auditHeads() {
        return next().auditHeads();
    }

    @Override
    public List<AuditRecord> audit(String place, int limit) {
        return next().audit(place, limit);
    }

    @Override
    public void copied(String place, long sequence) {
        next().copied(place, sequence);
    }

    @Override
    public Optional<Instant> waitingSince() {
        return next().waitingSince();
    }
}
