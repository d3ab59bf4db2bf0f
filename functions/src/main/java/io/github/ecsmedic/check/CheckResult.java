package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** A check's verdict. "Could not look" is never "fine". */
public sealed interface CheckResult {
    /**
     * Something is not as it must be.
     *
     * @param fault which of the faults that the check knows, e.g. {@code no-route}
     */
    record Failed(String fault, Resources resources, List<Evidence> evidence, List<Exhibit> exhibits)
            implements CheckResult {
        public Failed {
            evidence = List.copyOf(evidence);
            exhibits = List.copyOf(exhibits);
        }

        public Failed(String fault, Resources resources, Evidence... evidence) {
            this(fault, resources, List.of(evidence), List.of());
        }
    }

    /** It is as it must be. */
    record Passed(Resources resources, List<Evidence> evidence, List<Exhibit> exhibits) implements CheckResult {
        public Passed {
            evidence = List.copyOf(evidence);
            exhibits = List.copyOf(exhibits);
        }

        public Passed(Resources resources, Evidence... evidence) {
            this(resources, List.of(evidence), List.of());
        }
    }

    /** The question does not arise for this failure. */
    record NotApplicable(String why) implements CheckResult {}

    /** It could not be looked at; {@code why} names the fault and the operation. */
    record Inconclusive(String why) implements CheckResult {
        /** Because a read brought nothing. */
        public static Inconclusive because(Answer.Unknown<?> unknown) {
            return new Inconclusive(unknown.why());
        }
    }
}
