package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences in which every message says the same things. */
final class Wording {
    private static final String UNKNOWN = "unknown";
    /** Longer names of services are shortened in a headline. */
    private static final int LONGEST_NAME = 48;

    /** What stands before a colon and is shorter says too little: "Probably". */
    private static final int SHORTEST_CLAUSE = 24;

    private static final int LOG_LINES = 5;

    private Wording() {}

    /** {@code api in prod}, or {@code task 0a1b2c3d of nightly}. */
    static String who(Subject subject) {
        if (!subject.service().isEmpty()) {
            return in(Cut.at(LONGEST_NAME, subject.service()), subject);
        }
        String id = subject.taskArn().isEmpty() ? "" : Arn.lastPart(subject.taskArn());
        String family =
                subject.taskDefinition().isEmpty() ? "" : " of " + Cut.at(LONGEST_NAME, subject.taskDefinition());
        if (id.isEmpty() && family.isEmpty()) {
            return subject.cluster().isEmpty() ? "ECS" : Cut.at(LONGEST_NAME, subject.cluster());
        }
        return in("task" + (id.isEmpty() ? "" : " " + Cut.bounded(8, id)) + family, subject);
    }

    private static String in(String name, Subject subject) {
        String of = subject.accountName().isEmpty() ? "" : " of " + subject.accountName();
        return (subject.cluster().isEmpty() ? name : name + " in " + Cut.at(LONGEST_NAME, subject.cluster())) + of;
    }

    /** {@code Account 222233334444 (payments), eu-west-1}. */
    static String place(Subject subject) {
        return "Account " + subject.account()
                + (subject.accountName().isEmpty() ? "" : " (" + subject.accountName() + ")") + ", "
                + subject.region();
    }

    /** {@code api in prod, 0 of 2 running}, where tasks are missing. */
    private static String whoIsDown(Diagnosis d) {
        Diagnosis.Capacity capacity = d.capacity();
        return capacity.below()
                ? who(d.subject()) + ", " + capacity.running() + " of " + capacity.desired() + " running"
                : who(d.subject());
    }

    /** The cause in one sentence, without a full stop. */
    static String sentence(Diagnosis d) {
        if (d.causes().isEmpty()) {
            return switch (d.alert()) {
                case BENIGN -> "Nothing is wrong: " + d.label();
                case EXPECTED -> "Expected: " + d.label();
                case FAILURE, JUDGE -> "No cause was found for " + d.label();
            };
        }
        Cause cause = d.causes().getFirst();
        String summary = CleanText.line(cause.summary());
        return switch (cause.certainty()) {
            case PROVEN -> summary;
            case PROBABLE -> "Probably: " + summary;
            case POSSIBLE -> cause.id().equals(UNKNOWN) ? summary : "Possibly: " + summary;
        };
    }

    /**
     * Who and why on one line of at most {@code room} characters: the sentence, or as much of it as fits before a colon
     * or a semicolon, else the cause's id.
     */
    static String headline(Diagnosis d, int room) {
        String who = whoIsDown(d) + ": ";
        String whole = who + sentence(d);
        if (whole.length() <= room) {
            return whole;
        }
        int end = Math.max(whole.lastIndexOf(": ", room), whole.lastIndexOf("; ", room));
        return end >= who.length() + SHORTEST_CLAUSE ? whole.substring(0, end) : Cut.at(room, who + cause(d));
    }

    /** {@code network.no_route, proven}, or the label when there is no cause. */
    static String cause(Diagnosis d) {
        if (d.causes().isEmpty()) {
            return d.label();
        }
        Cause first = d.causes().getFirst();
        return first.id().equals(UNKNOWN) ? named(first) + ", " + d.label() : named(first);
    }

    static String named(Cause cause) {
        return cause.id().equals(UNKNOWN)
                ? "cause unknown"
                : cause.id() + " (" + cause.certainty().word() + ")";
    }

    /** What the facts of the first cause are called: where nothing is proven, they are what was looked at. */
    static String evidenceHeading(Cause cause) {
        return cause.id().equals(UNKNOWN) ? "What was looked at" : "Evidence for " + named(cause);
    }

    /** The first fix with a command that helps and was not made unnecessary. */
    static Optional<Remedy> fix(Diagnosis d) {
        return d.fixes().stream()
                .filter(fix -> !fix.steps().isEmpty())
                .filter(fix -> switch (fix.decision()) {
                    case PROPOSED, APPLIED, FAILED -> true;
                    case SKIPPED, REFUSED -> false;
                })
                .findFirst();
    }

    /** The commands to paste, or one line that says why there is none; nothing of a fix that has been applied. */
    static List<String> commands(Diagnosis d) {
        return fix(d).map(fix -> fix.decision() == Remedy.Decision.APPLIED
                        ? List.<String>of()
                        : fix.steps().stream().map(Remedy.Command::cli).toList())
                .orElseGet(() -> List.of(noCommand(d)));
    }

    private static String noCommand(Diagnosis d) {
        return d.causes().isEmpty() && !d.fixes().isEmpty()
                ? "No command is needed."
                : "No command is known that mends this"
                        + d.fixes().stream()
                                .filter(fix -> fix.decision() != Remedy.Decision.FAILED)
                                .filter(fix -> !fix.reason().isEmpty())
                                .findFirst()
                                .map(fix -> ": " + CleanText.line(fix.reason()) + ".")
                                .orElse(".");
    }

    /** What the owner should know of a fix: {@code associate-s3-gateway, proposed, needs approval: changes …}. */
    static String about(Remedy fix) {
        String reason = fix.reason().isEmpty() ? "" : ": " + CleanText.line(fix.reason());
        if (fix.decision() == Remedy.Decision.REFUSED) {
            return "not " + fix.id() + reason;
        }
        String tier = switch (fix.tier()) {
            case AUTOMATIC -> "may be automatic";
            case APPROVAL -> "needs approval";
            case MANUAL -> "by hand";
        };
        return fix.id() + ", " + fix.decision().name().toLowerCase(Locale.ROOT) + ", " + tier + reason;
    }

    /** The fixes beside the first one. */
    static List<Remedy> otherFixes(Diagnosis d) {
        Optional<Remedy> first = fix(d);
        return d.fixes().stream()
                .filter(fix -> first.isEmpty() || !fix.equals(first.get()))
                .toList();
    }

    static List<String> evidence(Cause cause) {
        return cause.evidence().stream().map(Wording::fact).toList();
    }

    private static String fact(Evidence evidence) {
        return CleanText.line(evidence.fact()) + " (" + evidence.source() + ")";
    }

    /** A cause that is told after the first, with what shows it: no sentence and no fact is told twice. */
    static String beside(Cause cause, Cause first) {
        return beside(cause, first.evidence());
    }

    /** One that is told by itself. */
    static String beside(Cause cause) {
        return beside(cause, List.of());
    }

    private static String beside(Cause cause, List<Evidence> told) {
        String summary = CleanText.line(cause.summary());
        List<Evidence> own =
                cause.evidence().stream().filter(e -> !told.contains(e)).toList();
        String source = own.stream()
                .filter(e -> CleanText.line(e.fact()).equals(summary))
                .findFirst()
                .map(e -> " (" + e.source() + ")")
                .orElse("");
        String facts = own.stream()
                .filter(e -> !CleanText.line(e.fact()).equals(summary))
                .map(Wording::fact)
                .collect(Collectors.joining("; "));
        boolean same = own.isEmpty() && !cause.evidence().isEmpty();
        return named(cause) + ": " + summary + source + (same ? ", by the same evidence" : "")
                + (facts.isEmpty() ? "" : ". " + facts);
    }

    /** {@code → route-table rtb-1: no route to 52.217.0.0/16 ✗}. */
    static String hop(Diagnosis.Hop hop) {
        String mark = switch (hop.verdict()) {
            case "passed" -> " ✓";
            case "failed" -> " ✗";
            case "inconclusive" -> " ?";
            default -> "";
        };
        String says = hop.says().isEmpty() ? "" : ": " + CleanText.line(hop.says());
        return "→ " + hop.hop() + (hop.id().isEmpty() ? "" : " " + hop.id()) + says + mark;
    }

    /**
     * What was ruled out, one line a fact. A fact that shows the cause is told as its evidence; that it also speaks
     * against others is left to the JSON.
     */
    static List<String> refuted(Diagnosis d) {
        return ruledOut(d).entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + fact(entry.getKey()))
                .toList();
    }

    /** The ids of what was ruled out, as in {@link #refuted}. */
    static List<String> refutedIds(Diagnosis d) {
        return ruledOut(d).values().stream().flatMap(List::stream).toList();
    }

    private static Map<Evidence, List<String>> ruledOut(Diagnosis d) {
        Set<Evidence> told =
                d.causes().stream().flatMap(cause -> cause.evidence().stream()).collect(Collectors.toSet());
        Map<Evidence, List<String>> byFact = new LinkedHashMap<>();
        d.refuted().stream()
                .filter(r -> !told.contains(new Evidence(r.because(), r.source())))
                .forEach(r -> byFact.computeIfAbsent(new Evidence(r.because(), r.source()), _ -> new ArrayList<>())
                        .add(r.id()));
        return byFact;
    }

    static String notChecked(Diagnosis.NotChecked check) {
        return check.check() + ": " + CleanText.line(check.why());
    }

    /** Who else is hit, and how far we looked; empty when nothing is known of it. */
    static List<String> affected(Diagnosis d) {
        return d.alsoAffected().stream()
                .map(a -> a.service() + " through " + a.through())
                .toList();
    }

    /** Empty where there was nobody else to look at. */
    static String looked(Diagnosis d) {
        int services = d.looked().services();
        int of = d.looked().of();
        if (d.looked().equals(Diagnosis.Looked.NONE) || of == 1) {
            return "";
        }
        return of == 0
                ? "Looked at " + services + " services; how many there are is not known"
                : "Looked at " + services + " of " + of + " services";
    }

    static String change(Diagnosis.Change change) {
        return change.at() + " " + change.event() + " on " + change.resource() + " by " + change.by();
    }

    static String difference(Diagnosis.Difference difference) {
        return difference.field() + ": " + orNothing(difference.before()) + " → " + orNothing(difference.after());
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "(nothing)" : CleanText.line(value);
    }

    /** At most five decisive lines, each on one line, its indentation kept. */
    static List<String> logLines(Diagnosis d) {
        return d.log().lines().stream()
                .limit(LOG_LINES)
                .map(line -> line.replace('\n', ' ').replace('\t', ' ').stripTrailing())
                .toList();
    }

    static String cost(Diagnosis.Cost cost) {
        return cost.apiCalls() + " requests to AWS, " + cost.criticalPath() + " in a row, " + cost.millis() + " ms";
    }
}
