package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SinkFault;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What one sink did with one message.
 *
 * @param news what it was told, or {@code ""}
 * @param fault {@code ""} when it took the message, or was not given it
 * @param kind of the fault: the word of a {@link SinkFault}, {@code bug}, {@code ledger}, or {@code ""}
 * @param lag from the failure until a sink took the first message about it; null for any other message
 * @param silence why it was not given it, or {@code ""}
 */
record Delivery(
        String sink,
        String incident,
        String news,
        String fault,
        String kind,
        @Nullable Duration lag,
        String silence) {
    /** One that was sent. */
    Delivery(String sink, String incident, String news, String fault, String kind) {
        this(sink, incident, news, fault, kind, null, "");
    }

    /** One that was taken. */
    Delivery(String sink, String incident, String news) {
        this(sink, incident, news, "", "");
    }

    /** One that is not sent for now. */
    static Delivery withheld(String sink, String incident, String news, String silence) {
        return new Delivery(sink, incident, news, "", "", null, silence);
    }

    /** By how the sending ended. */
    static Delivery of(String sink, String incident, String news, Future<?> sent) {
        return switch (sent.state()) {
            case SUCCESS -> new Delivery(sink, incident, news);
            case FAILED -> refused(sink, incident, news, sent.exceptionNow());
            case CANCELLED, RUNNING ->
                new Delivery(sink, incident, news, "time: it did not answer", SinkFault.UNANSWERED.word());
        };
    }

    /** A sink says itself what to do; what is neither its fault nor the ledger's is a bug. */
    static Delivery refused(String sink, String incident, String news, Throwable thrown) {
        return switch (thrown) {
            case SinkException e ->
                new Delivery(
                        sink,
                        incident,
                        news,
                        String.valueOf(e.getMessage()),
                        e.fault().word());
            case LedgerException e -> new Delivery(sink, incident, news, "ledger: " + e.getMessage(), "ledger");
            default -> new Delivery(sink, incident, news, "bug: " + SideBySide.fault(thrown), "bug");
        };
    }

    /** Whether nothing went wrong. */
    boolean sent() {
        return fault.isEmpty();
    }

    /** In a word or a sentence. */
    String result() {
        return fault.isEmpty() ? silence.isEmpty() ? "sent" : silence : fault;
    }
}
