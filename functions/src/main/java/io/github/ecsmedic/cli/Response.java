package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.DiagnosisJson;
import io.github.ecsmedic.notify.TreatmentLine;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Tells a diagnosis, and does about it what was asked for.
 *
 * @param rooms opened only when something is to be done
 */
record Response(Intent intent, boolean json, Console console, Supplier<Room> rooms) {
    private static final String NOT_REMEMBERED =
            "ecs-medic: there is no incident table (--table): what was fixed before, and by the function, is not known,"
                    + " and the audit is what is printed here";

    void to(Diagnosis diagnosis) {
        switch (intent) {
            case Intent.Nothing() -> tell(diagnosis);
            case Intent.DryRun() -> rehearse(diagnosis);
            case Intent.Apply(String fix, boolean yes) -> apply(fix, yes, diagnosis);
        }
    }

    private void tell(Diagnosis diagnosis) {
        console.out()
                .print(
                        json
                                ? DiagnosisJson.of(diagnosis) + "\n"
                                : TerminalText.of(diagnosis, console.width(), console.colour()));
        console.out().flush();
    }

    private void rehearse(Diagnosis diagnosis) {
        Room room = rooms.get();
        remember(room);
        if (!room.audited()) {
            console.err().println("ecs-medic: --apply would send nothing: " + Room.NO_AUDIT_LOG);
        }
        Rehearsal rehearsal = asked(room, () -> Rehearsal.of(Case.of(diagnosis, room), room));
        if (json) {
            tell(rehearsal.decided());
        } else {
            tell(diagnosis);
            console.out().print(TerminalText.of(rehearsal.parts(), console.width(), console.colour()));
        }
    }

    /** A person reads why before it is applied; a machine reads one document, at the end. */
    private void apply(String fix, boolean yes, Diagnosis diagnosis) {
        if (!json) {
            tell(diagnosis);
        }
        try {
            Room room = rooms.get();
            Treatment done = asked(room, () -> applied(fix, yes, Case.of(diagnosis, room), room));
            if (json) {
                tell(decided(diagnosis, done));
            }
        } catch (Mistake mistake) {
            if (json) {
                tell(diagnosis);
            }
            throw mistake;
        }
    }

    private Treatment applied(String fix, boolean yes, Case about, Room room) {
        Proposal proposal = Proposal.of(fix, about.diagnosis(), about.incident());
        remember(room);
        if (!room.audited()) {
            throw Mistake.usage(Room.NO_AUDIT_LOG);
        }
        PrintStream to = json ? console.err() : console.out();
        Treatment done = new Application(about, room, console, to).done(proposal, yes);
        to.println(ends(done, about, room));
        to.flush();
        return done;
    }

    private void remember(Room room) {
        if (!room.remembers()) {
            console.err().println(NOT_REMEMBERED);
        }
    }

    private static Diagnosis decided(Diagnosis diagnosis, Treatment done) {
        return switch (done.state()) {
            case WANTED -> waits(diagnosis, done.fix(), done.why());
            case ACTING -> waits(diagnosis, done.fix(), "it was sent, and its answer is not known yet");
            case ACTED, UNDOING, FIXED, NOT_FIXED, UNVERIFIED, REFUSED, FAILED, UNKNOWN, SKIPPED, UNDONE ->
                TreatmentLine.decided(diagnosis, List.of(done));
        };
    }

    private static Diagnosis waits(Diagnosis diagnosis, String fix, String why) {
        return diagnosis.withFixes(diagnosis.fixes().stream()
                .map(r -> r.id().equals(fix) ? new Remedy(r.id(), r.tier(), Decision.PROPOSED, why, r.steps()) : r)
                .toList());
    }

    private static String ends(Treatment t, Case about, Room room) {
        String id = about.incident().id();
        return switch (t.state()) {
            case ACTED ->
                "Applied. Whether it helps is not known yet. "
                        + seen(about.diagnosis().subject(), room);
            case ACTING ->
                "Sent, and the answer is not known: do not send it again. "
                        + seen(about.diagnosis().subject(), room);
            case WANTED ->
                t.why().isEmpty()
                        ? "Wanted: the function applies it, if its own guards let it. See: ecs-medic history"
                        : "Not applied yet: " + t.why() + ", within 30 minutes: ecs-medic approve " + id + " --plan "
                                + t.plan() + " --table " + room.table();
            case REFUSED -> "Not applied because " + t.why() + ".";
            case SKIPPED -> "Not needed any more: " + t.why() + ".";
            case FAILED, UNKNOWN -> "Failed: " + t.why() + ".";
            case UNDOING, FIXED, NOT_FIXED, UNVERIFIED, UNDONE ->
                "It was applied before: " + t.state().name().toLowerCase(Locale.ROOT) + ".";
        };
    }

    private static String seen(Subject subject, Room room) {
        String again = "ecs-medic diagnose --cluster " + subject.cluster()
                + (subject.service().isEmpty() ? " --task T" : " --service " + subject.service());
        return room.remembers()
                ? "The function watches it and tells; see also: ecs-medic history --table " + room.table()
                : "Nobody watches it: look in some minutes with " + again;
    }

    private static <T> T asked(Room room, Supplier<T> work) {
        return Tables.asked(room.table(), room.region(), work);
    }
}
