package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Feedback;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Storm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message says of an incident beside its diagnosis; all times are UTC.
 *
 * @param changed whether it was told before and something is different now
 * @param direction how loudly
 * @param lines sentences
 */
record Story(Stage stage, boolean changed, Direction direction, List<String> lines) {
    /** How far an incident is: fixed is what a fix has helped and what is not known to be over yet. */
    enum Stage {
        OPEN,
        FIXED,
        OVER
    }

    /** Of a diagnosis that stands alone. */
    static final Story NONE = new Story(Stage.OPEN, false, Direction.NONE, List.of());

    /** What {@link News#causes} says of an incident that nothing explains. */
    private static final String UNEXPLAINED = "unknown possible";

    private static final int NAMES = 10;
    private static final List<String> ORDINALS =
            List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    Story {
        lines = List.copyOf(lines);
    }

    static Story of(Bulletin bulletin) {
        Incident i = bulletin.incident();
        boolean changed = bulletin.news() == News.CHANGED;
        List<String> lines = i.fingerprint().storm() ? ofStorm(bulletin, changed) : ofIncident(bulletin, changed);
        Stage stage = i.ending() != null ? Stage.OVER : bulletin.fixed() ? Stage.FIXED : Stage.OPEN;
        return new Story(stage, changed, bulletin.direction(), lines);
    }

    private static List<String> ofIncident(Bulletin bulletin, boolean changed) {
        Incident i = bulletin.incident();
        List<String> lines = new ArrayList<>();
        Ending ending = i.ending();
        if (ending != null) {
            lines.add("Resolved after " + span(i.openedAt(), ending.at()) + ": " + how(ending) + ".");
        }
        if (changed) {
            change(bulletin).ifPresent(lines::add);
        }
        lines.addAll(TreatmentLine.of(i, at -> clock(at, i.openedAt())));
        if (i.failures() > 1) {
            lines.add("Seen " + i.failures() + " times since " + clock(i.openedAt(), i.openedAt()) + ", last "
                    + clock(i.lastSeen(), i.openedAt()) + " UTC.");
        }
        if (i.state() == Incident.State.QUIET) {
            lines.add("Quiet: it has not failed since " + clock(i.lastSeen(), i.openedAt()) + " UTC.");
        }
        LoopLine.of(i).ifPresent(lines::add);
        List<String> others = others(i);
        if (!others.isEmpty()) {
            lines.add((ending == null ? "Also hits " : "Also hit ") + listed(others) + ".");
        }
        if (!i.past().isEmpty()) {
            lines.add(again(i) + ".");
        }
        if (ending == null) {
            lines.addAll(asked(i));
            lines.addAll(bulletin.direction().remarks());
        }
        return lines;
    }

    private static List<String> ofStorm(Bulletin bulletin, boolean grown) {
        Incident storm = bulletin.incident();
        List<String> lines = new ArrayList<>();
        Ending ending = storm.ending();
        if (ending != null) {
            lines.add("Over after " + span(storm.openedAt(), ending.at()) + ": " + how(ending) + ".");
            lines.add("What still fails is told by messages of its own.");
            return lines;
        }
        if (grown) {
            lines.add("Changed: it has grown since it was told.");
        }
        lines.add("Look for what they share before you mend them one by one.");
        lines.add("Each is recorded; the messages of the single services wait until this is over.");
        lines.addAll(bulletin.direction().remarks());
        return lines;
    }

    /** Whether it has ended. */
    boolean over() {
        return stage == Stage.OVER;
    }

    /** What stands before the headline: {@code critical}, {@code warning, changed}, {@code fixed}, {@code resolved}. */
    String word(Severity severity) {
        return switch (stage) {
            case OPEN -> severity(severity).word() + (changed ? ", changed" : "");
            case FIXED -> "fixed";
            case OVER -> "resolved";
        };
    }

    /** What is over or has been fixed presses nobody. */
    Severity severity(Severity ofDiagnosis) {
        return stage == Stage.OPEN ? direction.severity(ofDiagnosis) : Severity.INFO;
    }

    /** Empty when a fix's own sentence says it. */
    private static Optional<String> change(Bulletin bulletin) {
        String before = News.causes(bulletin.before().content());
        if (!before.equals(News.causes(bulletin.incident()))) {
            boolean nothing = before.isEmpty() || before.equals(UNEXPLAINED);
            return Optional.of(
                    "Changed: it was told before " + (nothing ? "without a known cause" : "as " + before) + ".");
        }
        if (bulletin.incident().feedback().snoozesOver()
                > News.snoozesOver(bulletin.before().content())) {
            return Optional.of("It still fails after the snooze.");
        }
        String now = News.gist(bulletin.incident());
        return News.fixes(now).equals(News.fixes(bulletin.before().content()))
                ? Optional.of("Changed: more is hit than was told before.")
                : Optional.empty();
    }

    /** What people asked of it. */
    private static List<String> asked(Incident i) {
        List<String> lines = new ArrayList<>();
        Feedback.Snooze snooze = i.feedback().snooze();
        if (snooze != null) {
            lines.add("Snoozed until " + clock(snooze.until(), i.openedAt()) + " UTC by "
                    + snooze.by().text() + ".");
        }
        List<Feedback.Vote> votes = i.feedback().notUseful();
        if (!votes.isEmpty()) {
            lines.add("Not useful, said "
                    + listed(votes.stream().map(vote -> vote.by().text()).toList()) + ".");
        }
        return lines;
    }

    private static List<String> others(Incident i) {
        String own = Fingerprint.scope(i.diagnosis().subject());
        return i.members().stream()
                .map(Member::scope)
                .filter(scope -> !scope.equals(own))
                .map(Story::name)
                .toList();
    }

    /** {@code service/CLUSTER/NAME} by its last part. */
    static String name(String scope) {
        String last = Cut.at(64, scope.substring(scope.lastIndexOf('/') + 1));
        return scope.startsWith("family/") ? "tasks of " + last : last;
    }

    private static String listed(List<String> names) {
        return listed(names, NAMES);
    }

    /** {@code api, web and 3 more}. */
    static String listed(List<String> names, int most) {
        String first = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
    }

    /** Of one that was there before: {@code Third time in 7 days, last fixed …}. */
    static String again(Incident i) {
        return ordinal(i.past().size() + 1) + " time in 7 days, "
                + last(i.past().getFirst());
    }

    private static String last(Ending ending) {
        String at = minute(ending.at()) + " UTC";
        return ending.by().isEmpty()
                ? "last ended " + at + ": " + how(ending)
                : "last fixed " + at + " by a deployment of " + Cut.at(64, ending.by());
    }

    private static String how(Ending ending) {
        return switch (ending.how()) {
            case DEPLOYED ->
                (ending.by().isEmpty() ? "a newer deployment" : "a deployment of " + Cut.at(64, ending.by()))
                        + " runs at its desired count";
            case STAYED_WELL -> "it runs at its desired count and has not failed again";
            case NEXT_RUN -> "the next run ended well";
            case DELETED -> "the service is gone";
            case NOT_SEEN -> "not seen again";
            case CALMED -> "for " + Storm.CALM.toMinutes() + " min fewer services have failed than make a storm";
        };
    }

    private static String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + "th";
    }

    /** {@code 42 min}, {@code 3 h 5 min}, {@code 2 d 4 h}. */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        return span.toHours() > 0
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : Math.max(1, span.toMinutes()) + " min";
    }

    /** {@code 2026-11-20 03:10}. */
    static String minute(Instant at) {
        return DAY.format(utc(at));
    }

    private static String clock(Instant at, Instant opened) {
        boolean sameDay = utc(at).toLocalDate().equals(utc(opened).toLocalDate());
        return (sameDay ? TIME : DAY).format(utc(at));
    }

    private static ZonedDateTime utc(Instant at) {
        return at.atZone(ZoneOffset.UTC);
    }
}
