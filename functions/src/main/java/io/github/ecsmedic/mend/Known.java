package io.github.ecsmedic.mend;

import io.github.ecsmedic.model.Answer;
import java.util.Optional;
import java.util.function.Function;

/** A guard's question about something that may be unknown. */
final class Known {
    private Known() {}

    /** What {@code rule} says of the value; a refusal when there is none. */
    static <T> Optional<String> or(Answer<T> answer, String what, Function<T, Optional<String>> rule) {
        return switch (answer) {
            case Answer.Known<T>(T value, String _) -> rule.apply(value);
            case Answer.Unknown<T> unknown -> Optional.of(what + " could not be read (" + unknown.why() + ")");
        };
    }

    static Optional<String> when(boolean refused, String why) {
        return refused ? Optional.of(why) : Optional.empty();
    }
}
