package io.github.ecsmedic.mend;

import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Sha256;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fix for one incident, as it would be applied.
 *
 * @param fix the fix's id
 * @param cause the fingerprint of the cause that it answers
 * @param harmfulFor ids of the causes for which the fix does harm
 * @param causes ids of the causes that the diagnosis found at least probable
 * @param touches ids of the objects that it changes something for, as the diagnosis named them
 * @param deployment id of the service's primary deployment when it was diagnosed, or {@code ""}
 */
public record Plan(
        String incident,
        String fix,
        Tier tier,
        Fingerprint cause,
        Certainty certainty,
        Set<String> harmfulFor,
        Set<String> causes,
        Subject subject,
        List<Step> steps,
        Set<String> touches,
        String deployment,
        Instant failedAt) {
    private static final int HASH = 16;

    public Plan {
        harmfulFor = Set.copyOf(harmfulFor);
        causes = Set.copyOf(causes);
        steps = List.copyOf(steps);
        touches = Set.copyOf(touches);
    }

    /** The requests; fewer than the steps when one of these is a person's. */
    public List<Request> requests() {
        return steps.stream()
                .flatMap(step -> step instanceof Request request ? Stream.of(request) : Stream.empty())
                .toList();
    }

    /** Whether each of its steps is one that we can send. */
    public boolean runnable() {
        return !steps.isEmpty() && requests().size() == steps.size();
    }

    /** The farthest of its requests. */
    public Reach reach() {
        return requests().stream().map(Reach::of).max(Comparator.naturalOrder()).orElse(Reach.NETWORK);
    }

    /** What an approval is bound to: the incident, the fix, and every word of its commands. */
    public String hash() {
        String all = Stream.concat(
                        Stream.of(incident, fix, deployment), steps.stream().map(step -> Shell.join(step.argv())))
                .collect(Collectors.joining("\n"));
        return Sha256.of(all).substring(0, HASH);
    }
}
