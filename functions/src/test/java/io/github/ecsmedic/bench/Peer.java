package io.github.ecsmedic.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that answers Lambda's events.
 *
 * @param envelope in what it wants an event of EventBridge
 */
record Peer(String name, List<String> command, Path folder, Map<String, String> environment, Envelope envelope) {
    /** Puts an event into the form in which a function is handed it. */
    interface Envelope extends UnaryOperator<String> {}

    /** As EventBridge hands it over. */
    static final Envelope BARE = event -> event;

    /** As a queue hands it over. */
    static final Envelope QUEUED = Failures::batch;
}
