package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.CheckResult;
import io.github.ecsmedic.model.Diagnosis.Hop;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Exhibit.Stop;
import io.github.ecsmedic.model.Station;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what the checks saw of a packet's way, in the order in which the packet meets it. */
final class PacketPath {
    private static final List<String> WORST_FIRST = List.of("failed", "inconclusive", "passed");

    private PacketPath() {}

    /**
     * Every hop once: where several checks looked at one, with the worst of their verdicts. A station that nobody could
     * look at is told; one of which something is known is not told to be unknown as well.
     */
    static List<Hop> of(List<Check> checks, Map<String, CheckResult> verdicts) {
        Map<Place, Hop> hops = new LinkedHashMap<>();
        checks.stream()
                .filter(check -> verdicts.containsKey(check.id()))
                .flatMap(check -> stops(check, Objects.requireNonNull(verdicts.get(check.id()))))
                .sorted(Comparator.comparing(Stop::at))
                .forEach(stop -> hops.merge(Place.of(stop), stop.hop(), PacketPath::worse));
        Set<Station> known = hops.keySet().stream()
                .filter(place -> !place.id().isEmpty())
                .map(Place::at)
                .collect(Collectors.toSet());
        return hops.entrySet().stream()
                .filter(hop -> !hop.getKey().id().isEmpty()
                        || !known.contains(hop.getKey().at()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether every hop was seen, and lets the packet pass. */
    static boolean isOpen(List<Hop> path) {
        return !path.isEmpty() && path.stream().allMatch(hop -> hop.verdict().equals("passed"));
    }

    private record Place(Station at, String hop, String id) {
        static Place of(Stop stop) {
            return new Place(stop.at(), stop.hop().hop(), stop.hop().id());
        }
    }

    private static Hop worse(Hop one, Hop other) {
        return WORST_FIRST.indexOf(other.verdict()) < WORST_FIRST.indexOf(one.verdict()) ? other : one;
    }

    private static Stream<Stop> stops(Check check, CheckResult result) {
        return switch (result) {
            case CheckResult.Failed failed -> shown(failed.exhibits());
            case CheckResult.Passed passed -> shown(passed.exhibits());
            case CheckResult.NotApplicable _ -> Stream.empty();
            case CheckResult.Inconclusive(String why) ->
                check.station().stream().map(at -> new Stop(at, new Hop(at.word(), "", "inconclusive", why)));
        };
    }

    private static Stream<Stop> shown(List<Exhibit> exhibits) {
        return exhibits.stream().<Stop>mapMulti((exhibit, out) -> {
            if (exhibit instanceof Exhibit.Path(List<Stop> stops)) {
                stops.forEach(out);
            }
        });
    }
}
