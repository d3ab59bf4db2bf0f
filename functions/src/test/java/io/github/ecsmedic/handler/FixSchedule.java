package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Verdict;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Copying;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import io.github.ecsmedic.treat.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * One random life of the real mender: two workers that die anywhere, an ECS whose answers get lost and whose requests land
 * late, tasks that go on failing, a person who deploys, changes the setting, takes the tag away or flips the switch.
 */
final class FixSchedule {
    private static final long ACTIVE = Duration.ofMinutes(75).toMillis();
    private static final Duration LIFE = Duration.ofSeconds(100);

    /** A worker may stand still for so long between its last look and its request: what others do then nobody can see. */
    private static final long SLOWEST = 95_000;

    /** Between the last comparison and its request. */
    private static final long PROMPT = 15_000;

    private final SplittableRandom random;
    private final Turns turns;
    private final Flaw flaw;
    private final Map<State, Integer> ends;
    private final MemoryLedger memory = new MemoryLedger();
    private final World world;
    private final Books books = new Books();
    private final Inbox slack = new Inbox("slack");
    private final Witnesses witnesses = new Witnesses(memory, this::appendFails);
    private final String fix;
    private long flippedAt = Turns.NEVER;
    private long untaggedAt = Turns.NEVER;
    private long regraded = Turns.NEVER;
    private long toldVersion;
    private boolean acted;
    private final Set<String> fixed = new HashSet<>();
    private int ids;

    FixSchedule(long seed, Flaw flaw, Map<State, Integer> ends) {
        this.random = new SplittableRandom(seed);
        this.flaw = flaw;
        this.ends = ends;
        this.turns = new Turns(random, Seen.START);
        this.world = new World();
        this.fix = List.of(Ills.ANEW, Ills.LONGER, Ills.DNS).get(random.nextInt(3));
        world.tags = Ills.OPTED_IN;
        world.cures = random.nextInt(10) < 6;
        world.fate = this::fate;
    }

    void run() {
        Incident opened = Ills.incident(cause());
        memory.commit(new Commit(List.of(), List.of(new Change(0, opened, Map.of())), List.of()));
        turns.crashPerMille = random.nextInt(2) == 0 ? 0 : 25;
        turns.add(this::failures);
        turns.add(this::worker);
        turns.add(this::worker);
        if (random.nextInt(10) < 4) {
            turns.add(this::person);
        }
        turns.add(this::end);
        turns.run();
        check();
    }

    private Cause cause() {
        return switch (fix) {
            case Ills.ANEW -> Ills.digestGone();
            case Ills.LONGER -> Ills.startsTooSlowly();
            default -> Ills.dnsOff();
        };
    }

    private FakeEcs.Fate fate() {
        int luck = random.nextInt(100);
        return luck < 62
                ? FakeEcs.Fate.DONE
                : luck < 74
                        ? FakeEcs.Fate.ANSWER_LOST
                        : luck < 82
                                ? FakeEcs.Fate.LOST
                                : luck < 92
                                        ? FakeEcs.Fate.LANDS_LATE
                                        : luck < 96 ? FakeEcs.Fate.THROTTLED : FakeEcs.Fate.DENIED;
    }

    private Wishes wishes() {
        return new Wishes(Ills.PLANS, Ills.standing(false));
    }

    /** While it is ill a task fails now and then; an owner's list, or two people, want it fixed. */
    private void failures() {
        while (turns.now() < ACTIVE) {
            long started = turns.now();
            turns.pause(20_000 + random.nextInt(160_000));
            if (!world.well()) {
                Instant now = Seen.START.plusMillis(turns.now());
                Instant start = Seen.START.plusMillis(started);
                change(i -> wanted(seen(i, now, start), now));
            }
        }
    }

    private Incident seen(Incident i, Instant now, Instant start) {
        Diagnosis d = Seen.tagged(Ills.diagnosis(cause(), world.rollouts.size()), OwnerTags.of(world.tags));
        return i.again(
                new Sighting(new EventKey("task-" + ids++, 5), now, start, Seen.symptom(d), false, Optional.of(d)));
    }

    private Incident wanted(Incident i, Instant now) {
        if (!fix.equals(Ills.DNS)) {
            return wishes().listed(i, now);
        }
        String plan = Ills.PLANS.of(i, fix).orElseThrow().hash();
        return i.treatment(plan).isPresent() && random.nextInt(4) > 0
                ? i
                : wishes().allowed(wishes().allowed(i, "U1", plan, now, now), "U2", plan, now, now);
    }

    private void change(UnaryOperator<Incident> change) {
        for (int attempt = 0; attempt < 5; attempt++) {
            Incident before = memory.incident("i-1").orElseThrow();
            Incident after = change.apply(before);
            if (memory.commit(new Commit(
                    List.of(),
                    List.of(new Change(before.version(), after, Map.of())),
                    new Audience(List.of(slack), turns.clock(0)).of(before, after)))) {
                return;
            }
        }
    }

    private void worker() {
        while (turns.now() < ACTIVE) {
            turns.pause(5_000 + random.nextInt(150_000));
            turns.invoke(LIFE, this::work);
        }
    }

    private void work() {
        long end = turns.now() + LIFE.toMillis();
        Mending mending = new Mending(Ills.PLANS, Ills.standing(false), flaw.over(world), flaw.hand(world), witnesses);
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
        Ward ward = new Ward(flaw.over(books, memory), new Audience(List.of(slack), turns.clock(0)), left, "w" + ids++);
        new Mender(ward, mending).work();
        new Copying(books, witnesses).all();
    }

    private boolean appendFails() {
        turns.port();
        return !world.calm && random.nextInt(60) == 0;
    }

    private void person() {
        turns.pause(random.nextLong(Duration.ofMinutes(20).toMillis()));
        act();
    }

    private void act() {
        if (acted) {
            return;
        }
        acted = true;
        switch (random.nextInt(4)) {
            case 0 -> world.deploy("somebody", random.nextBoolean());
            case 1 -> {
                world.cap = FakeEcs.known(Mode.NOTIFY);
                flippedAt = turns.now();
            }
            case 2 -> {
                world.tags = Map.of();
                world.vpcTags = Map.of(OptIn.MODE_TAG, "notify");
                untaggedAt = turns.now();
            }
            default -> {
                world.grace = 400;
                regraded = turns.now();
            }
        }
    }

    /** Nothing goes wrong any more, and there is time. */
    private void end() {
        turns.pause(ACTIVE + LIFE.toMillis() + 5_000);
        turns.crashPerMille = 0;
        world.calm = true;
        for (int round = 0; round < 16; round++) {
            turns.pause(Duration.ofMinutes(5).toMillis());
            work();
        }
    }

    private void check() {
        witnesses.check();
        Incident incident = memory.incident("i-1").orElseThrow();
        assertThat(incident.treatments())
                .as("none is stuck")
                .allMatch(t -> t.state().over());
        List<Action> actions = memory.actions();
        assertThat(actions.size()).as("attempts in 24 hours").isLessThanOrEqualTo(2);
        assertThat(actions).as("outcomes").noneMatch(Action::pending);
        Map<Request, Integer> effects = new HashMap<>();
        world.effects.forEach(e -> effects.merge(e.request(), 1, Integer::sum));
        effects.forEach((request, times) ->
                assertThat(times).as("effects of %s, of %s", request, actions).isLessThanOrEqualTo(actions.size()));
        actions.stream()
                .filter(a -> a.outcome() == Outcome.NOT_FIXED)
                .findFirst()
                .ifPresent(first -> assertThat(actions)
                        .as("useless ones are not repeated")
                        .noneMatch(a -> a.at().isAfter(first.at()) && a.fix().equals(first.fix())));
        assertThat(memory.telling("i-1", "slack").map(t -> t.wanted()).orElse(0L))
                .as("what became of it is told")
                .isGreaterThanOrEqualTo(toldVersion);
        assertThat(memory.hold(
                        "fix/111122223333/us-east-1",
                        "last",
                        Seen.START.plus(Duration.ofDays(1)),
                        Seen.START.plus(Duration.ofDays(2))))
                .isTrue();
        incident.treatments().forEach(t -> ends.merge(t.state(), 1, Integer::sum));
    }

    /** The ledger, at each of whose calls the worker may die, or wait long. */
    private final class Books extends PassingLedger {
        Books() {
            super(memory);
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
            if (random.nextInt(40) == 0) {
                turns.pause(random.nextInt(4_000));
            }
            turns.port();
            return done;
        }

        private void stored(Incident incident) {
            State newest = incident.treatments().getLast().state();
            if ((newest == State.ACTING || newest == State.UNDOING) && random.nextInt(12) == 0) {
                act(); // just between the intent and the request
            }
            if (incident.treatments().getLast().state() != State.WANTED) {
                toldVersion = incident.version();
            }
            for (Treatment t : incident.treatments()) {
                if (t.state() == State.FIXED && fixed.add(t.id(incident.id()))) {
                    assertThat(world.well())
                            .as("it runs when it is called fixed")
                            .isTrue();
                    assertThat(world.wellFor())
                            .as("for how long it has run when it is called fixed")
                            .isGreaterThanOrEqualTo(Verdict.STEADY);
                }
            }
        }
    }

    /** The world, at each of whose calls the worker may die, and which holds each request against what is true. */
    final class World extends FakeEcs {
        private boolean calm;
        private boolean capKnown = true;

        World() {
            super(turns.clock(0));
        }

        @Override
        void port() {
            turns.port();
        }

        @Override
        public Answer<Mode> cap() {
            port();
            if (random.nextInt(60) == 0) {
                turns.pause(random.nextInt(90_000));
            }
            capKnown = calm || random.nextInt(25) > 0;
            return capKnown ? cap : new Answer.Unknown<>("Throttled", "ssm:GetParameter");
        }

        @Override
        public Sent send(Request request) {
            witnesses.sends(request);
            long now = turns.now();
            assertThat(capKnown).as("the switch was read before " + request).isTrue();
            assertThat(flippedAt).as("the switch is flipped before " + request).isGreaterThanOrEqualTo(now);
            boolean regrades = request.after().equals(new GracePeriod(60).text());
            boolean back = regrades || (request instanceof VpcAttribute attribute && !attribute.on());
            assertThat(back || now - untaggedAt < SLOWEST)
                    .as("the tag was gone before %s", request)
                    .isTrue();
            assertThat(!regrades || grace == 135 || now - regraded < PROMPT)
                    .as("what is taken back is what we made, not %d", grace)
                    .isTrue();
            if (request instanceof ServiceUpdate update && update.to() instanceof NewDeployment) {
                assertThat(rollouts.stream()
                                .filter(r -> r.by().equals("somebody") && r.number() > 1)
                                .filter(r -> Duration.between(r.begun(), clock.instant())
                                                .toMillis()
                                        > PROMPT))
                        .as("somebody deployed before " + request)
                        .allMatch(r ->
                                Duration.between(r.begun(), clock.instant()).compareTo(Duration.ofMinutes(15)) > 0);
            }
            return super.send(request);
        }
    }

    static Map<State, Integer> none() {
        return new EnumMap<>(State.class);
    }
}
