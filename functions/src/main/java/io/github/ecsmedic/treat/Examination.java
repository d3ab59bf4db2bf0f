package io.github.ecsmedic.treat;

import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Approval;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Guards.Refusal;
import io.github.ecsmedic.mend.Memory;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks the guards of a fix, about the world as it is at {@code now}. It only reads. */
public record Examination(Ledger ledger, Mending mending, Instant now) {
    /** {@code live} is what was read of the world a moment ago. */
    public Prognosis of(Incident i, Treatment t, Plan plan, Live live) {
        return t.done() == 0 && needless(plan, live)
                ? new Prognosis.Needless()
                : refusal(i, t, plan, live)
                        .<Prognosis>map(Prognosis.HeldBack::new)
                        .orElseGet(Prognosis.Free::new);
    }

    private static boolean needless(Plan plan, Live live) {
        return plan.requests().stream()
                .allMatch(r -> !r.after().isEmpty()
                        && live.values().get(r) instanceof Answer.Known<String>(String is, String _)
                        && is.equals(r.after()));
    }

    private Optional<Refusal> refusal(Incident i, Treatment t, Plan plan, Live live) {
        String id = t.id(i.id());
        List<Action> actions = ledger.actions();
        boolean used = actions.stream().anyMatch(a -> a.id().equals(id) && !a.pending());
        boolean storm = ledger.storm(i.fingerprint().place())
                .at(now, Action.inFlight(actions))
                .threatens(now);
        Snapshot snapshot = new Snapshot(
                now,
                plan,
                mending.standing().rules(mending.outlook()),
                live,
                Memory.of(actions, ledger.living(), storm, plan, id, now),
                t.people().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Approval(i.id(), t.plan(), t.people(), t.wantedAt(), used)));
        return Guards.refusal(t.done() == 0 ? mending.guards() : Guards.underWay(mending.guards()), snapshot)
                .map(refusal -> whole(refusal, plan, t));
    }

    private static Refusal whole(Refusal refusal, Plan plan, Treatment t) {
        return refusal.guard().equals(Guards.DRY_RUN)
                ? new Refusal(
                        refusal.guard(),
                        refusal.why() + "; it would send "
                                + Shell.join(plan.requests().get(t.done()).argv()))
                : refusal;
    }
}
