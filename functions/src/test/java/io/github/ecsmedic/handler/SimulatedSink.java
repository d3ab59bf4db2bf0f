package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A sink that refuses, limits, dawdles, or takes a message and loses its answer. */
final class SimulatedSink implements Sink {
    private final String name;
    private final Set<News> wanted;
    private final Turns turns;
    private final Coverage coverage;
    private final Predicate<String> known;
    private final Map<String, Known> last = new HashMap<>();
    private final Map<String, Known> unstored = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Set<String> heard = new HashSet<>();
    private long limitedUntil;
    int troublePerMille;

    /** {@code known} tells incidents that are stored from those that could not be. */
    SimulatedSink(String name, Set<News> wanted, Turns turns, Coverage coverage, Predicate<String> known) {
        this.name = name;
        this.wanted = wanted;
        this.turns = turns;
        this.coverage = coverage;
        this.known = known;
    }

    /** What a message said. */
    private record Known(String gist, boolean resolved, long version, int failures) {
        static Known of(Incident told) {
            boolean resolved = told.state() == Incident.State.RESOLVED;
            return new Known(News.gist(told), resolved, told.version(), told.failures());
        }
    }

    /** That a message was taken, on its way to who sent it. */
    private static final class Answer {
        private final Turns.Life process;
        private final Turns.Strand strand;
        private boolean lost;

        Answer(Turns.Life process, Turns.Strand strand) {
            this.process = process;
            this.strand = strand;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wants(News news) {
        return wanted.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        turns.port();
        if (turns.now() < limitedUntil) {
            throw new SinkException("429");
        }
        int luck = turns.random.nextInt(1000);
        if (luck < troublePerMille) {
            throw refusal();
        }
        Answer answer = new Answer(turns.process(), turns.self());
        boolean slow = luck < 2 * troublePerMille;
        boolean takenFirst = turns.random.nextBoolean();
        if (slow && !takenFirst) {
            dawdle();
        }
        take(bulletin.incident(), answer);
        if (luck >= 2 * troublePerMille && luck < 3 * troublePerMille) {
            coverage.saw(Coverage.Trait.LOST_ANSWER);
            answer.lost = true;
            throw new SinkException("taken, and the answer was lost");
        }
        if (slow && takenFirst) {
            dawdle();
        }
        turns.port();
        return "";
    }

    private SinkException refusal() {
        if (turns.random.nextBoolean()) {
            coverage.saw(Coverage.Trait.RATE_LIMITED);
            limitedUntil = turns.now() + 1_000 + turns.random.nextInt(60_000);
            return new SinkException("429");
        }
        coverage.saw(Coverage.Trait.REFUSED);
        return new SinkException("not taken");
    }

    private void dawdle() {
        coverage.saw(Coverage.Trait.SLOW_SINK);
        turns.pause(1_000 + turns.random.nextInt(30_000));
    }

    private void take(Incident told, Answer answer) {
        if (!known.test(told.id())) {
            coverage.saw(Coverage.Trait.TOLD_WITHOUT_STORE);
            unstored.put(News.gist(told), Known.of(told));
            return;
        }
        Known now = Known.of(told);
        Known before = last.put(told.id(), now);
        Answer earlier = answers.put(told.id(), answer);
        if (before != null && same(before, now)) {
            assertThat(earlier != null && !arrives(earlier))
                    .as("an answer of %s about %s got lost, so that it is told once more", name, told.id())
                    .isTrue();
        }
    }

    private boolean same(Known before, Known told) {
        return wanted.contains(News.COUNTED)
                ? before.version == told.version
                : before.gist.equals(told.gist) && before.resolved == told.resolved;
    }

    private boolean arrives(Answer answer) {
        return !answer.lost && !answer.process.over() && !turns.late(answer.strand);
    }

    /** It is stored what the sink was told, be it before the incident could be stored. */
    void settled(Telling telling) {
        String incident = telling.incident();
        answers.remove(incident);
        heard.add(incident);
        Known earlier = unstored.get(telling.told().content());
        if (earlier != null) {
            last.putIfAbsent(incident, earlier);
        }
    }

    /** It could not be stored. */
    void forgotten(String incident) {
        Answer answer = answers.get(incident);
        if (answer != null) {
            answer.lost = true;
        }
    }

    /** Whether it is stored that it was told of it. */
    boolean heardOf(Incident incident) {
        return heard.contains(incident.id());
    }

    /** Whether it knows the last state. */
    boolean knows(Incident incident) {
        Known told = last.get(incident.id());
        Known now = Known.of(incident);
        return told != null
                && told.gist.equals(now.gist)
                && told.resolved == now.resolved
                && (!wanted.contains(News.COUNTED) || told.failures == now.failures);
    }
}
