package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import java.util.Set;

/** A place where incidents are told. */
public interface Sink {
    /** What a sink wants that cannot change a message that it took. */
    Set<News> MESSAGES = Set.of(News.OPENED, News.CHANGED, News.RESOLVED);

    /** A short word for logs and for the table, e.g. {@code slack}; stable for ever. */
    String name();

    /** Whether it wants to be told of that. */
    boolean wants(News news);

    /** The same when it is told: what was wanted may have been undone since, or told too often. */
    default boolean wants(Bulletin bulletin) {
        return wants(bulletin.news());
    }

    /**
     * The name of the sink whose message this one goes with, or {@code ""}. What that one knows of the incident is in the
     * bulletin, and this one is told after it.
     */
    default String follows() {
        return "";
    }

    /** Whether it speaks only where the sink that it follows cannot. */
    default boolean standsIn() {
        return false;
    }

    /** Whether people read it: then nothing is told of what is muted. */
    default boolean forPeople() {
        return true;
    }

    /**
     * Tells it. It returns when the message was accepted.
     *
     * @return by which the sink finds the message again, or {@code ""}
     * @throws SinkException when it was not accepted, or when that is not known
     */
    String tell(Bulletin bulletin);
}
