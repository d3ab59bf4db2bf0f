package io.github.ecsmedic.treat;

import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.model.Answer;
import java.util.Optional;

/** The kill switch in the moment of a request. */
final class Switch {
    private Switch() {}

    /** Why it forbids what needs this mode; empty when it does not. */
    static Optional<String> forbids(Answer<Mode> cap, Mode needed) {
        return switch (cap) {
            case Answer.Known<Mode>(Mode mode, String _) ->
                mode.compareTo(needed) < 0
                        ? Optional.of("the kill switch allows no more than " + mode.word())
                        : Optional.empty();
            case Answer.Unknown<Mode> unknown ->
                Optional.of("the kill switch could not be read (" + unknown.why() + ")");
        };
    }
}
