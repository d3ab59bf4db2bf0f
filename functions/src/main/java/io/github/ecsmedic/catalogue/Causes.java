package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.CauseRule;
import java.util.List;

/** Every cause, the more specific before the more general: of several that are proven the first is the answer. */
final class Causes {
    private Causes() {}

    static List<CauseRule> all() {
        return List.of();
    }
}
