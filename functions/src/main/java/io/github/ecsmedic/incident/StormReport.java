package io.github.ecsmedic.incident;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of a storm: how many services it hit, what they have in common, and which they are. */
public final class StormReport {
    /** The label of a storm, and the id of its cause. */
    public static final String ID = "storm";

    /** What at least so many of a hundred services name is what they have in common. */
    private static final int MOST = 80;

    private static final String SOURCE = "events of ECS";
    private static final int NAMES = 25;
    private static final int GROUPS = 12;
    private static final int OBJECTS = 3;
    private static final Plight NOTHING = new Plight(Instant.EPOCH, "", "", "", "", false, List.of());

    private final SortedMap<String, Plight> hit;
    private final int watched;

    private StormReport(Storm storm) {
        this.hit = new TreeMap<>(storm.failing());
        this.watched = storm.head().watched();
    }

    /** Services that fail for the same reason. */
    private record Group(String reason, String what, boolean shared, List<String> services) {}

    /**
     * The storm as a diagnosis.
     *
     * @param there the account and region
     * @param lead the incident by which most of the services fail, when that is read: its fixes mend them
     */
    public static Diagnosis of(Storm storm, Fingerprint there, Optional<Incident> lead) {
        StormReport report = new StormReport(storm.pruned(Instant.EPOCH));
        return report.told(there, storm, lead);
    }

    /** The incident that explains most of the services, when it is about an object that they share. */
    public static Optional<String> lead(Storm storm) {
        return storm.failing().values().stream()
                .filter(Plight::shared)
                .collect(Collectors.groupingBy(Plight::incident, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> most.getValue() * 2 >= storm.failing().size())
                .map(Map.Entry::getKey);
    }

    private Diagnosis told(Fingerprint there, Storm storm, Optional<Incident> lead) {
        List<Group> groups = groups();
        List<Evidence> facts = new ArrayList<>();
        groups.stream().limit(GROUPS).map(StormReport::fact).forEach(facts::add);
        int left =
                groups.stream().skip(GROUPS).mapToInt(g -> g.services().size()).sum();
        if (left > 0) {
            facts.add(new Evidence(left + " more fail in " + (groups.size() - GROUPS) + " other ways", SOURCE));
        }
        common().forEach((object, count) ->
                facts.add(new Evidence(count + " of " + hit.size() + " have " + object + " in common", SOURCE)));
        String cluster = onlyCluster();
        Subject subject = new Subject(there.account(), there.region(), cluster, "", "", "");
        List<Remedy> fixes = lead.map(i -> i.diagnosis().fixes()).orElse(List.of());
        return new Diagnosis(
                subject,
                ID,
                AlertClass.FAILURE,
                "",
                storm.head().since(),
                Diagnosis.Capacity.UNKNOWN,
                List.of(new Cause(ID, Certainty.PROVEN, summary(groups, cluster), objects(groups), facts)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagnosis.Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                fixes,
                Diagnosis.Cost.NONE);
    }

    private String summary(List<Group> groups, String cluster) {
        String many = hit.size() + (watched > 0 ? " of " + watched : "") + " services fail at once";
        Optional<Group> shared = groups.stream().filter(Group::shared).findFirst();
        if (shared.isPresent()) {
            return many + ", " + share(shared.get()) + "by one fault: "
                    + shared.get().what();
        }
        Group first = groups.getFirst();
        if (first.services().size() * 100 >= MOST * hit.size()) {
            return many + ", " + share(first) + "alike: " + first.what();
        }
        return common().keySet().stream()
                .findFirst()
                .map(object -> many + ", most of them with " + object)
                .orElseGet(() -> many + ", in " + groups.size() + " different ways"
                        + (cluster.isEmpty() ? "" : ", all in cluster " + cluster));
    }

    private String share(Group group) {
        int services = group.services().size();
        return services == hit.size() ? "all " : services + " of them ";
    }

    /** The largest first. */
    private List<Group> groups() {
        return hit.entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> reason(e.getValue()),
                        TreeMap::new,
                        Collectors.mapping(Function.identity(), Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> new Group(
                        e.getKey(),
                        what(e.getValue().getFirst().getValue()),
                        e.getValue().getFirst().getValue().shared()
                                && e.getValue().size() > 1,
                        e.getValue().stream().map(Map.Entry::getKey).toList()))
                .sorted(Comparator.comparingInt((Group g) -> g.services().size())
                        .reversed()
                        .thenComparing(Group::reason))
                .toList();
    }

    /** A shared fault is one; else those of one cause, or of one message that nothing explains yet. */
    private static String reason(Plight plight) {
        return plight.shared()
                ? plight.incident()
                : plight.cause().isEmpty() ? "label " + plight.label() : "cause " + plight.cause();
    }

    /** The sentence names objects: only a shared fault's are those of all. */
    private static String what(Plight plight) {
        return plight.shared()
                ? plight.summary()
                : plight.cause().isEmpty() ? plight.label() + ", cause unknown" : plight.cause();
    }

    private static Evidence fact(Group group) {
        List<String> names = group.services().stream()
                .map(scope -> scope.substring(scope.indexOf('/') + 1))
                .toList();
        String listed = String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "");
        return new Evidence(group.services().size() + " × " + group.what() + " – " + listed, SOURCE);
    }

    /** What most of the services name, by how many; the most telling first. */
    private Map<String, Long> common() {
        boolean several = clusters() > 1;
        Map<String, Long> counted = hit.entrySet().stream()
                .flatMap(e -> Stream.concat(
                        e.getValue().objects().stream(),
                        Stream.of("cluster " + cluster(e.getKey())).filter(_ -> several)))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        Map<String, Long> most = new LinkedHashMap<>();
        counted.entrySet().stream()
                .filter(e -> e.getValue() * 100 >= (long) MOST * hit.size() && e.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(OBJECTS)
                .forEach(e -> most.put(e.getKey(), e.getValue()));
        return most;
    }

    private Resources objects(List<Group> groups) {
        Stream<String> named = Stream.concat(
                groups.stream()
                        .filter(Group::shared)
                        .limit(1)
                        .flatMap(g -> hit.getOrDefault(g.services().getFirst(), NOTHING).objects().stream()),
                common().keySet().stream());
        return new Resources(named.distinct()
                .map(object -> object.split(" ", 2))
                .filter(kindAndId -> kindAndId.length == 2)
                .map(kindAndId -> new Resource(kindAndId[0], kindAndId[1]))
                .toList());
    }

    private long clusters() {
        return hit.keySet().stream().map(StormReport::cluster).distinct().count();
    }

    private String onlyCluster() {
        return clusters() == 1 ? cluster(hit.firstKey()) : "";
    }

    /** Of {@code service/CLUSTER/NAME}. */
    private static String cluster(String scope) {
        String[] parts = scope.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}
