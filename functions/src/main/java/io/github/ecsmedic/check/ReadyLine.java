package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Logs.Line;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lines in which an application says that it is up, and where it listens. Lines of its side doors do not count. */
final class ReadyLine {
    private static final int LONGEST = 2_000;
    private static final String LISTENS = "(?i)\\b(?:listening|listen|running|serving|started|bound)\\b";
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile(
                    LISTENS
                            + "[^\\n]{0,80}?(?:https?://([\\w.-]+|\\[[0-9a-f:.]*\\])|(?:^|[\\s=/@\"'(])(localhost|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]*\\]|::1?|\\*|)):([0-9]{2,5})\\b"),
            Pattern.compile(LISTENS + "[^\\n]{0,40}?()()\\bport(?:\\(s\\))?[ :=]{1,3}([0-9]{2,5})\\b"),
            Pattern.compile("(?i)\\blistening (?:on|at|to)()() :?([0-9]{2,5})\\b"));
    private static final Pattern SIDE_DOOR =
            Pattern.compile("(?i)metric|admin|debug|manage|prometheus|pprof|inspector|actuator|profil|jmx");
    private static final Pattern TOOK = Pattern.compile(
            "(?i)\\b(?:started|booted|ready|startup|initialized)\\b[^\\n]{0,80}? in ([0-9]{1,5})(?:\\.[0-9]+)? ?s(?:ec|\\b)");
    private static final Pattern READY = Pattern.compile("(?i)\\b(?:application startup complete|startup complete|"
            + "ready to (?:accept|handle|serve)|ready for connections|is ready\\b|server (?:is )?(?:ready|running|started|listening)|now listening|"
            + "listening (?:on|at|for)|running on http|start worker process)");

    private ReadyLine() {}

    /** A port on which an application says that it listens; {@code loopback} when only the container itself can reach it. */
    record Place(int port, boolean loopback) {}

    /** Every place of which the lines tell. */
    static List<Place> places(List<Line> lines) {
        return lines.stream()
                .map(Line::text)
                .flatMap(String::lines)
                .map(ReadyLine::cut)
                .filter(text -> !SIDE_DOOR.matcher(text).find())
                .flatMap(text -> place(text).stream())
                .distinct()
                .toList();
    }

    private static Optional<Place> place(String text) {
        for (Pattern pattern : PLACES) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                String host =
                        matcher.group(1) == null || matcher.group(1).isEmpty() ? matcher.group(2) : matcher.group(1);
                return Optional.of(new Place(Integer.parseInt(matcher.group(3)), loopback(host == null ? "" : host)));
            }
        }
        return Optional.empty();
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1");
    }

    /** The first line that says that the application is up. */
    static Optional<Line> first(List<Line> lines) {
        return lines.stream()
                .filter(line -> {
                    String text = cut(line.text());
                    return !SIDE_DOOR.matcher(text).find()
                            && (READY.matcher(text).find()
                                    || TOOK.matcher(text).find()
                                    || place(text).isPresent());
                })
                .findFirst();
    }

    /** How long it took, where the line itself says so. */
    static Optional<Duration> took(Line line) {
        Matcher matcher = TOOK.matcher(cut(line.text()));
        return matcher.find() ? Optional.of(Duration.ofSeconds(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
