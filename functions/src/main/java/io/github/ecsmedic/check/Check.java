package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Station;
import java.util.Optional;
import java.util.Set;

/** One read-only question to the event or to the account. */
public interface Check {
    /** Stable, unique among checks, e.g. {@code vpc-dns-attributes}. */
    String id();

    /** One sentence that says what is asked, without a full stop. */
    String question();

    /** The IAM actions that answering needs; none when the event tells. */
    Set<String> actions();

    /** Where on a packet's way it looks, for a check that is about one: there it is told when it could not look. */
    default Optional<Station> station() {
        return Optional.empty();
    }

    /** Answers; what could not be looked at is {@link CheckResult.Inconclusive}, never passed. */
    CheckResult run(Inquiry inquiry);
}
