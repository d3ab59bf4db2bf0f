package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.NextStart.Need;
import io.github.ecsmedic.model.NextStart.Outlook;
import io.github.ecsmedic.model.Readiness;
import io.github.ecsmedic.model.Remedy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether services would start again, as text: those that would not first, then one line a need, then how far we saw. */
public final class ReadinessReport {
    private static final int SHOWN = 5;

    private final List<Report.Part> parts = new ArrayList<>();

    private ReadinessReport() {}

    /** Of what is told with its secrets hidden ({@link Redaction#of}). */
    public static List<Report.Part> of(Readiness told) {
        ReadinessReport report = new ReadinessReport();
        report.headline(told);
        boolean alone = told.services().size() == 1;
        told.services().stream().filter(NextStart::wouldFail).forEach(report::service);
        told.services().stream().filter(start -> !start.wouldFail()).forEach(alone ? report::service : report::brief);
        report.foot(told);
        return List.copyOf(report.parts);
    }

    private void headline(Readiness told) {
        List<String> failing = told.services().stream()
                .filter(NextStart::wouldFail)
                .map(start -> start.subject().service())
                .toList();
        String where = " in " + told.subject().cluster();
        if (failing.isEmpty()) {
            boolean unseen = told.services().stream().anyMatch(NextStart::hasUnseen);
            parts.add(new Report.Part.Paragraph(
                    "No start that would fail is seen" + where + (unseen ? "; what has a ? could not be seen." : ".")));
            return;
        }
        String more = failing.size() > SHOWN ? " and " + (failing.size() - SHOWN) + " more" : "";
        parts.add(new Report.Part.Headline("The next start would fail: "
                + String.join(", ", failing.subList(0, Math.min(SHOWN, failing.size()))) + more + where));
    }

    private void service(NextStart start) {
        parts.add(new Report.Part.Heading(name(start)));
        if (!start.skipped().isEmpty()) {
            parts.add(new Report.Part.Item("not looked at: " + start.skipped()));
        }
        start.notChecked().forEach(check -> parts.add(new Report.Part.Item(Wording.notChecked(check))));
        Set<String> told = new HashSet<>();
        for (Need need : start.needs()) {
            parts.add(new Report.Part.Hop(line(need), need.outlook() == Outlook.WOULD_FAIL));
            need.causes().stream()
                    .filter(cause -> told.add(cause.summary()))
                    .forEach(cause -> parts.add(
                            new Report.Part.Item(Wording.named(cause) + ": " + CleanText.line(cause.summary()))));
            if (need.outlook() == Outlook.WOULD_FAIL) {
                need.path().stream()
                        .filter(hop -> hop.verdict().equals("failed"))
                        .map(Wording::hop)
                        .filter(told::add)
                        .forEach(hop -> parts.add(new Report.Part.Item(hop)));
            }
            reasons(need).stream().filter(told::add).limit(SHOWN).forEach(why -> parts.add(new Report.Part.Item(why)));
        }
        start.fixes().stream()
                .filter(fix -> fix.decision() == Remedy.Decision.PROPOSED)
                .forEach(this::fix);
    }

    /** Why it could not be seen, each reason once, whichever checks it kept from their verdict. */
    private static List<String> reasons(Need need) {
        return need.notChecked().stream()
                .map(check -> CleanText.line(check.why()))
                .distinct()
                .toList();
    }

    /** One line for a service in which nothing is wrong. */
    private void brief(NextStart start) {
        long unseen = start.needs().stream()
                .filter(need -> need.outlook() == Outlook.NOT_SEEN)
                .count();
        String says = !start.skipped().isEmpty()
                ? "not looked at: " + start.skipped()
                : !start.notChecked().isEmpty()
                        ? Wording.notChecked(start.notChecked().getFirst())
                        : unseen > 0
                                ? unseen + " of " + start.needs().size() + " needs could not be seen"
                                : "all " + start.needs().size() + " needs are met";
        parts.add(new Report.Part.Hop(mark(start) + " " + name(start) + ": " + says, false));
        start.needs().stream()
                .flatMap(need -> reasons(need).stream())
                .distinct()
                .limit(SHOWN)
                .forEach(why -> parts.add(new Report.Part.Item(why)));
    }

    private void fix(Remedy fix) {
        parts.add(new Report.Part.Item("Fix: " + Wording.about(fix)));
        fix.steps().forEach(step -> parts.add(new Report.Part.Command(step.cli())));
    }

    private void foot(Readiness told) {
        if (!told.notChecked().isEmpty()) {
            parts.add(new Report.Part.Heading("Could not be checked"));
            told.notChecked().forEach(check -> parts.add(new Report.Part.Item(Wording.notChecked(check))));
        }
        parts.add(new Report.Part.Footnote("Looked at " + told.looked().services() + " of "
                + told.looked().of() + " services. " + Wording.cost(told.cost()) + "."));
        told.services().stream()
                .flatMap(start -> start.needs().stream())
                .flatMap(need -> need.causes().stream())
                .map(Cause::id)
                .findFirst()
                .ifPresent(id -> parts.add(new Report.Part.Footnote("More: ecs-medic explain " + id)));
    }

    private static String name(NextStart start) {
        String definition = start.subject().taskDefinition();
        return start.subject().service() + (definition.isEmpty() ? "" : " (" + definition + ")");
    }

    private static String line(Need need) {
        String where = need.destination().isEmpty() ? "" : ": " + need.destination();
        String from = need.outlook() == Outlook.OK || need.places().isEmpty()
                ? ""
                : " from " + String.join(", ", need.places());
        return mark(need.outlook()) + " " + need.leg() + where + from;
    }

    private static String mark(NextStart start) {
        return start.skipped().isEmpty() && !start.hasUnseen() ? mark(Outlook.OK) : mark(Outlook.NOT_SEEN);
    }

    private static String mark(Outlook outlook) {
        return switch (outlook) {
            case OK -> "✓";
            case NOT_SEEN -> "?";
            case WOULD_FAIL -> "✗";
        };
    }
}
