package io.github.ecsmedic.incident;

import io.github.ecsmedic.incident.Loop.Pulls;
import io.github.ecsmedic.incident.Loop.Registry;
import io.github.ecsmedic.incident.Loop.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a loop of failed starts has pulled since it began, and what that costs: an estimate that follows from the incident
 * alone.
 *
 * @param starts that pulled their images
 * @param anHour how many starts an hour; 0 where they were seen for too short a time to tell
 * @param atMost whether some of them may have pulled less
 * @param volumes what was pulled, by the way it came
 * @param hub pulls from Docker Hub
 * @param untold what is not known and so not counted: images, or services of which nothing was read
 */
public record LoopCost(int starts, long anHour, boolean atMost, List<Volume> volumes, Hub hub, List<String> untold) {
    /** The list price of a gigabyte through a NAT gateway in us-east-1, in USD (aws.amazon.com/vpc/pricing). */
    public static final double NAT_DOLLARS_A_GIGABYTE = 0.045;

    /** Of the first petabyte through interface endpoints in us-east-1, in USD (aws.amazon.com/privatelink/pricing). */
    public static final double ENDPOINT_DOLLARS_A_GIGABYTE = 0.01;

    /** Docker Hub allows an address so many pulls in six hours without login (docs.docker.com/docker-hub/usage). */
    public static final int HUB_LIMIT = 100;

    private static final Duration HUB_WINDOW = Duration.ofHours(6);
    private static final Duration TELLING = Duration.ofMinutes(10);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(30);
    private static final int FEWEST = 3;
    private static final double GIGABYTE = 1e9;

    /** Families of labels whose failures come after the images were pulled. */
    private static final Set<String> AFTER_THE_PULL = Set.of("app", "memory", "health", "container_config");

    /** But for a task that was never placed. */
    private static final String BEFORE = "container_config.incompatible_compute";

    public LoopCost {
        volumes = List.copyOf(volumes);
        untold = List.copyOf(untold);
    }

    /** What came one way; {@code through} is the id of the gateway or endpoint, or {@code ""}. */
    public record Volume(Way way, String through, long bytes) {
        /** In USD. */
        public double dollars() {
            return bytes * price(way) / GIGABYTE;
        }

        public double gigabytes() {
            return bytes / GIGABYTE;
        }
    }

    /**
     * Pulls from Docker Hub.
     *
     * @param inSixHours how many of them in the time for which it counts
     * @param byAddress whether it counts them by address, because they come without login
     */
    public record Hub(long pulls, long inSixHours, boolean byAddress) {
        static final Hub NONE = new Hub(0, 0, false);
    }

    /** Whether a member fails again and again: at least three times, and twice an hour. */
    public static boolean loops(Member member) {
        return member.failures() >= FEWEST
                && span(member).compareTo(LONGEST_GAP.multipliedBy(member.failures() - 1)) <= 0;
    }

    /** Whether failures like this one come after the images were pulled. */
    public static boolean pulls(String label) {
        int dot = label.indexOf('.');
        return AFTER_THE_PULL.contains(dot < 0 ? label : label.substring(0, dot)) && !label.equals(BEFORE);
    }

    /** Empty where there is no loop, or where it pulls nothing. */
    public static Optional<LoopCost> of(Incident incident) {
        if (!pulls(incident.diagnosis().label())) {
            return Optional.empty();
        }
        Map<String, Loop> known =
                incident.loops().stream().collect(Collectors.toMap(Loop::scope, Function.identity(), (a, b) -> a));
        Sum sum = new Sum();
        incident.members().stream()
                .filter(LoopCost::loops)
                .forEach(member -> sum.add(member, Optional.ofNullable(known.get(member.scope()))));
        return sum.starts == 0 ? Optional.empty() : Optional.of(sum.cost());
    }

    /** In USD, at the list prices of us-east-1. */
    public double dollars() {
        return volumes.stream().mapToDouble(Volume::dollars).sum();
    }

    private static double price(Way way) {
        return switch (way) {
            case NAT_GATEWAY -> NAT_DOLLARS_A_GIGABYTE;
            case INTERFACE_ENDPOINT -> ENDPOINT_DOLLARS_A_GIGABYTE;
            case GATEWAY_ENDPOINT, INTERNET, UNTOLD -> 0;
        };
    }

    private static Duration span(Member member) {
        return Duration.between(member.firstSeen(), member.lastSeen());
    }

    /** Starts in so long a time, at the rate at which the member failed. */
    private static double rate(Member member, Duration in) {
        return (member.failures() - 1.0)
                * in.toSeconds()
                / Math.max(1, span(member).toSeconds());
    }

    private static final class Sum {
        private final Map<String, Volume> volumes = new TreeMap<>();
        private final Set<String> untold = new LinkedHashSet<>();
        private int starts;
        private double anHour;
        private boolean atMost;
        private boolean tooShort;
        private Hub hub = Hub.NONE;

        void add(Member member, Optional<Loop> loop) {
            Pulls pulls = loop.map(Loop::pulls).orElse(Pulls.UNTOLD);
            if (pulls == Pulls.KEPT) {
                return;
            }
            starts += member.failures();
            anHour += rate(member, Duration.ofHours(1));
            tooShort |= span(member).compareTo(TELLING) < 0;
            atMost |= pulls == Pulls.AT_MOST;
            if (pulls == Pulls.UNTOLD) {
                untold.add(member.scope());
            }
            loop.map(Loop::images).orElseGet(List::of).forEach(image -> add(member, image));
        }

        private void add(Member member, Loop.Image image) {
            Long bytes = image.bytes();
            if (bytes == null) {
                untold.add(image.name());
            } else {
                Volume more = new Volume(image.way(), image.through(), bytes * member.failures());
                volumes.merge(
                        image.way() + image.through(),
                        more,
                        (a, b) -> new Volume(a.way(), a.through(), a.bytes() + b.bytes()));
            }
            boolean byAddress = image.registry() == Registry.DOCKER_HUB;
            if (byAddress || image.registry() == Registry.DOCKER_HUB_LOGGED_IN) {
                long late = span(member).compareTo(HUB_WINDOW) <= 0
                        ? member.failures()
                        : Math.round(rate(member, HUB_WINDOW));
                hub = new Hub(hub.pulls + member.failures(), hub.inSixHours + late, hub.byAddress || byAddress);
            }
        }

        LoopCost cost() {
            return new LoopCost(
                    starts,
                    tooShort ? 0 : Math.round(anHour),
                    atMost,
                    new ArrayList<>(volumes.values()),
                    hub,
                    List.copyOf(untold));
        }
    }
}
