package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Evidence;
import java.util.Set;

/** Labels of failures to find a place. */
final class CapacityLabels {
    private static final Set<String> UNNAMED = Set.of("capacity.placement_unknown", "capacity.unknown");
    private static final Set<String> UNSURE = Set.of("stated", "partly", "mixed", "reconnected");

    private CapacityLabels() {}

    /** The message names what is lacking by one of these labels, or does not say. */
    static boolean named(Inquiry inquiry, String... labels) {
        String label = inquiry.seen().label();
        return UNNAMED.contains(label) || Set.of(labels).contains(label);
    }

    /** The same, and any message that no place was found. */
    static boolean placement(Inquiry inquiry, String... labels) {
        return named(inquiry, labels) || inquiry.seen().label().startsWith("capacity.placement_");
    }

    /** What a check found, in its own sentence. */
    static String said(Proof proof, String check, String otherwise) {
        return proof.evidence(check).stream().map(Evidence::fact).findFirst().orElse(otherwise);
    }

    /** Only what was looked at on every instance is proven. */
    static Certainty atMost(Proof proof, String check) {
        return UNSURE.contains(proof.fault(check)) ? Certainty.PROBABLE : Certainty.PROVEN;
    }
}
