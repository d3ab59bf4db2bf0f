package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The ledger of a simulation of fixes: at each of its calls the worker may die, or wait, and what is written is held against
 * what is true.
 */
final class FixBooks extends PassingLedger {
    /** By incident: the version that has to be told. */
    final Map<String, Long> told = new HashMap<>();

    private final Map<String, List<String>> known = new HashMap<>();
    private final MemoryLedger memory;
    private final Turns turns;
    private final Map<String, Patient> patients;
    private final Consumer<Patient> meanwhile;
    private final Set<String> fixed = new HashSet<>();

    /** {@code meanwhile} may happen just between an intent and its request. */
    FixBooks(MemoryLedger memory, Turns turns, Map<String, Patient> patients, Consumer<Patient> meanwhile) {
        super(memory);
        this.memory = memory;
        this.turns = turns;
        this.patients = patients;
        this.meanwhile = meanwhile;
    }

    @Override
    protected Ledger next() {
        turns.port();
        return memory;
    }

    @Override
    public Storm storm(String place) {
        return memory.storm(place);
    }

    @Override
    public boolean commit(Commit commit) {
        turns.port();
        boolean done = memory.commit(commit);
        if (done) {
            commit.changes().forEach(change -> stored(change.to()));
        }
        if (turns.random.nextInt(40) == 0) {
            turns.pause(turns.random.nextInt(4_000));
        }
        turns.port();
        return done;
    }

    private void stored(Incident incident) {
        Patient patient = patients.get(incident.id());
        if (incident.treatments().isEmpty()) {
            return;
        }
        State newest = incident.treatments().getLast().state();
        List<String> stand = incident.treatments().stream()
                .map(t -> t.fix() + " " + t.state() + " " + t.why())
                .sorted()
                .toList();
        boolean news = !stand.equals(known.put(incident.id(), stand));
        if (news && newest != State.WANTED) {
            told.put(incident.id(), incident.version());
        }
        if (news && (newest == State.ACTING || newest == State.UNDOING)) {
            oneAtATime();
            if (turns.random.nextInt(12) == 0) {
                meanwhile.accept(patient);
            }
        }
        for (Treatment t : incident.treatments()) {
            if (t.state() == State.FIXED && fixed.add(t.id(incident.id()))) {
                allClear(patient);
            }
        }
    }

    private void oneAtATime() {
        assertThat(memory.actions().stream().filter(Action::pending).map(Action::scope))
                .as("fixes under way in one cluster, one too many")
                .hasSizeLessThan(2);
    }

    private static void allClear(Patient patient) {
        assertThat(patient.well()).as("it runs when it is called fixed").isTrue();
        assertThat(patient.wellFor())
                .as("for how long it has run when it is called fixed")
                .isGreaterThanOrEqualTo(Verdict.STEADY);
    }
}
