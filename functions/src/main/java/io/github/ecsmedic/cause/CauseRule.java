package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/**
 * One root cause: the failures that it can explain, and the verdicts which together prove it.
 *
 * <p>The cause is <em>proven</em> when every condition is met; <em>refuted</em> when one is contradicted by a check that
 * did look; <em>probable</em> when the first condition is met and others could not be looked at; <em>possible</em> when
 * another was found to be so; else nothing points at it.
 * Of several proven causes the one that stands earlier in the catalogue ranks first.
 */
public interface CauseRule {
    /** A cause id, stable for ever, e.g. {@code dns.vpc_attributes_off}. */
    String id();

    /** One sentence that says what it means, without a full stop. */
    String meaning();

    /** Whether it can explain this failure at all; looks at label, facts and event only. */
    boolean explains(Inquiry inquiry);

    /** What must be true; the first is the one without which the cause is not even probable. */
    List<Condition> conditions();

    /** The cause in one sentence for the person who is woken by it, with names and ids, without a full stop. */
    String summary(Proof proof);

    /**
     * The kinds of its resources by which other services are hit as well: those that use an object of every kind. The
     * first is the one that is told. None when the fault is this service's alone.
     */
    default List<String> sharedKinds() {
        return List.of();
    }

    /** The kinds of its resources at which a change may have brought it about, foremost first. */
    default List<String> changedKinds() {
        return sharedKinds();
    }

    /** The surest it can be when all conditions are met. */
    default Certainty atMost(Proof proof) {
        return Certainty.PROVEN;
    }
}
