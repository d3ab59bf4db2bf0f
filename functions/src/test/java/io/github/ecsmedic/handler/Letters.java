package io.github.ecsmedic.handler;

import io.github.ecsmedic.handler.Coverage.Trait;
import io.github.ecsmedic.incident.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** A queue of what tells of fixes: it delivers more than once, late, and again until it is acknowledged. */
final class Letters {
    private static final long VISIBLE_AGAIN = 120_000;

    private final PriorityQueue<Letter> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Letter::due).thenComparing(l -> l.key().resource()));
    private final Turns turns;
    private final Coverage coverage;
    private int ids;

    Letters(Turns turns, Coverage coverage) {
        this.turns = turns;
        this.coverage = coverage;
    }

    /**
     * That a task failed, or that a person allowed a plan.
     *
     * @param started when the task began; null for a person's word
     * @param person {@code ""} for a failure
     */
    record Letter(EventKey key, Patient of, Instant at, Instant started, String person, String plan, long due) {
        Letter again(long later) {
            return new Letter(key, of, at, started, person, plan, later);
        }
    }

    void failed(Patient of, Instant at, Instant started) {
        post(new Letter(new EventKey("task-" + ids++, 5), of, at, started, "", "", turns.now()));
    }

    void allowed(Patient of, Instant at, String person, String plan) {
        long due = turns.now() + turns.random.nextLong(600_000);
        post(new Letter(new EventKey("press-" + ids++, 1), of, at, at, person, plan, due));
    }

    private void post(Letter letter) {
        waiting.add(letter);
        if (turns.random.nextInt(6) == 0) {
            waiting.add(letter.again(letter.due() + turns.random.nextLong(600_000)));
            coverage.saw(Trait.REDELIVERY);
        }
    }

    /** The next that is due at that time. */
    Optional<Letter> next(long now) {
        return Optional.ofNullable(waiting.peek()).filter(letter -> letter.due() <= now);
    }

    /** When the next one is due. */
    long due() {
        return waiting.isEmpty() ? Turns.NEVER : waiting.peek().due();
    }

    void acknowledged(Letter letter) {
        waiting.remove(letter);
    }

    /** Who had it has died. */
    void returned(Letter letter) {
        if (waiting.remove(letter)) {
            waiting.add(letter.again(turns.now() + VISIBLE_AGAIN));
            coverage.saw(Trait.REDELIVERY);
        }
    }
}
