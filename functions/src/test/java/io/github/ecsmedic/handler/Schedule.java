package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.handler.Coverage.Trait;
import io.github.ecsmedic.handler.SimulatedQueue.Message;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.notify.Sink;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One random life of the functions that the template deploys: two environments that diagnose, one that sweeps, one that takes
 * presses of buttons, fed by queues that duplicate and reorder, dying at every step, telling sinks that misbehave.
 */
final class Schedule {
    /** The handlers that are driven. */
    static final List<Class<? extends RequestStreamHandler>> HANDLERS =
            List.of(DiagnoseHandler.class, SlackHandler.class, SweepHandler.class);

    private static final long END = Town.ACTIVE + 4 * 3_600_000L;
    private static final long HOURLY = 3_660_000;

    /** What stopped last is too young to be found missing by the first of these. */
    private static final int FIRST_CALM = 2;

    private static final long EVERY = Sweep.EVERY.toMillis();

    private final Turns turns;
    private final SplittableRandom random;
    private final Coverage coverage;
    private final Planted planted;
    private final Town town;
    private final SimulatedQueue queue;
    private final Map<String, SimulatedSink> sinks = new HashMap<>();
    private final Books books;
    private final MemoryWatch watch = new MemoryWatch();
    private int ids;

    Schedule(long seed, Planted planted, Coverage coverage) {
        this.random = new SplittableRandom(seed);
        this.turns = new Turns(random, Seen.START);
        this.coverage = coverage;
        this.planted = planted;
        this.town = new Town(turns);
        this.queue = new SimulatedQueue(turns, coverage);
        this.books = new Books(town, planted, coverage, sinks);
        sink("sns", Sink.MESSAGES);
        sink("slack", EnumSet.allOf(News.class));
        new Mail(town, queue, coverage).deliver(random);
        trouble();
    }

    private void sink(String name, Set<News> wanted) {
        sinks.put(name, new SimulatedSink(name, wanted, turns, coverage, books.incidents::containsKey));
    }

    private void trouble() {
        turns.crashPerMille = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
        books.troublePerMille = random.nextInt(4) == 0 ? random.nextInt(30) : 0;
        sinks.values().forEach(sink -> sink.troublePerMille = random.nextInt(3) == 0 ? 0 : random.nextInt(150));
    }

    private void calm() {
        turns.crashPerMille = 0;
        books.troublePerMille = 0;
        sinks.values().forEach(sink -> sink.troublePerMille = 0);
        queue.redrive();
    }

    void run() {
        turns.add(this::diagnose);
        turns.add(this::diagnose);
        turns.add(this::sweep);
        if (random.nextInt(4) == 0) {
            turns.add(this::press);
        }
        turns.run();
        check();
        coverage.next();
    }

    private Parts parts() {
        long skew = random.nextInt(2) == 0 ? 0 : random.nextLong(-Books.SKEW, Books.SKEW);
        if (skew != 0) {
            coverage.saw(Trait.SKEWED_CLOCK);
        }
        return new Parts(
                town.engine(),
                (region, budget) -> new TownAccount(town, turns),
                planted.over(books, books.memory),
                turns.clock(skew),
                () -> "i-" + ids++,
                true,
                turns);
    }

    private List<Sink> outlets() {
        return sinks.values().stream().map(planted::over).toList();
    }

    private void diagnose() {
        SimulatedFunction function = new SimulatedFunction(
                turns,
                coverage,
                () -> new DiagnoseHandler(
                        new BatchWork(parts(), budget -> outlets()), "diagnose", SimulatedFunction.NO_LOG));
        while (turns.now() < END) {
            List<Message> batch = queue.receive(1 + random.nextInt(10));
            if (batch.isEmpty()) {
                long idle = Math.min(queue.next(), END) - turns.now();
                turns.pause(Math.max(1, Math.min(idle, EVERY)));
                continue;
            }
            if (planted == Planted.ACKNOWLEDGED_BEFORE_STORED) {
                batch.forEach(queue::acknowledge);
            }
            Optional<String> answer = function.invoke(SimulatedQueue.batch(batch));
            answer.ifPresent(failures -> batch.stream()
                    .filter(message -> !failures.contains("\"" + message.id + "\""))
                    .forEach(queue::acknowledge));
        }
    }

    private void sweep() {
        SimulatedFunction function = new SimulatedFunction(
                turns,
                coverage,
                () -> new SweepHandler(
                        new Wiring.Sweeping(parts(), budget -> outlets(), watch, "us-east-1"),
                        "sweep",
                        SimulatedFunction.NO_LOG));
        int calm = 0;
        while (turns.now() < END) {
            if (turns.now() >= Town.ACTIVE) {
                calm();
                calm++;
            }
            function.invoke(InputStream.nullInputStream());
            turns.pause(calm > FIRST_CALM ? HOURLY : EVERY);
        }
    }

    /** Somebody presses a button of a message; Slack may post the press twice. */
    private void press() {
        SimulatedFunction slack = new SimulatedFunction(
                turns,
                coverage,
                () -> new SlackHandler(
                        Presses.SETTINGS,
                        () -> Presses.SECRET,
                        new SlackHandler.Outside(this::ask, (url, text) -> ""),
                        turns.clock(0),
                        SimulatedFunction.NO_LOG));
        turns.pause(random.nextLong(Town.ACTIVE));
        List<Incident> told =
                books.memory.living().stream().filter(sinks.get("slack")::knows).toList();
        if (told.isEmpty()) {
            return;
        }
        String incident = told.get(random.nextInt(told.size())).id();
        Presses press = Presses.SNOOZE.asks("snooze-1h", incident);
        do {
            slack.invoke(press.signed(Seen.START.plusMillis(turns.now())));
        } while (random.nextInt(4) == 0);
    }

    private void ask(String request) {
        turns.port();
        queue.ask(request);
        turns.port();
    }

    private void check() {
        assertThat(queue.drained()).as("the queue is drained").isTrue();
        List<Incident> all = books.memory.living();
        assertThat(all.stream().map(Incident::fingerprint)).doesNotHaveDuplicates();
        boolean stormy = all.stream().anyMatch(Schedule::storm);
        assertThat(stormy || books.memory.waitingSince().isEmpty())
                .as("nothing waits to be told, since %s", books.memory.waitingSince())
                .isTrue();
        assertThat(stormy && town.broken() < Storm.FLOOR)
                .as("a storm that does not end")
                .isFalse();
        List<Incident> living = all.stream().filter(i -> !storm(i)).toList();
        counted();
        sinks.values().forEach(this::knows);
        over(living);
    }

    private static boolean storm(Incident incident) {
        return incident.fingerprint().storm();
    }

    /** A storm has no failures of its own: they are those of the incidents that it is made of. */
    private void counted() {
        Map<String, Integer> counted = new HashMap<>();
        books.incidents.values().stream()
                .filter(i -> !storm(i))
                .forEach(incident -> incident.members()
                        .forEach(member -> counted.merge(member.scope(), member.failures(), Integer::sum)));
        assertThat(counted.values().stream().mapToInt(Integer::intValue).sum())
                .as("failures, of %s", counted)
                .isEqualTo(town.failed);
        counted.forEach((scope, failures) -> assertThat(failures).as(scope).isEqualTo(town.failures(scope)));
        if (town.lost > 0) {
            coverage.saw(Trait.FOUND_BY_THE_SWEEP);
        }
    }

    private void knows(SimulatedSink sink) {
        for (Incident incident : books.incidents.values()) {
            boolean knows = sink.knows(incident);
            if (!knows && toldByAStorm(incident, sink)) {
                coverage.saw(Trait.TOLD_BY_A_STORM);
            } else {
                assertThat(knows)
                        .as("%s knows %s as it is", sink.name(), incident.id())
                        .isTrue();
            }
        }
    }

    /** It ended before it had to be told by itself, or the storm still blows; the storm's own message names its services. */
    private boolean toldByAStorm(Incident incident, SimulatedSink sink) {
        Set<String> scopes = incident.members().stream().map(Member::scope).collect(Collectors.toSet());
        return !storm(incident)
                && sink.forPeople()
                && books.incidents.values().stream()
                        .filter(Schedule::storm)
                        .filter(storm ->
                                storm.ending() == null || (incident.ending() != null && !sink.heardOf(incident)))
                        .filter(storm -> meet(storm, incident))
                        .filter(sink::knows)
                        .anyMatch(storm -> storm.members().stream()
                                .map(Member::scope)
                                .collect(Collectors.toSet())
                                .containsAll(scopes));
    }

    /** A storm names what failed lately before it too. */
    private static boolean meet(Incident storm, Incident incident) {
        Instant from = storm.openedAt().minus(Storm.WINDOW).minusMillis(2 * Books.SKEW);
        return ending(storm).isAfter(incident.openedAt())
                && (incident.openedAt().isAfter(from) || ending(incident).isAfter(storm.openedAt()));
    }

    private static Instant ending(Incident incident) {
        Ending ending = incident.ending();
        return ending == null ? Instant.MAX : ending.at().plusMillis(2 * Books.SKEW);
    }

    /** What was mended is over, and what was not is not. */
    private void over(List<Incident> living) {
        List<String> open = living.stream()
                .flatMap(i -> i.members().stream())
                .map(Member::scope)
                .toList();
        town.places().values().forEach(place -> {
            if (place.mended() == Turns.NEVER) {
                assertThat(open).as("what still fails").contains("service/shop/" + place.name());
            }
        });
        if (town.familyFails()) {
            assertThat(open).as("what still fails").contains("family/shop/" + Town.FAMILY);
        }
        living.stream()
                .filter(incident ->
                        incident.members().stream().anyMatch(m -> m.scope().startsWith("service/")))
                .forEach(incident -> assertThat(incident.snoozedUntil())
                        .as("the snooze of %s, which still fails hours later", incident.id())
                        .isNull());
        living.forEach(incident ->
                assertThat(incident.members()).as("what is still open").anyMatch(member -> !mended(member.scope())));
    }

    private boolean mended(String scope) {
        Town.Place place = town.places().get(scope.substring(scope.lastIndexOf('/') + 1));
        return scope.startsWith("service/") && place != null && place.mended() < Turns.NEVER;
    }
}
