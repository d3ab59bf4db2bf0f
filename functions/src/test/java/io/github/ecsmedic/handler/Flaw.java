package io.github.ecsmedic.handler;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Guard;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Bugs of design that the simulation of fixes has to find. */
enum Flaw {
    NONE,
    /** The queue forgets a message before what it tells is stored. */
    ACKNOWLEDGED_TOO_EARLY,
    /**
     * A lease runs out under its worker, and what it writes does not ask for it. Each alone changes nothing: who has lost
     * the lease cannot store the intent without which nothing is sent.
     */
    SHORT_LEASE {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public boolean hold(String name, String owner, Instant now, Instant until) {
                    return super.hold(name, owner, now, now.plusSeconds(2));
                }

                @Override
                public boolean commit(Commit c) {
                    return super.commit(new Commit(
                            c.seen(),
                            c.changes(),
                            c.told(),
                            c.winds(),
                            new Deed(
                                    c.deed().actions(),
                                    Optional.empty(),
                                    c.deed().audit())));
                }
            };
        }
    },
    /** The guards are asked before what they ask about has been read: what is not known is left to those that follow. */
    GUARDS_BEFORE_THEIR_READS {
        @Override
        List<Guard> guards() {
            return Guards.ALL.stream().map(Flaw::hasty).toList();
        }
    },
    /** What a person allowed is taken for whatever the fix would send now. */
    APPROVAL_NOT_BOUND_TO_ITS_PLAN {
        @Override
        String pressed(String shown, String current) {
            return current.isEmpty() ? shown : current;
        }
    },
    /** What became of a request is looked at before it can have landed. */
    NO_SETTLE {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return reading(ledger, State.ACTING, t -> t.to(State.ACTING, t.why(), t.at().minusSeconds(60)));
        }
    },
    /** The request is sent before it is recorded that it will be. */
    NO_INTENT {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public boolean commit(Commit commit) {
                    return (!commit.changes().isEmpty() && last(commit).state() == State.ACTING)
                            || super.commit(commit);
                }
            };
        }
    },
    /** A lost answer counts as a request that was not done. */
    FORGOTTEN_ON_ERROR {
        @Override
        Hand hand(FakeEcs world) {
            return new Hand() {
                @Override
                public Answer<String> value(Request request) {
                    return world.value(request);
                }

                @Override
                public Sent send(Request request) {
                    return world.send(request) instanceof Sent.Unknown(String why)
                            ? new Sent.Refused(why, true)
                            : new Sent.Done("");
                }
            };
        }
    },
    /** The message is written after the state. */
    NO_OUTBOX {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public boolean commit(Commit c) {
                    boolean done = super.commit(new Commit(c.seen(), c.changes(), List.of(), c.winds(), c.deed()));
                    return done
                            && (c.told().isEmpty() || super.commit(new Commit(List.of(), List.of(), c.told())) || done);
                }
            };
        }
    },
    /** It is called fixed as soon as it was done. */
    OK_TOO_EARLY {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return writing(ledger, t -> t.state() == State.ACTED ? t.to(State.FIXED, "it was sent", t.at()) : t);
        }
    },
    /** Verification takes the first look that finds it well for a steady state. */
    OLDER_STEADY_STATE {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return writing(
                    ledger,
                    t -> t.state() == State.ACTED && t.wellSince() != null
                            ? t.to(State.FIXED, "it was seen well", t.wellSince())
                            : t);
        }
    },
    /** Tags are read once and kept. */
    OPT_IN_FROM_A_CACHE {
        @Override
        Outlook over(FakeEcs world) {
            return new Seeing(
                    world,
                    live -> new Live(
                            world.firstTags.orElse(live.tags()),
                            live.service(),
                            live.deployments(),
                            live.stackChanges(),
                            live.touched(),
                            live.values()));
        }
    },
    /** A switch that cannot be read lets pass. */
    UNKNOWN_PASSES {
        @Override
        Outlook over(FakeEcs world) {
            return new Seeing(world, live -> live) {
                @Override
                public Answer<Mode> cap() {
                    Answer<Mode> cap = super.cap();
                    return cap instanceof Answer.Known<Mode> ? cap : FakeEcs.known(Mode.AUTO);
                }
            };
        }
    },
    /** What is taken back is not looked at before. */
    UNDO_WITHOUT_COMPARE {
        @Override
        Hand hand(FakeEcs world) {
            return new Hand() {
                @Override
                public Answer<String> value(Request request) {
                    boolean made =
                            world.effects.stream().anyMatch(e -> e.request().equals(request));
                    boolean back = world.sent.stream()
                            .anyMatch(r -> request.inverse().filter(r::equals).isPresent());
                    Answer<String> value = world.value(request);
                    return made && !back ? FakeEcs.known(request.after()) : value;
                }

                @Override
                public Sent send(Request request) {
                    return world.send(request);
                }
            };
        }
    },
    /** The switch is read once for each run. */
    SWITCH_NOT_ASKED_AGAIN {
        @Override
        Outlook over(FakeEcs world) {
            return new Seeing(world, live -> live) {
                private Optional<Answer<Mode>> kept = Optional.empty();

                @Override
                public Answer<Mode> cap() {
                    if (kept.isEmpty()) {
                        kept = Optional.of(super.cap());
                    }
                    return kept.get();
                }
            };
        }
    },
    /** What did not help is forgotten. */
    NO_MEMORY {
        @Override
        Ledger over(Ledger ledger, MemoryLedger memory) {
            return new PassingLedger(ledger) {
                @Override
                public List<Action> actions() {
                    return super.actions().stream()
                            .filter(a -> a.outcome() != Action.Outcome.NOT_FIXED)
                            .toList();
                }
            };
        }
    };

    Ledger over(Ledger ledger, MemoryLedger memory) {
        return ledger;
    }

    Outlook over(FakeEcs world) {
        return world;
    }

    Hand hand(FakeEcs world) {
        return world;
    }

    List<Guard> guards() {
        return Guards.ALL;
    }

    /** Which plan the word of a person is for. */
    String pressed(String shown, String current) {
        return shown;
    }

    private static Guard hasty(Guard guard) {
        return new Guard(
                guard.id(),
                guard.name(),
                snapshot -> guard.rule().apply(snapshot).filter(why -> !why.contains("could not be read")));
    }

    /** Sees the world otherwise. */
    private static class Seeing implements Outlook {
        private final FakeEcs world;
        private final UnaryOperator<Live> eyes;

        Seeing(FakeEcs world, UnaryOperator<Live> eyes) {
            this.world = world;
            this.eyes = eyes;
        }

        @Override
        public Answer<Mode> cap() {
            return world.cap();
        }

        @Override
        public Answer<Boolean> freezes() {
            return world.freezes();
        }

        @Override
        public Live live(Plan plan) {
            return eyes.apply(world.live(plan));
        }
    }

    private static Treatment last(Commit commit) {
        return commit.changes().getFirst().to().treatments().getLast();
    }

    private static Ledger reading(Ledger ledger, State state, UnaryOperator<Treatment> otherwise) {
        return new PassingLedger(ledger) {
            @Override
            public Optional<Incident> incident(String id) {
                return super.incident(id).map(i -> with(i, t -> t.state() == state ? otherwise.apply(t) : t));
            }
        };
    }

    private static Ledger writing(Ledger ledger, UnaryOperator<Treatment> otherwise) {
        return new PassingLedger(ledger) {
            @Override
            public boolean commit(Commit c) {
                return super.commit(new Commit(
                        c.seen(),
                        c.changes().stream()
                                .map(change -> new Change(change.from(), with(change.to(), otherwise), change.under()))
                                .toList(),
                        c.told(),
                        c.winds(),
                        c.deed()));
            }
        };
    }

    private static Incident with(Incident i, UnaryOperator<Treatment> change) {
        return new Incident(
                i.id(),
                i.fingerprint(),
                i.version(),
                i.state(),
                i.openedAt(),
                i.longestGap(),
                i.members(),
                i.diagnosis(),
                i.past(),
                i.ending(),
                i.feedback(),
                i.loops(),
                i.treatments().stream().map(change).toList());
    }
}
