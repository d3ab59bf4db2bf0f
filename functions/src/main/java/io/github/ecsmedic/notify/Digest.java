package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Feedback;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened in a period.
 *
 * @param since from when on anything is known; it may lie within the period
 * @param entries incidents that lived in the period, without storms and without those that a rule ignores
 * @param storms that began in it
 * @param ignored incidents that lived in it and that a rule ignores
 * @param unknown reasons that nobody recognised, the most frequent first
 */
public record Digest(
        DigestPeriod period, Instant since, List<Entry> entries, int storms, int ignored, Archive.Unknown unknown) {
    public Digest {
        entries = List.copyOf(entries);
    }

    /** An incident, and when a sink first took a message about it, if that is known. */
    public record Entry(Incident incident, Optional<Instant> firstTold) {}

    /** How often something failed for one cause: its id, or the label where there is none. */
    record ByCause(String cause, List<Incident> incidents, int opened, int resolved, int open) {}

    /** Those that began in the period. */
    List<Incident> opened() {
        return incidents().filter(this::isNew).toList();
    }

    /** Those that ended in it. */
    List<Incident> resolved() {
        return incidents().filter(this::isOver).toList();
    }

    /** Those that lived on at its end: what presses most first, then the oldest. */
    List<Incident> open() {
        return incidents()
                .filter(i -> !isOver(i))
                .sorted(Comparator.comparing((Incident i) -> Severity.of(i.diagnosis()))
                        .thenComparing(Incident::openedAt)
                        .thenComparing(Incident::id))
                .toList();
    }

    /** The most frequent first. */
    List<ByCause> causes() {
        Map<String, List<Incident>> by =
                incidents().collect(Collectors.groupingBy(Digest::cause, TreeMap::new, Collectors.toList()));
        return by.entrySet().stream()
                .map(e -> new ByCause(
                        e.getKey(),
                        e.getValue(),
                        count(e.getValue().stream().filter(this::isNew)),
                        count(e.getValue().stream().filter(this::isOver)),
                        count(e.getValue().stream().filter(i -> !isOver(i)))))
                .sorted(Comparator.comparingInt(c -> -c.incidents().size()))
                .toList();
    }

    /** Those that began in the period and had been there within the seven days before, each fault once. */
    List<Incident> cameBack() {
        Map<String, Incident> newest = new TreeMap<>();
        opened().stream()
                .filter(i -> !i.past().isEmpty())
                .forEach(i -> newest.merge(
                        i.fingerprint().key(), i, (a, b) -> a.openedAt().isBefore(b.openedAt()) ? b : a));
        return newest.values().stream()
                .sorted(Comparator.comparingInt(i -> -i.past().size()))
                .toList();
    }

    /** From the failure to the first message. */
    Optional<Median> told() {
        return Median.of(entries.stream()
                .filter(e -> isNew(e.incident()))
                .flatMap(e ->
                        e.firstTold().stream().map(at -> between(e.incident().openedAt(), at)))
                .toList());
    }

    /** From the failure to the end. */
    Optional<Median> lasted() {
        return Median.of(resolved().stream().map(Digest::lasted).toList());
    }

    static Duration lasted(Incident incident) {
        Ending ending = incident.ending();
        return ending == null ? Duration.ZERO : between(incident.openedAt(), ending.at());
    }

    /** Who found the message of the incident of no use, in the period. */
    int notUseful(Incident incident) {
        return count(
                incident.feedback().notUseful().stream().map(Feedback.Vote::at).filter(period::holds));
    }

    Stream<Incident> incidents() {
        return entries.stream().map(Entry::incident);
    }

    /** The id of its cause, or its label. */
    static String cause(Incident incident) {
        Diagnosis diagnosis = incident.diagnosis();
        return diagnosis.causes().stream().findFirst().map(Cause::id).orElse(diagnosis.label());
    }

    private boolean isNew(Incident incident) {
        return period.holds(incident.openedAt());
    }

    private boolean isOver(Incident incident) {
        Ending ending = incident.ending();
        return ending != null && ending.at().isBefore(period.to());
    }

    /** Clocks of others may be ahead. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private static int count(Stream<?> some) {
        return (int) some.count();
    }
}
