package io.github.ecsmedic.handler;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happened in schedules: a simulation that never meets a fault proves nothing about it. */
final class Coverage {
    private static final Set<Trait> OF_EVENTS = EnumSet.range(Trait.CRASH, Trait.FIX_IN_FLIGHT);
    private static final Set<Trait> OF_FIXES = EnumSet.of(Trait.CRASH, Trait.REDELIVERY);

    static {
        OF_FIXES.addAll(EnumSet.range(Trait.FIX, Trait.UNDONE));
    }

    private final Set<Trait> wanted;
    private final Map<Trait, Integer> schedules = new EnumMap<>(Trait.class);
    private final Set<Trait> now = EnumSet.noneOf(Trait.class);
    private int all;

    private Coverage(Set<Trait> wanted) {
        this.wanted = wanted;
    }

    static Coverage ofEvents() {
        return new Coverage(OF_EVENTS);
    }

    static Coverage ofFixes() {
        return new Coverage(OF_FIXES);
    }

    /** Something hard that a schedule may meet, and in how many of a thousand it has to be met. */
    enum Trait {
        CRASH(200),
        KILLED_BY_TIME_OUT(5),
        REDELIVERY(300),
        DUPLICATE(300),
        REORDERED(300),
        REFUSED(200),
        RATE_LIMITED(100),
        LOST_ANSWER(50),
        SLOW_SINK(100),
        SKEWED_CLOCK(300),
        STORE_OUT_OF_REACH(100),
        TOLD_WITHOUT_STORE(10),
        WRITE_CONFLICT(50),
        /** Several of one batch were stored by one write. */
        EQUAL_FAILURES(100),
        DEAD_LETTER(5),
        POISON(20),
        SNOOZED(10),
        RESOLVED(300),
        FOUND_BY_THE_SWEEP(50),
        STORM(50),
        STORM_OVER(20),
        TOLD_BY_A_STORM(20),
        FIX_IN_FLIGHT(100),
        /** Something was changed by us. */
        FIX(500),
        HUMAN(50),
        ANSWER_LOST(200),
        UNKNOWN_OUTCOME(10),
        SWITCH_FLIPPED(20),
        READ_REFUSED(200),
        SECOND_INCIDENT(200),
        SECOND_FIX(50),
        FIXED(200),
        NOT_HELPED(100),
        UNDONE(50);

        private final int perMille;

        Trait(int perMille) {
            this.perMille = perMille;
        }
    }

    void saw(Trait trait) {
        now.add(trait);
    }

    /** The schedule at hand ended. */
    void next() {
        now.forEach(trait -> schedules.merge(trait, 1, Integer::sum));
        now.clear();
        all++;
    }

    void add(Coverage other) {
        other.schedules.forEach((trait, times) -> schedules.merge(trait, times, Integer::sum));
        all += other.all;
    }

    /** Traits that too few schedules had. */
    Set<Trait> missing() {
        return wanted.stream()
                .filter(trait -> 1000L * schedules.getOrDefault(trait, 0) < (long) trait.perMille * all)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }

    @Override
    public String toString() {
        return wanted.stream()
                .map(trait -> "%s %.1f %%"
                        .formatted(
                                trait.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                                100.0 * schedules.getOrDefault(trait, 0) / Math.max(1, all)))
                .collect(Collectors.joining(", "));
    }
}
