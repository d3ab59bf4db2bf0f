package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Telling;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger of a simulation: before and after each of its calls the process may die and others may run, it can be out of
 * reach, a write's answer can get lost, and what is written is held against what is true.
 */
final class Books extends PassingLedger {
    final MemoryLedger memory;
    final Map<String, Incident> incidents = new HashMap<>();
    private final Turns turns;
    private final Town town;
    private final Coverage coverage;
    private final Map<String, SimulatedSink> sinks;
    private final Planted planted;
    int troublePerMille;

    /** How wrong a clock may go. */
    static final long SKEW = 20_000;

    Books(Town town, Planted planted, Coverage coverage, Map<String, SimulatedSink> sinks) {
        this(new MemoryLedger(), town, planted, coverage, sinks);
    }

    private Books(
            MemoryLedger memory, Town town, Planted planted, Coverage coverage, Map<String, SimulatedSink> sinks) {
        super(memory);
        this.memory = memory;
        this.planted = planted;
        this.turns = town.turns();
        this.town = town;
        this.coverage = coverage;
        this.sinks = sinks;
    }

    @Override
    protected Ledger next() {
        turns.port();
        if (troublePerMille > 0 && turns.random.nextInt(100) == 0) {
            turns.pause(20_000 + turns.random.nextInt(120_000));
        }
        if (trouble()) {
            throw new LedgerException("out of reach");
        }
        return super.next();
    }

    private boolean trouble() {
        boolean trouble = turns.random.nextInt(1000) < troublePerMille;
        if (trouble) {
            coverage.saw(Coverage.Trait.STORE_OUT_OF_REACH);
        }
        return trouble;
    }

    /** The answer is on its way: the process may die before it has it, or never get it. */
    private <T> T answered(T answer) {
        turns.port();
        if (trouble()) {
            throw new LedgerException("the answer was lost");
        }
        return answer;
    }

    @Override
    public Found find(Collection<EventKey> events, Collection<Fingerprint> fingerprints) {
        return answered(super.find(events, fingerprints));
    }

    @Override
    public List<Incident> living() {
        return answered(super.living());
    }

    /** Fixes are in flight as the town says; who carries them out is not simulated. */
    @Override
    public List<Action> actions() {
        next();
        Optional<Action> fix = town.fixing(turns.now());
        fix.ifPresent(_ -> coverage.saw(Coverage.Trait.FIX_IN_FLIGHT));
        return answered(fix.stream().toList());
    }

    @Override
    public boolean commit(Commit asked) {
        Ledger whole = next();
        Commit commit = planted.written(asked, memory);
        commit.changes().forEach(this::holds);
        commit.winds().forEach(this::blows);
        boolean done = whole.commit(commit);
        if (done) {
            if (commit.seen().size() > 1) {
                coverage.saw(Coverage.Trait.EQUAL_FAILURES);
            }
            commit.changes().forEach(this::known);
        } else {
            coverage.saw(Coverage.Trait.WRITE_CONFLICT);
        }
        return answered(done);
    }

    private void known(Change change) {
        incidents.put(change.to().id(), change.to());
        if (change.to().snoozedUntil() != null) {
            coverage.saw(Coverage.Trait.SNOOZED);
        }
    }

    /** Nothing may be called over while it fails. */
    private void holds(Change change) {
        Incident to = change.to();
        Incident before = memory.incident(to.id()).orElse(null);
        if (to.fingerprint().storm()) {
            coverage.saw(to.ending() == null ? Coverage.Trait.STORM : Coverage.Trait.STORM_OVER);
            return;
        }
        if (to.ending() == null || before == null || before.ending() != null || before.version() != change.from()) {
            return;
        }
        coverage.saw(Coverage.Trait.RESOLVED);
        assertThat(to.ending().at())
                .as("the end of %s, which failed last at %s", to.id(), before.lastSeen())
                .isAfter(before.lastSeen());
        to.members().stream()
                .map(member -> town.places().get(name(member.scope())))
                .filter(place -> place != null)
                .forEach(place -> assertThat(
                                place.failing(turns.now()) && place.failing(turns.now() - SimulatedFunction.LIFE))
                        .as("%s fails when %s is called over", place.name(), to.id())
                        .isFalse());
    }

    /** It is a storm when so many services fail, or are in flight, that whoever decides it cannot have seen fewer. */
    private void blows(Wind wind) {
        Instant now = Seen.START.plusMillis(turns.now());
        Set<String> failing = new HashSet<>();
        town.fixing(turns.now())
                .filter(fix -> fix.at().isBefore(now.minusMillis(SimulatedFunction.LIFE)))
                .ifPresent(fix -> failing.add(fix.scope()));
        wind.to().failing().forEach((scope, plight) -> {
            if (plight.at().isAfter(now.plusMillis(SKEW).minus(Storm.WINDOW))) {
                failing.add(scope);
            }
        });
        assertThat(failing.size() < Storm.FLOOR || wind.to().blows())
                .as("a storm of %s", failing)
                .isTrue();
    }

    private static String name(String scope) {
        return scope.startsWith("service/") ? scope.substring(scope.lastIndexOf('/') + 1) : "";
    }

    @Override
    public Optional<Telling> take(Telling telling, String owner, Instant now, Instant until) {
        return answered(super.take(telling, owner, now, until));
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        SimulatedSink sink = sinks.get(settled.sink());
        try {
            next();
        } catch (LedgerException e) {
            sink.forgotten(settled.incident());
            throw e;
        }
        Instant toldBefore = memory.telling(settled.incident(), settled.sink())
                .map(before -> before.told().at())
                .orElse(Instant.EPOCH);
        boolean done = memory.settle(settled, owner);
        if (done && !settled.told().at().equals(toldBefore)) {
            sink.settled(settled);
        }
        return answered(done);
    }
}
