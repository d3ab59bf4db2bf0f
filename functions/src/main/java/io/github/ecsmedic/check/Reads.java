package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Goes on with a fact, or ends as inconclusive where there is none. */
final class Reads {
    private Reads() {}

    /** {@code then} is given the value and the call it came from. */
    static <T> CheckResult then(Answer<T> answer, BiFunction<T, String, CheckResult> then) {
        return switch (answer) {
            case Unknown<T> unknown -> CheckResult.Inconclusive.because(unknown);
            case Known<T>(T value, String source) -> then.apply(value, source);
        };
    }

    /** The IAM actions of shared reads and those of one check alone. */
    static Set<String> actions(List<Set<String>> shared, String... own) {
        Set<String> all = new TreeSet<>(List.of(own));
        shared.forEach(all::addAll);
        return all;
    }
}
