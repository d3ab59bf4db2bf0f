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

    /**
     * Tells it. It returns when the message was accepted.
     *
     * @return by which the sink finds the message again, or {@code ""}
     * @throws SinkException when it was not accepted, or when that is not known
     */
    String tell(Bulletin bulletin);
}
