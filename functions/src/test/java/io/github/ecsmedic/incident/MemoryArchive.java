package io.github.ecsmedic.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An archive in memory, held to the same contract as the table. */
public final class MemoryArchive implements Archive {
    private final MemoryLedger ledger;
    private final Map<LocalDate, Map<String, UnknownText>> texts = new HashMap<>();
    private final Map<LocalDate, Long> dropped = new HashMap<>();
    private final Map<String, Instant> taken = new HashMap<>();
    private @Nullable Instant since;

    public MemoryArchive(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public synchronized Instant since(Instant now) {
        since = Objects.requireNonNullElse(since, now);
        return since;
    }

    @Override
    public List<Incident> ended(LocalDate day) {
        return ledger.ended().stream()
                .filter(i -> Archive.day(end(i)).equals(day))
                .sorted(Comparator.comparing(MemoryArchive::end).thenComparing(Incident::id))
                .toList();
    }

    private static Instant end(Incident incident) {
        return Objects.requireNonNull(incident.ending()).at();
    }

    @Override
    public Optional<Instant> firstTold(String incident) {
        return ledger.firstTold(incident);
    }

    @Override
    public synchronized void unknown(String text, Instant at) {
        LocalDate day = Archive.day(at);
        Map<String, UnknownText> known = texts.computeIfAbsent(day, _ -> new HashMap<>());
        String shape = UnknownText.shape(text);
        if (known.containsKey(shape) || known.size() < TEXTS_A_DAY) {
            known.merge(shape, new UnknownText(text, at), UnknownText::and);
        } else {
            dropped.merge(day, 1L, Long::sum);
        }
    }

    @Override
    public synchronized Unknown unknown(LocalDate day) {
        return new Unknown(List.copyOf(texts.getOrDefault(day, Map.of()).values()), dropped.getOrDefault(day, 0L));
    }

    @Override
    public synchronized boolean take(String digest, String sink, Instant now, Instant until) {
        String key = digest + " " + sink;
        if (taken.getOrDefault(key, Instant.MIN).isAfter(now)) {
            return false;
        }
        taken.put(key, until);
        return true;
    }

    @Override
    public synchronized void sent(String digest, String sink) {
        taken.put(digest + " " + sink, Instant.MAX);
    }
}
