package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Certainty;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A cause that the message itself names: that it was recognised as one of these labels is the proof.
 *
 * @param labels those of which every text names the cause, not those that only make it likely
 * @param more what is asked besides
 * @param says the cause in one sentence, without a full stop
 * @param named whether this message names it; where it only suggests it, the cause is probable
 */
record StatedRule(
        String id,
        String meaning,
        Set<String> labels,
        List<Condition> more,
        Function<Proof, String> says,
        Predicate<Inquiry> named)
        implements CauseRule {
    private static final String CHECK = "stated-cause";

    StatedRule {
        labels = Set.copyOf(labels);
        more = List.copyOf(more);
    }

    /** One label, and its meaning is all there is to say. */
    static StatedRule of(String id, String label, String meaning) {
        return of(id, label, meaning, meaning);
    }

    /** One label, one sentence. */
    static StatedRule of(String id, String label, String meaning, String says) {
        return of(id, Set.of(label), meaning, proof -> says);
    }

    static StatedRule of(String id, Set<String> labels, String meaning, Function<Proof, String> says) {
        return new StatedRule(id, meaning, labels, List.of(adds("container-exit")), says, inquiry -> true);
    }

    /** The same, which asks these in place of how the container ended. */
    StatedRule with(Condition... conditions) {
        return new StatedRule(id, meaning, labels, List.of(conditions), says, named);
    }

    /** The same, never more than probable where this does not hold. */
    StatedRule provenWhere(Predicate<Inquiry> clear) {
        return new StatedRule(id, meaning, labels, more, says, clear);
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return labels.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return Stream.concat(Stream.of(fails(CHECK, labels.toArray(String[]::new))), more.stream())
                .toList();
    }

    @Override
    public String summary(Proof proof) {
        return says.apply(proof);
    }

    @Override
    public Certainty atMost(Proof proof) {
        return named.test(proof.inquiry()) ? Certainty.PROVEN : Certainty.PROBABLE;
    }
}
