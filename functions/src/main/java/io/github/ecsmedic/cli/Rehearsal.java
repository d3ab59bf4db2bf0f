package io.github.ecsmedic.cli;

import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Guards.Refusal;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.Report.Part;
import io.github.ecsmedic.notify.TreatmentLine;
import io.github.ecsmedic.treat.Examination;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Prognosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code --dry-run}: what each fix would send now, and what holds it back. Nothing is sent, nothing is stored. */
record Rehearsal(Diagnosis decided, List<Part> parts) {
    private static final String NOTHING_SENT = "this is a dry run: nothing is sent";

    /** Of all fixes that could be applied. */
    static Rehearsal of(Case about, Room room) {
        List<Treatment> treatments = new ArrayList<>();
        List<Part> parts = new ArrayList<>(List.of(new Part.Heading("Dry run: nothing is sent")));
        for (Plan plan : Room.PLANS.runnable(about.incident())) {
            Prognosis prognosis = prognosis(about.incident(), plan, room);
            treatments.add(decided(about.incident(), plan, prognosis, room));
            parts.add(new Part.Item(plan.fix() + " " + says(plan, prognosis, room)));
            plan.requests().forEach(request -> parts.add(new Part.Command(Shell.join(request.argv()))));
        }
        if (treatments.isEmpty()) {
            parts.add(new Part.Item("no fix is known that could be sent"));
        }
        return new Rehearsal(TreatmentLine.decided(about.diagnosis(), treatments), List.copyOf(parts));
    }

    /** What would become of the plan if whoever is at the shell, and a second person where two are needed, allowed it. */
    static Prognosis prognosis(Incident incident, Plan plan, Room room) {
        Standing standing = room.standing(Set.of(room.person())).byOne();
        Mending mending = room.looking(plan.subject().account(), standing);
        return new Examination(room.ledger(), mending, room.now())
                .of(
                        incident,
                        wish(incident, plan, room),
                        plan,
                        mending.outlook().live(plan));
    }

    private static Treatment wish(Incident incident, Plan plan, Room room) {
        return Room.PLANS
                .wanted(incident, plan.fix(), List.of(room.person()), room.now())
                .orElseThrow();
    }

    /** A refusal that names its guard. */
    static String says(Refusal refusal) {
        return refusal.why() + " (guard " + refusal.guard() + ", " + Guards.name(refusal.guard()) + ")";
    }

    private static String says(Plan plan, Prognosis prognosis, Room room) {
        return switch (prognosis) {
            case Prognosis.Free() ->
                room.twoNeeded(plan)
                        ? "could be applied: two people have to allow it"
                        : "could be applied now: --apply " + plan.fix();
            case Prognosis.Needless() -> "is not needed: it is so already";
            case Prognosis.HeldBack(Refusal refusal) -> "is held back: " + says(refusal);
        };
    }

    private static Treatment decided(Incident incident, Plan plan, Prognosis prognosis, Room room) {
        Treatment wish = wish(incident, plan, room);
        return switch (prognosis) {
            case Prognosis.Free() -> wish.to(State.REFUSED, NOTHING_SENT, room.now());
            case Prognosis.Needless() -> wish.to(State.SKIPPED, "it is so already", room.now());
            case Prognosis.HeldBack(Refusal refusal) -> wish.to(State.REFUSED, says(refusal), room.now());
        };
    }
}
