package io.github.ecsmedic.mend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The guards of every fix. */
public final class Guards {
    /** All, in the order in which they are asked. */
    public static final List<Guard> ALL = Stream.of(
                    ConsentGuards.FIRST,
                    ServiceGuards.FIRST,
                    ReachGuards.HARM,
                    ServiceGuards.SECOND,
                    HistoryGuards.FIRST,
                    ReachGuards.REST,
                    ConsentGuards.APPROVED,
                    ServiceGuards.LAST,
                    ReachGuards.SHAPE,
                    HistoryGuards.LAST,
                    ConsentGuards.LAST)
            .flatMap(List::stream)
            .toList();

    /** The id of the guard that lets nothing be sent, though nothing else speaks against it. */
    public static final String DRY_RUN = "A4";

    private static final Set<String> AT_EACH_REQUEST = Set.of("A1", "A2", DRY_RUN, "A6");

    private Guards() {}

    /** Those that a fix has to pass again at each of its later requests; the others look at what it changes itself. */
    public static List<Guard> underWay(List<Guard> guards) {
        return guards.stream()
                .filter(guard -> AT_EACH_REQUEST.contains(guard.id()))
                .toList();
    }

    /** What the guard is called. */
    public static String name(String id) {
        return ALL.stream()
                .filter(guard -> guard.id().equals(id))
                .map(Guard::name)
                .findFirst()
                .orElse(id);
    }

    /** The first refusal; empty when every one of {@code guards} lets the plan pass. */
    public static Optional<Refusal> refusal(List<Guard> guards, Snapshot snapshot) {
        return guards.stream()
                .flatMap(guard -> guard.rule().apply(snapshot).map(why -> new Refusal(guard.id(), why)).stream())
                .findFirst();
    }

    /**
     * That a guard said no.
     *
     * @param why a clause without a full stop
     */
    public record Refusal(String guard, String why) {}
}
