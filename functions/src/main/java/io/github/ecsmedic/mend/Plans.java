package io.github.ecsmedic.mend;

import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.Basis;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes plans of incidents as they are kept: the same incident gives the same plan, and so the same hash.
 *
 * @param fixes the one to prefer first
 * @param home the account for which plans are made; {@code ""} for every one
 */
public record Plans(List<Fix> fixes, String home) {
    /** For every account. */
    public Plans(List<Fix> fixes) {
        this(fixes, "");
    }

    public Plans {
        fixes = List.copyOf(fixes);
    }

    /** What the fix would do as the incident is known now; empty when it would do nothing. */
    public Optional<Plan> of(Incident incident, String fix) {
        return basis(incident.diagnosis(), fix).flatMap(basis -> of(incident, fix, basis));
    }

    /** What the treatment does: also when the incident has been diagnosed anew since. */
    public Optional<Plan> of(Incident incident, Treatment treatment) {
        return of(incident, treatment.fix(), treatment.basis())
                .filter(plan -> plan.hash().equals(treatment.plan()));
    }

    /** Whether it happened in another account: the role that fixes has no rights there. */
    public boolean foreign(Incident incident) {
        return !home.isEmpty() && !incident.fingerprint().account().equals(home);
    }

    /** Every plan of which we could send all requests. */
    public List<Plan> runnable(Incident incident) {
        return fixes.stream()
                .flatMap(fix -> of(incident, fix.id()).stream())
                .filter(Plan::runnable)
                .toList();
    }

    /** The wish for the fix; empty when it would do nothing. */
    public Optional<Treatment> wanted(Incident incident, String fix, List<String> people, Instant now) {
        return basis(incident.diagnosis(), fix)
                .flatMap(basis ->
                        of(incident, fix, basis).map(plan -> Treatment.wanted(fix, plan.hash(), basis, people, now)));
    }

    private Optional<Plan> of(Incident incident, String fix, Basis basis) {
        return named(fix)
                .filter(_ -> !foreign(incident))
                .map(known -> new Plan(
                        incident.id(),
                        fix,
                        known.tier().at(basis.cause().certainty()),
                        Fingerprint.of(basis.subject(), basis.cause()),
                        basis.cause().certainty(),
                        known.harmfulFor().keySet(),
                        Set.copyOf(basis.causes()),
                        basis.subject(),
                        known.plan(basis.cause(), basis.subject()),
                        Set.copyOf(basis.cause()
                                .resources()
                                .and(basis.cause().shared())
                                .ids()),
                        basis.deployment(),
                        incident.lastSeen()))
                .filter(plan -> !plan.steps().isEmpty());
    }

    /** The first of the causes that the fix answers: the first one, or another that is proven. */
    private Optional<Basis> basis(Diagnosis d, String fix) {
        List<Cause> causes = d.causes();
        return named(fix)
                .flatMap(known -> causes.stream()
                        .filter(cause -> cause.equals(causes.getFirst()) || cause.certainty() == Certainty.PROVEN)
                        .filter(cause -> known.answers().contains(cause.id())
                                && known.refusal(cause).isEmpty())
                        .filter(cause -> !known.plan(cause, d.subject()).isEmpty())
                        .findFirst()
                        .map(cause -> new Basis(d.subject(), d.capacity().deployment(), bare(cause), ids(d))));
    }

    private Optional<Fix> named(String id) {
        return fixes.stream().filter(fix -> fix.id().equals(id)).findFirst();
    }

    private static Cause bare(Cause cause) {
        return new Cause(cause.id(), cause.certainty(), "", cause.resources(), cause.shared(), List.of());
    }

    private static List<String> ids(Diagnosis d) {
        return d.causes().stream()
                .filter(cause -> cause.certainty() != Certainty.POSSIBLE)
                .map(Cause::id)
                .distinct()
                .toList();
    }
}
