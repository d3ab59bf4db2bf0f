package io.github.ecsmedic.notify;

import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends to Slack no sooner than it asks for: it waits where the run is long enough, and else gives up until then. */
public final class SlackPace {
    /** A message is worth that much of a run. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final int ATTEMPTS = 5;

    private static final HttpPost.Reply TAKEN = new HttpPost.Reply(
            HttpURLConnection.HTTP_OK, Duration.ofSeconds(1), "{\"ok\":true,\"channel\":\"C0\",\"ts\":\"1.1\"}");

    private final Clock clock;
    private final Function<HttpPost, HttpPost.Reply> way;
    private Instant open = Instant.EPOCH;

    /** One for all that is sent by this process. */
    public SlackPace(Clock clock) {
        this(clock, HttpPost::send);
    }

    private SlackPace(Clock clock, Function<HttpPost, HttpPost.Reply> way) {
        this.clock = clock;
        this.way = way;
    }

    /** Sends nothing, and says that Slack has taken it. */
    public static SlackPace unsent(Clock clock) {
        return new SlackPace(clock, _ -> TAKEN);
    }

    /** Sends until it is not told to wait. */
    HttpPost.Reply send(Supplier<HttpPost> post, TimeBudget budget) {
        Duration paused = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            Duration closed = closed();
            if (closed.isZero()) {
                HttpPost.Reply reply = way.apply(post.get());
                if (reply.status() != HttpPost.TOO_MANY) {
                    return reply;
                }
                close(reply.retryAfter());
                closed = reply.retryAfter();
            }
            paused = paused.plus(closed);
            boolean fits = attempt < ATTEMPTS
                    && paused.compareTo(LONGEST_PAUSE) <= 0
                    && budget.left().compareTo(closed.plus(HttpPost.ATTEMPT)) >= 0;
            if (!fits) {
                throw tooMany(closed);
            }
            pause(closed, budget);
        }
    }

    /** Until when Slack wants nothing more. */
    SinkException tooMany(Duration wait) {
        return new SinkException(
                "Slack takes no more messages for " + wait.toSeconds()
                        + " s, longer than this run lasts. The message has to be sent again later.",
                SinkFault.TOO_MANY,
                wait);
    }

    private synchronized Duration closed() {
        Duration left = Duration.between(clock.instant(), open);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private synchronized void close(Duration wait) {
        open = clock.instant().plus(wait);
    }

    private synchronized void reopen() {
        open = Instant.EPOCH;
    }

    private void pause(Duration wait, TimeBudget budget) {
        try {
            budget.pause(wait);
            reopen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkException("Interrupted while waiting for Slack. The message has to be sent again later.");
        }
    }
}
