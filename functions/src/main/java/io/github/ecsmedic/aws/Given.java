package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What AWS left out of an answer: either it does not matter, or the answer brings no fact. */
final class Given {
    private Given() {}

    /** {@code ""} for what is absent. */
    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The same in lower case: endpoints and gateways come as {@code available} or {@code Available}. */
    static String lower(@Nullable String text) {
        return text(text).toLowerCase(Locale.ROOT);
    }

    /** A member without which the answer says nothing. */
    static <T> T needed(@Nullable T member, String operation) {
        if (member == null) {
            throw NoAnswer.empty(operation);
        }
        return member;
    }

    /** A list that an answer must have, if only an empty one; the SDK makes an absent list look like an empty one. */
    static <T> T listed(boolean present, T list, String operation) {
        if (!present) {
            throw NoAnswer.empty(operation);
        }
        return list;
    }

    /** The one object that was asked for by id; none or several are no fact. */
    static <T> T only(List<T> found, String operation) {
        if (found.size() != 1) {
            throw NoAnswer.empty(operation);
        }
        return found.getFirst();
    }

    /** The value of an answer, for a read that is made of several. */
    static <T> T value(Answer<T> answer) {
        return switch (answer) {
            case Answer.Known<T>(T value, String _) -> value;
            case Answer.Unknown<T>(String fault, String operation) -> throw new NoAnswer(fault, operation, "");
        };
    }

    /** A whole number in text, or null: {@code cpu} may be {@code "null"} or {@code ".5 vCPU"}. */
    static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
