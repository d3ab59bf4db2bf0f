package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.Basis;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Approval;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Remedy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fixes are wanted: by what an owner listed, or by the word of a person. Whether they may is asked later. */
public record Wishes(Plans plans, Standing standing) {
    /** Nothing is ever wanted. */
    public static final Wishes NONE =
            new Wishes(new Plans(List.of()), new Standing(OptIn.NONE, Set.of(), Set.of(), true));

    /** What a guard refused is wanted again after so long, if it still fails. */
    public static final Duration AGAIN = Duration.ofMinutes(10);

    private static final String SHOWN = "the fix that was shown";

    /** Whether anything may be wanted. */
    public boolean enabled() {
        return !plans.fixes().isEmpty();
    }

    /** With the fix that may start by itself, where the owner's tags list it. */
    public Incident listed(Incident incident, Instant now) {
        if (incident.ending() != null
                || incident.treatments().stream().anyMatch(t -> !t.state().over())) {
            return incident;
        }
        OwnerTags tags = tags(incident);
        OptIn wish = OptIn.of(tags.values(), standing.otherwise());
        boolean free = tags.read() && wish.mode() == Mode.AUTO;
        return plans.runnable(incident).stream()
                .filter(plan -> free && wish.fixes().contains(plan.fix()) && startsByItself(plan))
                .filter(plan -> incident.treatment(plan.hash())
                        .filter(t ->
                                t.state() != State.REFUSED || t.at().plus(AGAIN).isAfter(now))
                        .isEmpty())
                .findFirst()
                .flatMap(plan -> plans.wanted(incident, plan.fix(), List.of(), now))
                .map(incident::treated)
                .orElse(incident);
    }

    /** With the word of a person, given at {@code at}, for the plan with that hash. A refusal is kept, to be told. */
    public Incident allowed(Incident incident, String person, String plan, Instant at, Instant now) {
        Optional<Treatment> open =
                incident.treatment(plan).filter(t -> !t.state().over());
        if (open.isPresent() && open.get().state() != State.WANTED) {
            return incident;
        }
        Optional<Plan> shown = plans.runnable(incident).stream()
                .filter(p -> p.hash().equals(plan))
                .findFirst();
        String refusal = refusal(incident, shown.isPresent(), person, at, now);
        if (!refusal.isEmpty()) {
            return open.isPresent() ? incident : incident.treated(refused(incident, person, plan, refusal, now));
        }
        Treatment wish = open.map(t -> t.allowedBy(person, at))
                .or(() -> plans.wanted(incident, shown.get().fix(), List.of(person), at))
                .orElseThrow();
        boolean enough = standing.enough(shown.get(), wish.people().size());
        Treatment said = wish.to(State.WANTED, enough ? "" : "one more person has to allow it", wish.at());
        return open.equals(Optional.of(said)) ? incident : incident.treated(said);
    }

    private String refusal(Incident incident, boolean shown, String person, Instant at, Instant now) {
        if (!enabled()) {
            return "fixes are not enabled here";
        }
        if (incident.ending() != null) {
            return "it is over";
        }
        if (plans.foreign(incident)) {
            return "it happened in account " + incident.fingerprint().account() + ", and fixes are applied in account "
                    + plans.home() + " alone";
        }
        if (!standing.approvers().contains(person)) {
            return person + " is not among those who may allow it";
        }
        if (Duration.between(at, now).compareTo(Approval.HOLDS) > 0) {
            return "it was allowed more than " + Approval.HOLDS.toMinutes() + " minutes ago";
        }
        return shown ? "" : "what is known of the fault has changed since";
    }

    private Treatment refused(Incident incident, String person, String plan, String why, Instant now) {
        Diagnosis d = incident.diagnosis();
        return plans.runnable(incident).stream()
                .filter(p -> p.hash().equals(plan))
                .findFirst()
                .flatMap(p -> plans.wanted(incident, p.fix(), List.of(person), now))
                .or(() -> incident.treatment(plan))
                .orElseGet(() -> Treatment.wanted(
                        SHOWN,
                        plan,
                        new Basis(d.subject(), "", d.causes().getFirst(), List.of()),
                        List.of(person),
                        now))
                .to(State.REFUSED, why, now);
    }

    private static boolean startsByItself(Plan plan) {
        return plan.tier() == Tier.AUTOMATIC && plan.certainty() == Certainty.PROVEN && plan.reach() != Reach.NETWORK;
    }

    private static OwnerTags tags(Incident incident) {
        String scope = Fingerprint.scope(incident.diagnosis().subject());
        return incident.members().stream()
                .filter(m -> m.scope().equals(scope))
                .map(Member::tags)
                .findFirst()
                .orElse(OwnerTags.UNREAD);
    }
}
