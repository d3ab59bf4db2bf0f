package io.github.ecsmedic.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change that we made or are making: what the guards remember of a {@link Treatment}.
 *
 * @param id of the treatment, by which it is written again when its outcome is known
 * @param scope the service, as {@link Fingerprint#scope()} writes it
 * @param cause the fingerprint of the cause that it was to cure
 * @param revision the service's task definition then
 * @param at when its first request was about to be sent
 */
public record Action(
        String id,
        String scope,
        String cluster,
        String fix,
        Fingerprint cause,
        String revision,
        Instant at,
        Outcome outcome) {
    /** What came of it. */
    public enum Outcome {
        /** It is not known yet. */
        PENDING,
        FIXED,
        NOT_FIXED,
        /** It could not be verified, or it is not known whether it was done. */
        UNKNOWN,
        /** Nothing was done: AWS refused it, or somebody else was faster. It counts as an attempt all the same. */
        NOT_DONE
    }

    /** The incident of the treatment, as {@link Treatment#id} writes it. */
    public String incident() {
        return id.split(" ", -1)[0];
    }

    /** Whether its outcome is not known yet. */
    public boolean pending() {
        return outcome == Outcome.PENDING;
    }

    /** The scopes of services in which one of these is under way. */
    public static Set<String> inFlight(Collection<Action> actions) {
        return actions.stream().filter(Action::pending).map(Action::scope).collect(Collectors.toSet());
    }

    /** The same with an outcome. */
    public Action with(Outcome known) {
        return new Action(id, scope, cluster, fix, cause, revision, at, known);
    }
}
