package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.handler.Coverage.Trait;
import io.github.ecsmedic.handler.Letters.Letter;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Copying;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import io.github.ecsmedic.treat.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One random life of the real mender: two workers that die anywhere, one or two services of ECS whose answers get lost and
 * whose requests land late, tasks that go on failing, events and words of people that come late and twice, and a person who
 * deploys, changes the setting, takes the tag away or flips the switch.
 */
final class FixSchedule {
    private static final long ACTIVE = Duration.ofMinutes(40).toMillis();
    private static final Duration LIFE = Duration.ofSeconds(100);
    private static final String LEASE = "fix/111122223333/us-east-1";

    private final SplittableRandom random;
    private final Turns turns;
    private final Flaw flaw;
    private final Coverage coverage;
    private final MemoryLedger memory = new MemoryLedger();
    private final Outside outside;
    private final Witnesses witnesses;
    private final Map<String, Patient> patients = new LinkedHashMap<>();
    private final FixBooks books;
    private final Letters letters;
    private final Inbox slack = new Inbox("slack");
    private boolean acted;
    private int workers;

    FixSchedule(long seed, Flaw flaw, Coverage coverage) {
        this.random = new SplittableRandom(seed);
        this.flaw = flaw;
        this.coverage = coverage;
        this.turns = new Turns(random, Seen.START);
        this.witnesses = new Witnesses(memory, this::appendFails);
        this.outside = new Outside(turns, coverage, witnesses);
        this.letters = new Letters(turns, coverage);
        this.books = new FixBooks(memory, turns, patients, this::act);
        falls("api", List.of(Ills.ANEW, Ills.LONGER, Ills.DNS).get(random.nextInt(3)));
        if (random.nextInt(10) < 3) {
            falls("web", List.of(Ills.ANEW, Ills.LONGER).get(random.nextInt(2)));
            coverage.saw(Trait.SECOND_INCIDENT);
        }
    }

    private void falls(String service, String fix) {
        Patient patient = new Patient(service, fix, turns, outside);
        patients.put(patient.incident, patient);
        memory.commit(new Commit(
                List.of(),
                List.of(new Change(0, Seen.incident(patient.incident, 0, patient.diagnosis()), Map.of())),
                List.of()));
    }

    void run() {
        turns.crashPerMille = random.nextInt(2) == 0 ? 0 : 25;
        for (Patient patient : patients.values()) {
            turns.add(() -> failures(patient));
            if (patient.fix.equals(Ills.DNS)) {
                turns.add(() -> people(patient));
            }
        }
        turns.add(this::intake);
        turns.add(this::worker);
        turns.add(this::worker);
        if (random.nextInt(10) < 4) {
            turns.add(this::person);
        }
        turns.add(this::end);
        turns.run();
        check();
        coverage.next();
    }

    private Instant now() {
        return Seen.START.plusMillis(turns.now());
    }

    /** While it is ill a task fails now and then. */
    private void failures(Patient patient) {
        while (turns.now() < ACTIVE) {
            Instant started = now();
            turns.pause(20_000 + random.nextInt(400_000));
            if (turns.now() < ACTIVE && !patient.well()) {
                patient.failed++;
                letters.failed(patient, now(), started);
                patient.whole = patient.whole || random.nextInt(4) == 0;
            }
        }
    }

    /** Two people allow what the message shows. */
    private void people(Patient patient) {
        while (turns.now() < ACTIVE) {
            turns.pause(random.nextInt(360_000));
            String plan = patient.shows(memory.incident(patient.incident).orElseThrow());
            for (String person : List.of("U1", "U2")) {
                patient.allowedBy(person, plan);
                letters.allowed(patient, now(), person, plan);
            }
            turns.pause(600_000 + random.nextInt(900_000));
        }
    }

    private void intake() {
        while (turns.now() < ACTIVE) {
            Optional<Letter> next = letters.next(turns.now());
            if (next.isPresent()) {
                deliver(next.get());
            } else {
                turns.pause(Math.max(1_000, Math.min(30_000, letters.due() - turns.now())));
            }
        }
    }

    private void deliver(Letter letter) {
        if (flaw == Flaw.ACKNOWLEDGED_TOO_EARLY) {
            letters.acknowledged(letter);
        }
        if (invoke(() -> take(letter))) {
            letters.acknowledged(letter);
        } else {
            letters.returned(letter);
        }
    }

    private boolean invoke(Runnable work) {
        boolean lives = turns.invoke(LIFE, work);
        if (!lives) {
            coverage.saw(Trait.CRASH);
        }
        return lives;
    }

    private void take(Letter letter) {
        boolean done = false;
        while (!done) {
            long seen = books.find(letter.key(), List.of()).seenVersion(letter.key());
            Incident before = books.incident(letter.of().incident).orElseThrow();
            done = letter.key().oldBeside(seen) || worked(letter, seen, before);
        }
    }

    private boolean worked(Letter letter, long seen, Incident before) {
        Incident after = letter.person().isEmpty() ? failed(letter, before) : allowed(letter, before, letter.person());
        return after.version() == before.version()
                || books.commit(new Commit(
                        List.of(letter.key().over(seen)),
                        List.of(new Change(before.version(), after, Map.of())),
                        new Audience(List.of(slack), turns.clock(0)).of(before, after)));
    }

    private Incident failed(Letter letter, Incident before) {
        Diagnosis d = letter.of().diagnosis();
        Incident seen = before.again(
                new Sighting(letter.key(), letter.at(), letter.started(), Seen.symptom(d), false, Optional.of(d)));
        return wishes().listed(seen, now());
    }

    private Incident allowed(Letter letter, Incident before, String person) {
        String current = Ills.PLANS.of(before, letter.of().fix).map(Plan::hash).orElse("");
        return wishes().allowed(before, person, flaw.pressed(letter.plan(), current), letter.at(), now());
    }

    private static Wishes wishes() {
        return new Wishes(Ills.PLANS, Ills.standing(false));
    }

    private void worker() {
        while (turns.now() < ACTIVE) {
            turns.pause(10_000 + random.nextInt(290_000));
            if (open()) {
                invoke(this::work);
            }
        }
    }

    private boolean open() {
        return memory.living().stream()
                .flatMap(i -> i.treatments().stream())
                .anyMatch(t -> !t.state().over());
    }

    private void work() {
        long end = turns.now() + LIFE.toMillis();
        Rounds rounds = new Rounds(patients.values(), flaw);
        TimeBudget left = new TimeBudget() {
            @Override
            public Duration left() {
                return Duration.ofMillis(end - turns.now());
            }

            @Override
            public void pause(Duration time) {
                throw new IllegalStateException("nothing here waits");
            }
        };
        Mending mending = new Mending(Ills.PLANS, Ills.standing(false), rounds, rounds, witnesses, flaw.guards());
        Audience audience = new Audience(List.of(slack), turns.clock(0));
        new Mender(new Ward(flaw.over(books, memory), audience, left, "w" + workers++), mending).work();
        new Copying(books, witnesses).all();
    }

    private boolean appendFails() {
        turns.port();
        return !outside.calm && random.nextInt(60) == 0;
    }

    private void person() {
        turns.pause(random.nextLong(Duration.ofMinutes(20).toMillis()));
        List<Patient> all = List.copyOf(patients.values());
        act(all.get(random.nextInt(all.size())));
    }

    private void act(Patient patient) {
        if (acted) {
            return;
        }
        acted = true;
        coverage.saw(Trait.HUMAN);
        switch (random.nextInt(4)) {
            case 0 -> patient.deploy("somebody", random.nextBoolean());
            case 1 -> outside.flip();
            case 2 -> patient.untag();
            default -> patient.regrade();
        }
    }

    /** Nothing goes wrong any more, and there is time. */
    private void end() {
        turns.pause(ACTIVE + LIFE.toMillis() + 5_000);
        turns.crashPerMille = 0;
        outside.calm = true;
        for (Optional<Letter> left = letters.next(Turns.NEVER); left.isPresent(); left = letters.next(Turns.NEVER)) {
            deliver(left.get());
        }
        for (int round = 0; round < 16 && open(); round++) {
            turns.pause(Duration.ofMinutes(5).toMillis());
            work();
        }
        new Copying(books, witnesses).all();
    }

    private void check() {
        witnesses.check();
        patients.values().forEach(this::check);
        assertThat(memory.actions()).as("outcomes").noneMatch(Action::pending);
        assertThat(memory.hold(LEASE, "last", Seen.START.plus(Duration.ofDays(1)), Seen.START.plus(Duration.ofDays(2))))
                .isTrue();
        if (patients.values().stream().filter(p -> !p.effects.isEmpty()).count() > 1) {
            coverage.saw(Trait.SECOND_FIX);
        }
    }

    private void check(Patient patient) {
        Incident incident = memory.incident(patient.incident).orElseThrow();
        assertThat(incident.members().stream().mapToInt(Member::failures).sum())
                .as("failures that were found")
                .isEqualTo(patient.failed);
        assertThat(incident.treatments())
                .as("none is stuck")
                .allMatch(t -> t.state().over());
        List<Action> actions = memory.actions().stream()
                .filter(a -> a.scope().endsWith("/" + patient.name))
                .toList();
        assertThat(actions.size()).as("attempts in 24 hours").isLessThanOrEqualTo(2);
        Map<Request, Integer> effects = new HashMap<>();
        patient.effects.forEach(e -> effects.merge(e.request(), 1, Integer::sum));
        effects.forEach((request, times) ->
                assertThat(times).as("effects of %s, of %s", request, actions).isLessThanOrEqualTo(actions.size()));
        actions.stream()
                .filter(a -> a.outcome() == Outcome.NOT_FIXED)
                .findFirst()
                .ifPresent(first -> assertThat(actions)
                        .as("useless ones are not repeated")
                        .noneMatch(a -> a.at().isAfter(first.at()) && a.fix().equals(first.fix())));
        assertThat(memory.telling(patient.incident, "slack")
                        .map(t -> t.wanted())
                        .orElse(0L))
                .as("what became of it is told")
                .isGreaterThanOrEqualTo(books.told.getOrDefault(patient.incident, 0L));
        if (!patient.effects.isEmpty()) {
            coverage.saw(Trait.FIX);
        }
        incident.treatments().stream().map(Treatment::state).forEach(this::met);
    }

    private void met(State state) {
        switch (state) {
            case FIXED -> coverage.saw(Trait.FIXED);
            case NOT_FIXED -> coverage.saw(Trait.NOT_HELPED);
            case UNDONE -> coverage.saw(Trait.UNDONE);
            case UNKNOWN -> coverage.saw(Trait.UNKNOWN_OUTCOME);
            case WANTED, ACTING, ACTED, UNDOING, UNVERIFIED, REFUSED, FAILED, SKIPPED -> {}
        }
    }
}
