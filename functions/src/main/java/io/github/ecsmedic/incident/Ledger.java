package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered from one event to the next: events that were seen, incidents, and what has still to be told.
 *
 * <p>Every read sees every commit that ended before it. A ledger that cannot be reached throws {@link LedgerException};
 * nothing is then known to have been stored.
 */
public interface Ledger {
    /** What is stored about events, and the newest incident under each fingerprint. */
    Found find(Collection<EventKey> events, Collection<Fingerprint> fingerprints);

    /** The same of one event. */
    default Found find(EventKey event, Collection<Fingerprint> fingerprints) {
        return find(List.of(event), fingerprints);
    }

    /** The incident, if it is still kept. */
    Optional<Incident> incident(String id);

    /** Those that are not over, oldest first. */
    List<Incident> living();

    /** The storm of an account and region, as in {@link Fingerprint#place()}. */
    Storm storm(String place);

    /** Stores all of it or nothing; false when somebody else changed one of its parts meanwhile. */
    boolean commit(Commit commit);

    /** Messages whose time has come and on which nobody works, oldest first, at most {@code limit}. */
    List<Telling> due(Instant now, int limit);

    /** What the sink knows of the incident; empty when it never had to be told of it. */
    Optional<Telling> telling(String incident, String sink);

    /** Takes a message to send it; empty when it is taken, told or put off. {@code until} is when others may take it. */
    Optional<Telling> take(Telling telling, String owner, Instant now, Instant until);

    /** Stores what became of a message that {@code owner} took; false when it is no longer his. */
    boolean settle(Telling settled, String owner);

    /**
     * Takes what only one may do at a time; false while somebody else has it. Who has it may take it again for longer.
     * {@code until} is when others may take it.
     */
    boolean hold(String name, String owner, Instant now, Instant until);

    /** Gives it back; what is somebody else's stays as it is. */
    void release(String name, String owner);

    /** What we changed in the last 90 days, newest first. */
    List<Action> actions();

    /** How far the audit of each place has come that has one, by place. */
    List<AuditHead> auditHeads();

    /** That of a place. */
    default AuditHead auditHead(String place) {
        return auditHeads().stream()
                .filter(head -> head.place().equals(place))
                .findFirst()
                .orElseGet(() -> AuditHead.none(place));
    }

    /** The last {@code limit} records of the place's audit, as they are stored, newest first. */
    List<AuditRecord> audit(String place, int limit);

    /** The second place has the place's audit up to that sequence number; less than is known already changes nothing. */
    void copied(String place, long sequence);

    /** Since when the oldest message waits that no sink has taken; empty when none waits. */
    Optional<Instant> waitingSince();

    /**
     * What was found.
     *
     * @param seen the highest version that was stored of a resource, by resource; none where none was
     * @param incidents those that are still kept
     * @param ids of the newest incident under each fingerprint, also of one that is no longer kept
     */
    record Found(Map<String, Long> seen, Map<Fingerprint, Incident> incidents, Map<Fingerprint, String> ids) {
        public Found {
            seen = Map.copyOf(seen);
            incidents = Map.copyOf(incidents);
            ids = Map.copyOf(ids);
        }

        /** The highest version of the event's resource that was stored, 0 for none. */
        public long seenVersion(EventKey event) {
            return seen.getOrDefault(event.resource(), 0L);
        }

        /** The incident under the fingerprint. */
        public Optional<Incident> under(Fingerprint fingerprint) {
            return Optional.ofNullable(incidents.get(fingerprint));
        }

        /** The id of the incident under the fingerprint, or {@code ""}. */
        public String idUnder(Fingerprint fingerprint) {
            return ids.getOrDefault(fingerprint, "");
        }
    }

    /**
     * Changes that belong together.
     *
     * @param seen events that were worked in; each must be newer than what is stored of its resource, or follow the very
     *     version that it names
     * @param changes of incidents
     * @param told the sinks that have to be told about each change that is news
     * @param winds of storms
     * @param deed what was changed in the account
     */
    record Commit(List<EventKey> seen, List<Change> changes, List<Wanted> told, List<Wind> winds, Deed deed) {
        public Commit {
            seen = List.copyOf(seen);
            changes = List.copyOf(changes);
            told = List.copyOf(told);
            winds = List.copyOf(winds);
        }

        /** Of somebody who changes nothing in the account. */
        public Commit(List<EventKey> seen, List<Change> changes, List<Wanted> told, List<Wind> winds) {
            this(seen, changes, told, winds, Deed.NONE);
        }

        /** Without a storm. */
        public Commit(List<EventKey> seen, List<Change> changes, List<Wanted> told) {
            this(seen, changes, told, List.of());
        }
    }

    /**
     * What was changed in the account.
     *
     * @param actions as they stand now; one with the same id is replaced
     * @param held what its owner still has to hold; empty when nothing has to be held
     * @param audit the next record of its place; the one that it names has to be the last one still
     */
    record Deed(List<Action> actions, Optional<Held> held, Optional<AuditRecord> audit) {
        public static final Deed NONE = new Deed(List.of(), Optional.empty());

        public Deed {
            actions = List.copyOf(actions);
        }

        /** Without a request that is about to be sent, or was. */
        public Deed(List<Action> actions, Optional<Held> held) {
            this(actions, held, Optional.empty());
        }
    }

    /** What {@code owner} took by {@link #hold}. */
    record Held(String name, String owner) {}

    /**
     * A storm as it was read, and as it is to be. Where its head changes, the one that was read must be stored still.
     *
     * <p>What differs in {@link Storm#failing()} is written, service by service; one that is taken away must not have failed
     * again since it was read.
     */
    record Wind(String place, Storm from, Storm to) {}

    /**
     * An incident as it is to be.
     *
     * @param from the version that must be stored now, 0 for none
     * @param under what it is found by from now on, beside what it was found by; each with the id that must be found by
     *     it now, {@code ""} for none, so that of two that open the same incident at once one does
     */
    record Change(long from, Incident to, Map<Fingerprint, String> under) {
        public Change {
            under = Map.copyOf(under);
        }
    }

    /**
     * A sink has to be told of an incident, in the form that it has when it is told, not before {@code notBefore}; a
     * message about it that waits already keeps its time.
     */
    record Wanted(String incident, String sink, long version, Instant notBefore) {}
}
