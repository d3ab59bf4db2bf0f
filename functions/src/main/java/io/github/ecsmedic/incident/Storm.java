package io.github.ecsmedic.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether so many services of an account and region fail at once that a message for each of them would only add noise.
 *
 * @param failing how each service that failed lately failed last, by scope; also those that no longer count
 */
public record Storm(StormHead head, Map<String, Plight> failing) {
    /** Before anything failed. */
    public static final Storm NONE = new Storm(StormHead.NONE, Map.of());

    /** Failures of so long ago count. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** It is over when it was calm for so long. */
    public static final Duration CALM = Duration.ofMinutes(15);

    /** Fewer services are none, however small the fleet. */
    public static final int FLOOR = 3;

    /** Services that begin to fail within so short a time may be the first of many. */
    public static final Duration BREWING = Duration.ofMinutes(1);

    private static final int SHARE = 5;

    public Storm {
        failing = Map.copyOf(failing);
    }

    /** Of so many watched services so many have to fail: a fifth, and at least {@link #FLOOR}. */
    public static int needed(int watched) {
        return Math.max(FLOOR, (watched + SHARE - 1) / SHARE);
    }

    /** Whether there is one. */
    public boolean blows() {
        return head.since() != null;
    }

    /** Whether there is one that has a message of its own, for which those of the single incidents wait. */
    public boolean tells() {
        return blows() && !head.incident().isEmpty();
    }

    /** Whether it needs a message of its own and has none: services that one shared fault explains are told by that. */
    public boolean wantsMessage(Instant now) {
        return blows() && head.incident().isEmpty() && faults(now) >= FLOOR;
    }

    /** Whether more services began to fail in the last minute than is usual, though it is no storm yet. */
    public boolean brews(Instant now) {
        return !blows() && since(now, BREWING).size() > FLOOR;
    }

    /** Whether it blows, or so many services began to fail in the last minute that they may be the first of many. */
    public boolean threatens(Instant now) {
        return blows() || since(now, BREWING).size() >= FLOOR;
    }

    /**
     * With a service that failed.
     *
     * @param unwell services in which a fix is in flight, or which are known to lack tasks: they count as failing
     */
    public Storm with(String scope, Plight plight, Instant now, Collection<String> unwell) {
        Map<String, Plight> all = new TreeMap<>(failing);
        all.merge(scope, plight, (known, other) -> other.at().isBefore(known.at()) ? known : other);
        Storm next = new Storm(head, all);
        return next.judged(now, unwell, !tells());
    }

    /** As it is at {@code now}; the same value when nothing changed. */
    public Storm at(Instant now, Collection<String> unwell) {
        return judged(now, unwell, false);
    }

    /** Told by that incident. */
    public Storm toldBy(String incident) {
        return new Storm(head.toldBy(incident), failing);
    }

    /** In a fleet of so many services; the same value when that is known. */
    public Storm watching(int services) {
        return services == head.watched() ? this : new Storm(head.next().watching(services), failing);
    }

    /** Without the services that neither count nor were hit by the storm at hand. */
    public Storm pruned(Instant now) {
        Instant since = head.since();
        Instant from = (since == null ? now : since).minus(WINDOW);
        return new Storm(
                head,
                failing.entrySet().stream()
                        .filter(e -> !e.getValue().at().isBefore(from))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whether the incident is one of those that the storm at hand is made of. */
    public boolean covers(Incident incident) {
        Instant since = head.since();
        return since != null
                && !incident.openedAt().isBefore(since.minus(WINDOW))
                && incident.members().stream().allMatch(m -> failing.containsKey(m.scope()));
    }

    private Storm judged(Instant now, Collection<String> unwell, boolean counted) {
        Set<String> all = new HashSet<>(since(now, WINDOW).keySet());
        all.addAll(unwell);
        StormHead next = head.judged(now, all.size() >= needed(head.watched()) || shares(now));
        return next.equals(head) && !counted ? this : new Storm(next.after(head), failing);
    }

    private Map<String, Plight> since(Instant now, Duration window) {
        return failing.entrySet().stream()
                .filter(e -> Duration.between(e.getValue().at(), now).compareTo(window) < 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether two services fail by one broken object. */
    private boolean shares(Instant now) {
        return since(now, WINDOW).values().stream()
                .filter(Plight::shared)
                .collect(Collectors.groupingBy(Plight::incident, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(services -> services > 1);
    }

    private long faults(Instant now) {
        return since(now, WINDOW).entrySet().stream()
                .map(e -> e.getValue().shared() ? e.getValue().incident() : e.getKey())
                .distinct()
                .count();
    }
}
