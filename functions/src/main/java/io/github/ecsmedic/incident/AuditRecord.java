package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One record of the audit, which is kept for ever: before a request is sent that it is about to be, and afterwards what
 * became of it. Each names the one before it in its account and region by that one's hash.
 *
 * @param place account and region, as in {@link Fingerprint#place()}
 * @param sequence 1 for the first one of the place
 * @param previous hash of the one before; {@code ""} for the first one
 * @param at when it was written
 * @param hash of all that stands before it, as {@link #hashed()} computes it
 */
public record AuditRecord(
        String place, long sequence, String previous, Attempt attempt, Phase phase, Instant at, String hash) {
    private static final String FORM = "ecs-medic audit 1";

    /** Before or after. */
    public sealed interface Phase {
        /** The request is about to be sent. */
        record Intent() implements Phase {}

        /**
         * What became of it.
         *
         * @param of the sequence number of its intent
         * @param why a clause without a full stop, {@code ""} where there is nothing to say
         */
        record Outcome(long of, Word word, String why) implements Phase {}
    }

    /** What is known of a request in the end. */
    public enum Word {
        /** AWS answered that it was done. */
        DONE("done"),
        /** AWS answered that it was not done. */
        REFUSED("refused"),
        /** It was not sent after all. */
        NOT_SENT("not sent"),
        /** Nobody knows its answer; what it changes was found as it makes it. */
        FOUND_DONE("found done"),
        /** Nobody knows its answer; what it changes was found as it had been. */
        FOUND_NOT_DONE("found not done"),
        /** Nobody knows its answer, nor can it be seen. */
        UNKNOWN("unknown");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        /** As people read it. */
        public String text() {
            return text;
        }

        /** Whether AWS has answered, so that the request was surely sent. */
        boolean answered() {
            return this == DONE || this == REFUSED;
        }
    }

    /** The one after {@code head}. */
    public static AuditRecord after(AuditHead head, Attempt attempt, Phase phase, Instant at) {
        AuditRecord open = new AuditRecord(head.place(), head.sequence() + 1, head.hash(), attempt, phase, at, "");
        return open.with(open.hashed());
    }

    /** Whether it is the intent of a request. */
    public boolean intent() {
        return phase instanceof Phase.Intent;
    }

    /** The same with another hash. */
    AuditRecord with(String other) {
        return new AuditRecord(place, sequence, previous, attempt, phase, at, other);
    }

    /** Whether its hash is that of its content. */
    public boolean sound() {
        return hash.equals(hashed());
    }

    /** What its hash has to be: SHA-256 of {@link #canonical()}. */
    public String hashed() {
        return Sha256.of(canonical());
    }

    /**
     * All but the hash as one text: each field as the number of its bytes in UTF-8, a colon, itself and a line feed, so
     * that no two records have the same text; a list as the number of its elements, then these.
     */
    public String canonical() {
        StringBuilder text = new StringBuilder(512);
        fields(text, FORM, place, Long.toString(sequence), previous);
        fields(text, attempt.scope(), attempt.incident(), attempt.fix(), attempt.plan());
        fields(text, attempt.undo() ? "undo" : "apply");
        list(text, attempt.people());
        fields(text, attempt.action());
        list(text, attempt.argv());
        fields(text, attempt.seen());
        switch (phase) {
            case Phase.Intent() -> fields(text, "intent");
            case Phase.Outcome(long of, Word word, String why) ->
                fields(text, "outcome", Long.toString(of), word.text(), why);
        }
        fields(text, at.toString());
        return text.toString();
    }

    private static void list(StringBuilder text, List<String> elements) {
        fields(text, Integer.toString(elements.size()));
        elements.forEach(element -> fields(text, element));
    }

    private static void fields(StringBuilder text, String... fields) {
        for (String field : fields) {
            text.append(field.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(field)
                    .append('\n');
        }
    }
}
