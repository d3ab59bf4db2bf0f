package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the sweep remembers from one run to the next: since when services lack tasks.
 *
 * <p>One that cannot be reached throws {@link LedgerException}.
 */
public interface Watch {
    /** Since when, by scope; {@code place} is as in {@link Fingerprint#place()}. */
    Map<String, Instant> lacking(String place);

    /** Some began to lack tasks, others no longer do. */
    void change(String place, Map<String, Instant> began, Set<String> ended);
}
