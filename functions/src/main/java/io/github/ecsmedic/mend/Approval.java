package io.github.ecsmedic.mend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * That people allowed one plan to be carried out.
 *
 * @param plan the hash of the plan that they saw
 * @param people who allowed it, in order, each once
 * @param at when the last of them did
 * @param used whether something was done by it
 */
public record Approval(String incident, String plan, List<String> people, Instant at, boolean used) {
    /** It holds for so long. */
    public static final Duration HOLDS = Duration.ofMinutes(30);

    public Approval {
        people = List.copyOf(people);
    }
}
