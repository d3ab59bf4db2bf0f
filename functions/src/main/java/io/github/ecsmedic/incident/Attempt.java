package io.github.ecsmedic.incident;

import java.util.List;

/**
 * A request that is about to be sent, or was: what, for what, and who wants it.
 *
 * @param scope the service, as {@link Fingerprint#scope()} writes it
 * @param incident the incident's id
 * @param fix the fix's id
 * @param plan the hash of the plan that it is part of
 * @param undo whether it takes back what the fix did
 * @param people ids of those who allowed it; none when the tags of the owner did
 * @param action the IAM action, e.g. {@code ecs:UpdateService}
 * @param argv the command that says the same, one argument each
 * @param seen the value that it changes, as it was read just before
 */
public record Attempt(
        String scope,
        String incident,
        String fix,
        String plan,
        boolean undo,
        List<String> people,
        String action,
        List<String> argv,
        String seen) {
    public Attempt {
        people = List.copyOf(people);
        argv = List.copyOf(argv);
    }

    /** Who or what wanted it. */
    public String wantedBy() {
        return people.isEmpty() ? "the owner's tags" : String.join(", ", people);
    }
}
