package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.SlackAction;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.model.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A button, with what is sent to us when somebody presses it. */
record SlackButton(SlackAction action, String label, String value) {
    /** Those of an incident that is not over; {@code plans} are those that we could carry out. */
    static List<SlackButton> of(Incident incident, Plans plans) {
        String id = SlackAction.value(incident.id());
        List<SlackButton> buttons = new ArrayList<>();
        approvable(incident, plans)
                .ifPresent(plan -> buttons.add(new SlackButton(
                        SlackAction.APPLY_FIX, "Apply fix", SlackAction.value(incident.id(), plan.hash()))));
        buttons.add(new SlackButton(SlackAction.SNOOZE_1H, "Snooze 1 h", id));
        buttons.add(new SlackButton(SlackAction.SNOOZE_1D, "Snooze 1 day", id));
        buttons.add(new SlackButton(SlackAction.NOT_USEFUL, "Not useful", id));
        return buttons;
    }

    /** The fix that the message shows, if a person's word is all that it needs. */
    static Optional<Plan> approvable(Incident incident, Plans plans) {
        return Wording.fix(TreatmentLine.decided(incident))
                .filter(fix -> fix.tier() != Remedy.Tier.MANUAL)
                .filter(fix -> fix.decision() == Remedy.Decision.PROPOSED)
                .flatMap(fix -> plans.of(incident, fix.id()))
                .filter(Plan::runnable)
                .filter(plan -> incident.treatment(plan.hash()).stream().allMatch(SlackButton::open));
    }

    /** Whether a word more may still be of use. */
    private static boolean open(Treatment t) {
        return t.state().over()
                || (t.state() == Treatment.State.WANTED && !t.why().isEmpty());
    }
}
