package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Loop.Way;
import io.github.ecsmedic.incident.LoopCost;
import io.github.ecsmedic.incident.LoopCost.Volume;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.notify.DigestText.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of a digest: the worst first, and nothing where nothing is known. */
final class DigestStory {
    private static final int OPEN = 8;
    private static final int CAUSES = 8;
    private static final int BACK = 5;
    private static final int TEXTS = 5;
    private static final int NAMES = 3;
    private static final int LINE = 300;

    private DigestStory() {}

    static DigestText of(Digest digest, MessageOptions options) {
        List<Section> sections = Stream.of(
                        new Section(
                                "Still open on " + Story.minute(digest.period().to()) + " UTC",
                                limited(digest.open().stream().map(i -> open(digest, i, options)), OPEN)),
                        new Section("By cause", limited(digest.causes().stream().map(DigestStory::cause), CAUSES)),
                        new Section(
                                "Came back", limited(digest.cameBack().stream().map(DigestStory::back), BACK)),
                        new Section("How long it took", times(digest)),
                        new Section("Loops of failed starts", loops(digest)),
                        new Section("Found not useful", votes(digest)),
                        new Section("Reasons that no signature recognises", unknown(digest)))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        return new DigestText(headline(digest), sections, footer(digest));
    }

    private static String headline(Digest digest) {
        List<String> parts = new ArrayList<>();
        int opened = digest.opened().size();
        parts.add(opened == 0 ? "no new incident" : opened + " new " + (opened == 1 ? "incident" : "incidents"));
        if (!digest.resolved().isEmpty()) {
            parts.add(digest.resolved().size() + " resolved");
        }
        if (!digest.open().isEmpty()) {
            parts.add(digest.open().size() + " still open");
        }
        if (digest.storms() > 0) {
            parts.add(digest.storms() + (digest.storms() == 1 ? " storm" : " storms"));
        }
        return when(digest) + ": " + String.join(", ", parts);
    }

    /** What came before it began to remember it does not know. */
    private static String when(Digest digest) {
        if (digest.since().isAfter(digest.period().from())) {
            return "From its start on " + Story.minute(digest.since()) + " to "
                    + Story.minute(digest.period().to()) + " UTC";
        }
        return switch (digest.period().every()) {
            case OFF, DAILY -> "Day to " + digest.period().end();
            case WEEKLY -> "Week to " + digest.period().end();
        };
    }

    private static String open(Digest digest, Incident i, MessageOptions options) {
        int others = i.members().size() - 1;
        return Wording.who(i.diagnosis().subject()) + (others == 0 ? "" : " and " + others + " more") + ", for "
                + Story.span(i.openedAt(), later(digest.period().to(), i.openedAt())) + ", seen "
                + (i.failures() == 1 ? "once" : i.failures() + " times") + ": "
                + Cut.at(LINE, Wording.sentence(options.told(i.diagnosis()))) + ".";
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static String cause(Digest.ByCause by) {
        String counts = Stream.of(
                        counted(by.opened(), "new"), counted(by.resolved(), "resolved"), counted(by.open(), "open"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        List<String> names = by.incidents().stream()
                .flatMap(i -> i.members().stream())
                .map(Member::scope)
                .distinct()
                .map(Story::name)
                .sorted()
                .toList();
        return named(by.cause()) + ": " + counts + "; " + Story.listed(names, NAMES);
    }

    private static String counted(int number, String what) {
        return number == 0 ? "" : number + " " + what;
    }

    private static String named(String cause) {
        return cause.equals("unknown") ? "cause unknown" : cause;
    }

    private static String back(Incident i) {
        return Wording.who(i.diagnosis().subject()) + ", " + named(Digest.cause(i)) + ": " + Story.again(i);
    }

    private static List<String> times(Digest digest) {
        List<String> lines = new ArrayList<>();
        digest.told().ifPresent(told -> lines.add("First message after " + median(told, "")));
        digest.lasted().ifPresent(lasted -> {
            String longest = digest.resolved().stream()
                    .max(Comparator.comparing(Digest::lasted))
                    .map(i -> ", " + Wording.who(i.diagnosis().subject()))
                    .orElse("");
            lines.add("Over after " + median(lasted, longest));
        });
        return lines;
    }

    private static String median(Median median, String longest) {
        String middle = span(median.middle());
        return median.of() == 1
                ? middle + longest
                : middle + " (median of " + median.of() + "), longest " + span(median.longest()) + longest;
    }

    private static String span(Duration span) {
        return span.toSeconds() < 120 ? span.toSeconds() + " s" : Story.span(Instant.EPOCH, Instant.EPOCH.plus(span));
    }

    private static List<String> loops(Digest digest) {
        List<LoopCost> costs =
                digest.incidents().flatMap(i -> LoopCost.of(i).stream()).toList();
        if (costs.isEmpty()) {
            return List.of();
        }
        List<Volume> volumes =
                costs.stream().flatMap(cost -> cost.volumes().stream()).toList();
        double gigabytes = volumes.stream().mapToDouble(Volume::gigabytes).sum();
        double dollars = costs.stream().mapToDouble(LoopCost::dollars).sum();
        boolean atMost = costs.stream().anyMatch(LoopCost::atMost);
        boolean partly = costs.stream().anyMatch(cost -> !cost.untold().isEmpty())
                || volumes.stream().anyMatch(v -> v.way() == Way.UNTOLD);
        String pulled = gigabytes == 0
                ? ""
                : String.format(Locale.ROOT, " pulled %s%.1f GB", atMost ? "at most " : "", gigabytes);
        String paid = dollars < 0.01
                ? ""
                : String.format(Locale.ROOT, ", about %.2f USD at list prices of us-east-1", dollars);
        return List.of(costs.stream().mapToInt(LoopCost::starts).sum() + " starts" + pulled + paid
                + ", since each loop began" + (partly ? "; not all of it is known" : ""));
    }

    private static List<String> votes(Digest digest) {
        return digest.incidents()
                .filter(i -> digest.notUseful(i) > 0)
                .map(i -> Wording.who(i.diagnosis().subject()) + ", " + named(Digest.cause(i)) + ": by "
                        + digest.notUseful(i) + (digest.notUseful(i) == 1 ? " person" : " people"))
                .toList();
    }

    private static List<String> unknown(Digest digest) {
        List<UnknownText> texts = digest.unknown().texts();
        List<String> lines = new ArrayList<>(limited(texts.stream().map(t -> t.count() + " × " + t.text()), TEXTS));
        if (digest.unknown().dropped() > 0) {
            lines.add("and others, seen " + digest.unknown().dropped() + " times, which were not kept");
        }
        return lines;
    }

    private static List<String> limited(Stream<String> lines, int most) {
        List<String> all = lines.toList();
        return all.size() <= most
                ? all
                : Stream.concat(all.stream().limit(most), Stream.of("and " + (all.size() - most) + " more"))
                        .toList();
    }

    private static String footer(Digest digest) {
        String places = digest.incidents()
                .map(i -> "account " + i.fingerprint().account() + " in "
                        + i.fingerprint().region())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        if (digest.ignored() > 0) {
            sentences.add(
                    digest.ignored() == 1
                            ? "1 incident is left out: a rule ignores it."
                            : digest.ignored() + " incidents are left out: rules ignore them.");
        }
        if (!places.isEmpty()) {
            sentences.addFirst("Of " + places + "; days begin at 08:00 UTC.");
        }
        return String.join(" ", sentences);
    }
}
