package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.CheckResult;
import java.util.Set;

/** What a cause asks of one check's verdict. */
public sealed interface Condition {
    /** The check's id. */
    String check();

    /** It failed, with one of these faults (any when none is named). */
    record Fails(String check, Set<String> faults) implements Condition {
        public Fails {
            faults = Set.copyOf(faults);
        }
    }

    /** It passed. */
    record Passes(String check) implements Condition {}

    /** It passed, or the question did not arise. */
    record DoesNotFail(String check) implements Condition {}

    /** It failed with one of these faults (any when none is named), or the question did not arise. */
    record DoesNotPass(String check, Set<String> faults) implements Condition {
        public DoesNotPass {
            faults = Set.copyOf(faults);
        }
    }

    /**
     * It failed with one of these faults, or the question did not arise. That it passed is no proof of the contrary: the
     * check does not see all that decides, so the cause stays open.
     */
    record PassLeavesOpen(String check, Set<String> faults) implements Condition {
        public PassLeavesOpen {
            faults = Set.copyOf(faults);
        }
    }

    /** It came to a verdict, whichever: its evidence belongs to the cause. */
    record Answers(String check) implements Condition {}

    /** Whatever it says or could not look at: it decides nothing, and what it brings belongs to the cause. */
    record Adds(String check) implements Condition {}

    static Condition fails(String check, String... faults) {
        return new Fails(check, Set.of(faults));
    }

    static Condition passes(String check) {
        return new Passes(check);
    }

    static Condition doesNotFail(String check) {
        return new DoesNotFail(check);
    }

    static Condition doesNotPass(String check, String... faults) {
        return new DoesNotPass(check, Set.of(faults));
    }

    static Condition passLeavesOpen(String check, String... faults) {
        return new PassLeavesOpen(check, Set.of(faults));
    }

    static Condition answers(String check) {
        return new Answers(check);
    }

    static Condition adds(String check) {
        return new Adds(check);
    }

    /** How the verdict stands to the condition. */
    enum Standing {
        MET,
        CONTRADICTED,
        OPEN
    }

    /** Compares a verdict with the condition. */
    default Standing standing(CheckResult result) {
        if (result instanceof CheckResult.Inconclusive && !(this instanceof Adds)) {
            return Standing.OPEN;
        }
        if (result instanceof CheckResult.Passed && this instanceof PassLeavesOpen) {
            return Standing.OPEN;
        }
        boolean met = switch (this) {
            case Fails(String check, Set<String> faults) -> failed(result, faults);
            case Passes(String check) -> result instanceof CheckResult.Passed;
            case DoesNotFail(String check) -> !(result instanceof CheckResult.Failed);
            case DoesNotPass(String check, Set<String> faults) ->
                result instanceof CheckResult.NotApplicable || failed(result, faults);
            case PassLeavesOpen(String check, Set<String> faults) ->
                result instanceof CheckResult.NotApplicable || failed(result, faults);
            case Answers(String check) -> true;
            case Adds(String check) -> true;
        };
        return met ? Standing.MET : Standing.CONTRADICTED;
    }

    private static boolean failed(CheckResult result, Set<String> faults) {
        return result instanceof CheckResult.Failed failed && (faults.isEmpty() || faults.contains(failed.fault()));
    }
}
