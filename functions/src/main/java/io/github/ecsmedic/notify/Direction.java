package io.github.ecsmedic.notify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident is told, to whom, how loudly, and whether at all: what tags and rules say beside the stack's own
 * settings.
 *
 * @param channel of Slack, {@code #name} or an id; {@code ""} for the stack's
 * @param owners who are named in the message, as tags and rules write them; validated, at most ten
 * @param severity in place of the diagnosis's own; null for that
 * @param mutedUntil before which people are told nothing; null when they are told
 * @param ignoredBy the rule for which nobody is told, or {@code ""}
 * @param remarks sentences for the message: what overrides the severity, and which tags cannot be read
 */
public record Direction(
        String channel,
        List<String> owners,
        @Nullable Severity severity,
        @Nullable Instant mutedUntil,
        String ignoredBy,
        List<String> remarks) {
    /** As the stack's settings say. */
    public static final Direction NONE = new Direction("", List.of(), null, null, "", List.of());

    public Direction {
        owners = List.copyOf(owners);
        remarks = List.copyOf(remarks);
    }

    /** The one that overrides it, or the diagnosis's own. */
    public Severity severity(Severity ofDiagnosis) {
        return severity == null ? ofDiagnosis : severity;
    }

    /** Whether a rule says that nobody is told. */
    public boolean ignored() {
        return !ignoredBy.isEmpty();
    }
}
