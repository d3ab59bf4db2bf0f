package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Guards.Refusal;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Copying;
import io.github.ecsmedic.treat.Deadline;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Prognosis;
import io.github.ecsmedic.treat.Ward;
import io.github.ecsmedic.treat.Wishes;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One fix, applied from the shell by the driver of the function, behind the same guards; whoever is at the shell allows
 * it.
 *
 * @param to where it says what it does
 */
record Application(Case about, Room room, Console console, PrintStream to) {
    /** Less than its lease lasts. */
    private static final Duration TIME = Duration.ofSeconds(100);

    /** What has become of it. */
    Treatment done(Proposal proposal, boolean yes) {
        Plan plan = proposal.plan();
        proposal.show(to);
        Treatment wish = wish(plan);
        switch (Rehearsal.prognosis(about.incident(), plan, room)) {
            case Prognosis.Needless() -> {
                return wish.to(State.SKIPPED, "it is so already", room.now());
            }
            case Prognosis.HeldBack(Refusal refusal) -> {
                return wish.to(State.REFUSED, Rehearsal.says(refusal), room.now());
            }
            case Prognosis.Free() -> to.println("No guard holds it back now.");
        }
        if (room.twoNeeded(plan) && !room.remembers()) {
            return wish.to(
                    State.REFUSED,
                    "two people have to allow it, and without the incident table (--table) nobody knows of the first",
                    room.now());
        }
        to.flush();
        if (!yes && !Proposal.agreed("Apply " + plan.fix() + " as " + room.person() + "?", console)) {
            return wish.to(State.REFUSED, "you said no", room.now());
        }
        return allowed(plan);
    }

    private Treatment wish(Plan plan) {
        return Room.PLANS
                .wanted(about.incident(), plan.fix(), List.of(room.person()), room.now())
                .orElseThrow();
    }

    private Treatment allowed(Plan plan) {
        Instant now = room.now();
        Optional<Treatment> known = about.incident().treatment(plan.hash());
        Standing standing = room.standing(Set.of(room.person()));
        Incident wanted =
                new Wishes(Room.PLANS, standing).allowed(about.incident(), room.person(), plan.hash(), now, now);
        Treatment wish = wanted.treatment(plan.hash()).orElseThrow();
        boolean later = room.twoNeeded(plan);
        if (known.filter(wish::equals).isPresent() && (later || wish.state() != State.WANTED)) {
            return wish;
        }
        Set<String> people = new HashSet<>(wish.people());
        AuditLog audit = room.audit(to);
        Mending mending = room.mending(plan.subject().account(), room.standing(people), audit);
        Audience audience = new Audience(
                room.remembers() ? ElsewhereSink.of(room.ledger(), about.before()) : List.of(),
                room.means().clock());
        Ward ward = new Ward(
                room.ledger(), audience, new Deadline(TIME), UUID.randomUUID().toString(), this::says);
        Mender mender = new Mender(ward, mending);
        Optional<Incident> after = later
                ? mender.leave(about.before(), about.change(), wish)
                : mender.begin(about.before(), about.change(), wish);
        new Copying(room.ledger(), audit)
                .of(about.incident().fingerprint().place())
                .ifPresent(why -> to.println("The end of the audit is not in its second place yet: " + why));
        return after.flatMap(incident -> incident.treatment(plan.hash()))
                .orElseGet(() -> wish.to(
                        State.REFUSED,
                        "another fix is at work in this account and region, or the incident has just changed:"
                                + " try again in a minute",
                        room.now()));
    }

    private void says(Treatment t) {
        to.println(t.fix() + ": "
                + switch (t.state()) {
                    case WANTED -> "wanted, allowed by " + String.join(" and ", t.people());
                    case ACTING -> "sending; it was " + t.seen().getLast();
                    case ACTED -> "done" + (t.started().isEmpty() ? "" : ", started " + String.join(", ", t.started()));
                    case UNDOING, FIXED, NOT_FIXED, UNVERIFIED, REFUSED, FAILED, UNKNOWN, SKIPPED, UNDONE ->
                        t.state().name().toLowerCase(Locale.ROOT) + ": " + t.why();
                });
        to.flush();
    }
}
