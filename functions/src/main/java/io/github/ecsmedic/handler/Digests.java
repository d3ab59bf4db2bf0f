package io.github.ecsmedic.handler;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.notify.Digest;
import io.github.ecsmedic.notify.DigestPeriod;
import io.github.ecsmedic.notify.DigestSink;
import io.github.ecsmedic.notify.Sink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Sends the digest of a period that has ended: once to each sink, and again later to one that did not take it. */
record Digests(Archive archive, Settings.Digest every) {
    /** When a sink that did not take it, or a worker that died over it, is followed by another attempt. */
    static final Duration AGAIN = Duration.ofMinutes(30);

    /** With less time left it is left to the next run. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** What it sent or could not send; {@code atMost} is for each sink and for the reading. */
    List<Delivery> send(Parts parts, List<? extends Sink> sinks, Duration atMost) {
        Optional<DigestPeriod> ended = DigestPeriod.ended(every, parts.clock().instant());
        if (ended.isEmpty() || atMost.compareTo(SHORTEST) < 0) {
            return List.of();
        }
        DigestPeriod period = ended.get();
        List<Delivery> done = new ArrayList<>();
        try {
            Instant since = archive.since(parts.clock().instant());
            if (since.isBefore(period.to())) {
                send(parts, sinks, atMost, period, since, done);
            }
        } catch (LedgerException e) {
            done.add(Delivery.refused("", period.id(), "digest", e));
        }
        return done;
    }

    private void send(
            Parts parts,
            List<? extends Sink> sinks,
            Duration atMost,
            DigestPeriod period,
            Instant since,
            List<Delivery> done) {
        Digest digest = null;
        for (Sink sink : sinks) {
            Instant now = parts.clock().instant();
            if (sink instanceof DigestSink takes && archive.take(period.id(), sink.name(), now, now.plus(AGAIN))) {
                Digest told = digest == null ? new DigestFacts(archive, parts).of(period, since) : digest;
                digest = told;
                Callable<Boolean> telling = () -> {
                    takes.tell(told);
                    return true;
                };
                Delivery delivery = Delivery.of(
                        sink.name(),
                        period.id(),
                        "digest",
                        parts.sideBySide().run(List.of(telling), atMost).getFirst());
                done.add(delivery);
                if (delivery.sent()) {
                    archive.sent(period.id(), sink.name());
                }
            }
        }
    }
}
