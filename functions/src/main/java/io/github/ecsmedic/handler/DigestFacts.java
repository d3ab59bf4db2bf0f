package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.notify.Digest;
import io.github.ecsmedic.notify.Digest.Entry;
import io.github.ecsmedic.notify.DigestPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what a digest tells. */
record DigestFacts(Archive archive, Parts parts) {
    /** Those whose first message is looked up, the newest: each is a request. */
    private static final int TIMED = 200;

    Digest of(DigestPeriod period, Instant since) {
        Instant now = parts.clock().instant();
        List<Incident> lived = lived(period, now).stream()
                .filter(i -> i.openedAt().isBefore(period.to()))
                .sorted(Comparator.comparing(Incident::openedAt).reversed().thenComparing(Incident::id))
                .toList();
        List<Incident> heard = lived.stream()
                .filter(i -> !i.fingerprint().storm())
                .filter(i -> !parts.routing().of(i, now).ignored())
                .toList();
        int storms = (int) lived.stream()
                .filter(i -> i.fingerprint().storm() && period.holds(i.openedAt()))
                .count();
        long ofServices = lived.stream().filter(i -> !i.fingerprint().storm()).count();
        Set<String> timed = heard.stream()
                .filter(i -> period.holds(i.openedAt()))
                .limit(TIMED)
                .map(Incident::id)
                .collect(Collectors.toSet());
        List<Entry> entries = heard.stream()
                .map(i -> new Entry(i, timed.contains(i.id()) ? archive.firstTold(i.id()) : Optional.empty()))
                .toList();
        return new Digest(period, since, entries, storms, (int) ofServices - heard.size(), unknown(period));
    }

    /** What lives is read first: what ends meanwhile is then read as ended. */
    private Collection<Incident> lived(DigestPeriod period, Instant now) {
        Map<String, Incident> all = new TreeMap<>();
        parts.ledger().living().forEach(i -> all.put(i.id(), i));
        for (LocalDate day = period.first(); !day.isAfter(Archive.day(now)); day = day.plusDays(1)) {
            archive.ended(day).forEach(i -> all.put(i.id(), i));
        }
        return all.values();
    }

    private Archive.Unknown unknown(DigestPeriod period) {
        Map<String, UnknownText> texts = new TreeMap<>();
        long dropped = 0;
        for (LocalDate day : period.days()) {
            Archive.Unknown some = archive.unknown(day);
            some.texts().forEach(text -> texts.merge(UnknownText.shape(text.text()), text, UnknownText::and));
            dropped += some.dropped();
        }
        return new Archive.Unknown(
                texts.values().stream()
                        .sorted(Comparator.comparingLong(text -> -text.count()))
                        .toList(),
                dropped);
    }
}
