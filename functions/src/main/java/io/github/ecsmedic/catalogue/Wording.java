package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.Condition;
import java.util.Set;
import java.util.TreeSet;

/** Conditions and clauses in words. */
final class Wording {
    private Wording() {}

    /** e.g. {@code must find no-route. Asks: does the subnet route to the destination?} */
    static String of(Condition condition, String question) {
        String must = switch (condition) {
            case Condition.Fails(String check, Set<String> faults) -> "must find " + faults(faults);
            case Condition.Passes(String check) -> "must find nothing wrong";
            case Condition.DoesNotFail(String check) -> "must find nothing wrong, or not apply";
            case Condition.DoesNotPass(String check, Set<String> faults) ->
                "must find " + faults(faults) + ", or not apply";
            case Condition.PassLeavesOpen(String check, Set<String> faults) ->
                "must find " + faults(faults) + ", or not apply; that it finds nothing wrong is no proof";
            case Condition.Answers(String check) -> "must come to a verdict";
            case Condition.Adds(String check) -> "adds what it finds, and decides nothing";
        };
        return question.isEmpty() ? must + "." : must + ". It asks: " + question + "?";
    }

    /** A clause of the catalogue as a sentence. */
    static String sentence(String clause) {
        return clause.isEmpty() || clause.endsWith(".") ? clause : clause + ".";
    }

    private static String faults(Set<String> faults) {
        return faults.isEmpty() ? "a fault" : String.join(" or ", new TreeSet<>(faults));
    }
}
