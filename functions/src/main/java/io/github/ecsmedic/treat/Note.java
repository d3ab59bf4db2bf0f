package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.AuditRecord.Word;
import io.github.ecsmedic.mend.Hand.Sent;
import io.github.ecsmedic.model.Answer;

/** What a step says of a request, for the audit. */
sealed interface Note {
    Note NONE = new None();
    Note FOUND = new Outcome(Word.FOUND_DONE, "");
    Note NOT_DONE = new Outcome(Word.FOUND_NOT_DONE, "");

    /** It is about no request. */
    record None() implements Note {}

    /**
     * The request is about to be sent.
     *
     * @param seen the value that it changes
     * @param undo whether it takes back what the fix did
     */
    record Intent(Request request, String seen, boolean undo) implements Note {}

    /** The open intent came to this. */
    record Outcome(Word word, String why) implements Note {}

    /** After the answer of AWS; as long as there is none the intent stays open. */
    static Note of(Sent sent) {
        return switch (sent) {
            case Sent.Done _ -> new Outcome(Word.DONE, "");
            case Sent.Refused(String why, boolean _) -> new Outcome(Word.REFUSED, why);
            case Sent.Unknown _ -> NONE;
        };
    }

    /** After looking at what became of a request whose answer nobody knows. */
    static Note found(Request request, String seen, Answer<String> value) {
        return value instanceof Answer.Known<String>(String is, String _) ? found(request, seen, is) : NONE;
    }

    /** The same, when what it changes is {@code is}. */
    static Note found(Request request, String seen, String is) {
        return switch (request.effect(seen, is)) {
            case DONE -> FOUND;
            case NONE -> NOT_DONE;
            case OTHER -> new Outcome(Word.UNKNOWN, "somebody else changed it meanwhile");
        };
    }
}
