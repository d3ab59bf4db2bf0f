package io.github.ecsmedic.model;

import java.util.List;

/**
 * Whether the services of a cluster would start again.
 *
 * @param looked how many of them were looked at
 * @param notChecked services that could not be read at all
 */
public record Readiness(
        Subject subject,
        List<NextStart> services,
        Diagnosis.Looked looked,
        List<Diagnosis.NotChecked> notChecked,
        Diagnosis.Cost cost) {
    public Readiness {
        services = List.copyOf(services);
        notChecked = List.copyOf(notChecked);
    }

    /** Whether a start would fail. */
    public boolean wouldFail() {
        return services.stream().anyMatch(NextStart::wouldFail);
    }
}
