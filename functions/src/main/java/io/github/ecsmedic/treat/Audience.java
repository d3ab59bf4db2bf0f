package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Sink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has to be told of a change, and when. */
public record Audience(List<? extends Sink> sinks, Clock clock) {
    /**
     * Counts, and services that a known fault hits too, come in bursts: they are told together. What a person asked for
     * is shown at once.
     */
    public static final Duration TOGETHER = Duration.ofSeconds(30);

    public Audience {
        sinks = List.copyOf(sinks);
    }

    /** {@code before} is null for an incident that was not known. */
    public List<Wanted> of(@Nullable Incident before, Incident after) {
        return of(before, after, Instant.EPOCH);
    }

    /** The same; people are not told before {@code people}, machines at once. */
    public List<Wanted> of(@Nullable Incident before, Incident after, Instant people) {
        News news = News.since(before, after);
        Instant now = clock.instant();
        Instant notBefore = before != null && burst(news, before, after) ? now.plus(TOGETHER) : now;
        return sinks.stream()
                .filter(sink -> sink.wants(news))
                .map(sink -> new Wanted(
                        after.id(),
                        sink.name(),
                        after.version(),
                        sink.forPeople() ? later(notBefore, people) : notBefore))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean burst(News news, Incident before, Incident after) {
        return (news == News.COUNTED && before.feedback().equals(after.feedback()))
                || (news == News.CHANGED
                        && News.causes(before).equals(News.causes(after))
                        && before.treatments().equals(after.treatments()));
    }
}
