package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.model.Diagnosis;
import java.util.Optional;

/** What became of one message of a batch. */
sealed interface Fate {
    /** It is in the ledger, with what has to be told of it; {@code fresh} is empty when no new diagnosis was needed. */
    record Recorded(Incident incident, News news, Optional<Diagnosis> fresh) implements Fate {}

    /** The ledger cannot be reached: the incident, of which nothing is stored, is told, and the message goes back. */
    record Unrecorded(Incident incident, String why) implements Fate {}

    /** Benign: nobody is told. */
    record Quiet(Diagnosis diagnosis) implements Fate {}

    /** Nothing for us. */
    record Ignored(String why) implements Fate {}

    /** It goes back to the queue. */
    record Returned(String why) implements Fate {}

    /** Whether the queue has to hand it out again. */
    default boolean back() {
        return switch (this) {
            case Returned _, Unrecorded _ -> true;
            case Recorded _, Quiet _, Ignored _ -> false;
        };
    }
}
