package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Verdict;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.ManagedBy;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Remedy.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What has become of a fix: in one sentence, and as the decision about its remedy. */
public final class TreatmentLine {
    private static final String PERSON = " A person is needed.";

    private TreatmentLine() {}

    /** Of all fixes that were wanted, oldest first; {@code clock} writes a time. */
    static List<String> of(Incident incident, Function<Instant, String> clock) {
        return incident.treatments().stream().map(t -> sentence(t, clock)).toList();
    }

    /** The diagnosis with what was decided about each of its fixes. */
    static Diagnosis decided(Incident incident) {
        return decided(incident.diagnosis(), incident.treatments());
    }

    /** The same of these treatments, oldest first. */
    public static Diagnosis decided(Diagnosis d, List<Treatment> treatments) {
        return treatments.isEmpty()
                ? d
                : d.withFixes(d.fixes().stream()
                        .map(fix -> newest(treatments, fix.id())
                                .map(t -> decided(fix, t))
                                .orElse(fix))
                        .toList());
    }

    private static Optional<Treatment> newest(List<Treatment> treatments, String fix) {
        return treatments.reversed().stream().filter(t -> t.fix().equals(fix)).findFirst();
    }

    private static Remedy decided(Remedy fix, Treatment t) {
        return switch (t.state()) {
            case WANTED, ACTING -> fix;
            case REFUSED -> with(fix, Decision.PROPOSED, "not applied because " + t.why());
            case ACTED -> with(fix, Decision.APPLIED, "it is not known yet whether it helps");
            case FIXED, UNVERIFIED, NOT_FIXED, UNDOING -> with(fix, Decision.APPLIED, t.why());
            case UNDONE ->
                t.recall() == null
                        ? tried(fix, t)
                        : with(fix, Decision.PROPOSED, "it was applied, and taken back for " + by(t));
            case FAILED, UNKNOWN -> with(fix, Decision.FAILED, t.why());
            case SKIPPED -> with(fix, Decision.SKIPPED, t.why());
        };
    }

    /** Neither its commands nor those that take it back are for anybody any more. */
    private static Remedy tried(Remedy fix, Treatment t) {
        return new Remedy(
                fix.id(),
                fix.tier(),
                Decision.FAILED,
                ManagedBy.kept(fix.reason(), "it was applied and taken back: " + t.why()),
                List.of());
    }

    private static Remedy with(Remedy fix, Decision decision, String reason) {
        return new Remedy(fix.id(), fix.tier(), decision, ManagedBy.kept(fix.reason(), reason), fix.steps());
    }

    private static String sentence(Treatment t, Function<Instant, String> clock) {
        String at = clock.apply(t.at()) + " UTC";
        String name = "Fix " + t.fix() + allowed(t);
        return switch (t.state()) {
            case WANTED ->
                t.people().isEmpty()
                        ? name + " is about to be applied."
                        : name + ", is about to be applied" + (t.why().isEmpty() ? "" : "; " + t.why()) + ".";
            case ACTING -> name + ", was sent " + at + "; its answer is not known yet.";
            case ACTED ->
                name + ", done " + at + ", verifying until " + clock.apply(t.at().plus(Verdict.WINDOW)) + " UTC"
                        + (t.why().isEmpty() ? "" : "; " + t.why()) + ".";
            case UNDOING ->
                t.recall() != null
                        ? "Fix " + t.fix() + " is being taken back for " + by(t) + "."
                        : "Not fixed: " + t.fix() + " did not help (" + t.why() + "); it is being taken back.";
            case FIXED -> "Fixed " + at + " by " + t.fix() + allowed(t) + ": " + t.why() + ".";
            case NOT_FIXED -> "Not fixed: " + t.fix() + " did not help (" + t.why() + ")." + PERSON;
            case UNDONE ->
                t.recall() != null
                        ? "Fix " + t.fix() + " was taken back " + at + " for " + by(t) + "."
                        : "Not fixed: " + t.fix() + " did not help (" + t.why() + ") and was taken back " + at + "."
                                + PERSON;
            case UNVERIFIED ->
                "Fix " + t.fix() + " was done, but whether it helped is not known: " + t.why() + "." + PERSON;
            case REFUSED -> "Not fixed by " + t.fix() + allowed(t) + " because " + t.why() + ".";
            case FAILED -> "Not fixed: " + t.fix() + " failed: " + t.why() + "." + PERSON;
            case UNKNOWN -> "Whether " + t.fix() + " was done is not known: " + t.why() + "." + PERSON;
            case SKIPPED -> "Fix " + t.fix() + " was not needed any more: " + t.why() + ".";
        };
    }

    private static String by(Treatment t) {
        Treatment.Recall recall = t.recall();
        return recall == null ? "" : recall.person();
    }

    private static String allowed(Treatment t) {
        return t.people().isEmpty() ? "" : ", allowed by " + String.join(" and ", t.people());
    }
}
