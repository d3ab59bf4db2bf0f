package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Feedback;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bugs of design that the simulation has to find: each takes away one thing on which the promise rests. */
enum Planted {
    NONE,
    /** Two workers that see the same fault first each open an incident. */
    NO_CONDITIONAL_FIRST_WRITE {
        @Override
        Commit written(Commit commit, MemoryLedger memory) {
            return new Commit(
                    commit.seen(),
                    commit.changes().stream()
                            .map(change -> change.from() == 0 ? unasked(change, memory) : change)
                            .toList(),
                    commit.told(),
                    commit.winds());
        }
    },
    VERSION_COMPARE_DROPPED {
        @Override
        Commit written(Commit commit, MemoryLedger memory) {
            List<Change> changes =
                    commit.changes().stream().map(c -> latest(c, memory)).toList();
            Map<String, Long> versions = new HashMap<>();
            changes.forEach(c -> versions.put(c.to().id(), c.to().version()));
            return new Commit(
                    commit.seen(),
                    changes,
                    commit.told().stream()
                            .map(w -> new Wanted(
                                    w.incident(),
                                    w.sink(),
                                    versions.getOrDefault(w.incident(), w.version()),
                                    w.notBefore()))
                            .toList(),
                    commit.winds());
        }
    },
    OUTBOX_WRITTEN_AFTER_THE_INCIDENT {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public boolean commit(Commit commit) {
                    boolean done = super.commit(new Commit(commit.seen(), commit.changes(), List.of(), commit.winds()));
                    return done
                            && (commit.told().isEmpty()
                                    || super.commit(new Commit(List.of(), List.of(), commit.told()))
                                    || done);
                }
            };
        }
    },
    /** Of equal failures that are stored by one write only the first is remembered. */
    ONE_EVENT_REMEMBERED_OF_SEVERAL {
        @Override
        Commit written(Commit commit, MemoryLedger memory) {
            return new Commit(
                    commit.seen().stream().limit(1).toList(), commit.changes(), commit.told(), commit.winds());
        }
    },
    ACKNOWLEDGED_BEFORE_STORED,
    LEASE_SHORTER_THAN_THE_FUNCTION {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
                    return super.take(telling, owner, now, now.plusSeconds(5));
                }
            };
        }
    },
    /** A run that ended well before the failure ends its incident. */
    RESOLVED_BY_AN_OLDER_EVENT {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public List<Incident> living() {
                    return super.living().stream().map(Planted::ofLongAgo).toList();
                }

                @Override
                public boolean commit(Commit commit) {
                    return super.commit(new Commit(
                            commit.seen(),
                            commit.changes().stream()
                                    .map(c -> new Change(c.from(), recalled(c.to(), memory), c.under()))
                                    .toList(),
                            commit.told(),
                            commit.winds()));
                }
            };
        }
    },
    COUNT_LOST_IN_A_RACE {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public boolean commit(Commit commit) {
                    return super.commit(commit) || commit.changes().stream().allMatch(change -> change.from() > 0);
                }
            };
        }
    },
    SNOOZE_THAT_NEVER_ENDS {
        @Override
        Commit written(Commit commit, MemoryLedger memory) {
            return new Commit(
                    commit.seen(),
                    commit.changes().stream().map(c -> stillSnoozed(c, memory)).toList(),
                    commit.told(),
                    commit.winds());
        }
    },
    STORM_WITHOUT_SERVICES_IN_FLIGHT {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public List<Action> actions() {
                    return List.of();
                }
            };
        }
    },
    SINK_FAILURE_SWALLOWED {
        @Override
        Sink over(Sink sink) {
            return new Sink() {
                @Override
                public String name() {
                    return sink.name();
                }

                @Override
                public boolean wants(News news) {
                    return sink.wants(news);
                }

                @Override
                public String tell(Bulletin bulletin) {
                    try {
                        return sink.tell(bulletin);
                    } catch (SinkException swallowed) {
                        return "";
                    }
                }
            };
        }
    };

    Ledger over(Ledger ledger, MemoryLedger memory) {
        return ledger;
    }

    /** What is written, at the moment at which it is. */
    Commit written(Commit commit, MemoryLedger memory) {
        return commit;
    }

    Sink over(Sink sink) {
        return sink;
    }

    private static Change unasked(Change change, MemoryLedger memory) {
        Map<Fingerprint, String> ids =
                memory.find(new EventKey("", 1), change.under().keySet()).ids();
        Map<Fingerprint, String> under = new HashMap<>();
        change.under().keySet().forEach(f -> under.put(f, ids.getOrDefault(f, "")));
        return new Change(0, change.to(), under);
    }

    private static Change latest(Change change, MemoryLedger memory) {
        long stored = memory.incident(change.to().id()).map(Incident::version).orElse(0L);
        return new Change(stored, with(change.to(), stored + 1, change.to().members()), change.under());
    }

    private static Change stillSnoozed(Change change, MemoryLedger memory) {
        Incident to = change.to();
        Feedback before = memory.incident(to.id()).map(Incident::feedback).orElse(Feedback.NONE);
        boolean ended = before.snooze() != null && to.feedback().snooze() == null && to.ending() == null;
        return ended ? new Change(change.from(), with(to, to.version(), to.members(), before), change.under()) : change;
    }

    private static Incident ofLongAgo(Incident incident) {
        return with(
                incident,
                incident.version(),
                incident.members().stream()
                        .map(m -> new Member(
                                m.scope(),
                                m.failures(),
                                m.firstSeen(),
                                m.scope().startsWith("family/") ? Instant.EPOCH : m.lastSeen(),
                                m.wellSince(),
                                m.impairedAt()))
                        .toList());
    }

    private static Incident recalled(Incident incident, MemoryLedger memory) {
        boolean changed = incident.members().stream().anyMatch(m -> m.lastSeen().equals(Instant.EPOCH));
        return changed
                ? memory.incident(incident.id())
                        .map(stored -> with(incident, incident.version(), stored.members()))
                        .orElse(incident)
                : incident;
    }

    private static Incident with(Incident i, long version, List<Member> members) {
        return with(i, version, members, i.feedback());
    }

    private static Incident with(Incident i, long version, List<Member> members, Feedback feedback) {
        return new Incident(
                i.id(),
                i.fingerprint(),
                version,
                i.state(),
                i.openedAt(),
                i.longestGap(),
                members,
                i.diagnosis(),
                i.past(),
                i.ending(),
                feedback,
                i.loops(),
                i.treatments());
    }
}
