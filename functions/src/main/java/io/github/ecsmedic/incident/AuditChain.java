package io.github.ecsmedic.incident;

import io.github.ecsmedic.incident.AuditLog.Copy;
import io.github.ecsmedic.incident.AuditRecord.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The audit of one place, from both places where it is kept, and whether it is whole.
 *
 * <p>What the second place does not have yet has one witness: it is known to follow what stands before it, and no more.
 *
 * @param head what the table says of its last record
 * @param table the records of the table as they are stored, oldest first
 * @param log the records of the second place
 */
public record AuditChain(AuditHead head, List<AuditRecord> table, Copy log) {
    private static final int READS = 5;

    public AuditChain {
        table = List.copyOf(table);
    }

    /** What is wrong with a record. */
    public enum Kind {
        MISSING,
        ALTERED,
        OUT_OF_ORDER,
        FORKED,
        /** The last ones are missing. */
        TRUNCATED,
        /** The two places do not agree. */
        DIFFERENT,
        /** Something that is no record. */
        FOREIGN
    }

    /**
     * Something that must not be.
     *
     * @param sequence the first record that it is about, 0 when it is about none
     * @param text one clause
     */
    public record Fault(Kind kind, long sequence, String text) {}

    /**
     * The audit of the place as it is now.
     *
     * @throws LedgerException when a place cannot be read, or changes again and again while it is read
     */
    public static AuditChain of(Ledger ledger, AuditLog log, String place) {
        for (int attempt = 0; attempt < READS; attempt++) {
            AuditHead before = ledger.auditHead(place);
            Copy copy = log.records(place);
            List<AuditRecord> table = ledger.audit(place, Integer.MAX_VALUE).reversed();
            if (ledger.auditHead(place).equals(before)) {
                return new AuditChain(before, table, copy);
            }
        }
        throw new LedgerException("the audit of " + place + " changes while it is read");
    }

    /** Intents whose outcome is not known yet, oldest first. */
    public List<AuditRecord> open() {
        return open(table);
    }

    /** Those of these intents that have no outcome among these records, in their order. */
    public static List<AuditRecord> open(Collection<AuditRecord> records) {
        Set<Long> closed = new HashSet<>();
        records.forEach(r -> of(r).ifPresent(closed::add));
        return records.stream()
                .filter(r -> r.intent() && !closed.contains(r.sequence()))
                .toList();
    }

    /** Everything that is wrong; empty when the audit is whole. */
    public List<Fault> faults() {
        TreeMap<Long, AuditRecord> known = new TreeMap<>();
        List<Fault> faults = tableFaults(known);
        TreeMap<Long, AuditRecord> copied = new TreeMap<>();
        log(known, copied, faults);
        gaps(copied.keySet(), Math.min(head.copied(), head.sequence()), "the second place", faults);
        unwitnessed(known, copied, faults);
        return List.copyOf(faults);
    }

    /** What is wrong as far as the table shows it, for those who cannot read the second place: it is not asked. */
    public List<Fault> tableFaults() {
        return List.copyOf(tableFaults(new TreeMap<>()));
    }

    private List<Fault> tableFaults(TreeMap<Long, AuditRecord> known) {
        List<Fault> faults = new ArrayList<>();
        table(known, faults);
        outcomes(known, faults);
        head(known, faults);
        return faults;
    }

    private void table(TreeMap<Long, AuditRecord> known, List<Fault> faults) {
        for (AuditRecord record : table) {
            long at = record.sequence();
            content(record, "the table", faults);
            if (known.containsKey(at)) {
                faults.add(new Fault(Kind.FORKED, at, "the table has two records " + at));
            } else if (!known.isEmpty() && at < known.lastKey()) {
                faults.add(new Fault(Kind.OUT_OF_ORDER, at, "in the table record " + at + " comes too late"));
            }
            known.putIfAbsent(at, record);
        }
        gaps(known.keySet(), head.sequence(), "the table", faults);
        known.forEach((at, record) -> {
            AuditRecord before = known.get(at - 1);
            String previous = before == null ? "" : before.hash();
            if ((before != null || at == 1) && !record.previous().equals(previous)) {
                faults.add(new Fault(Kind.ALTERED, at, "record " + at + " does not follow the one before it"));
            }
        });
    }

    private void content(AuditRecord record, String where, List<Fault> faults) {
        if (!record.sound() || !record.place().equals(head.place())) {
            String text = "in " + where + " record " + record.sequence() + " was altered";
            faults.add(new Fault(Kind.ALTERED, record.sequence(), text));
        }
    }

    private static void outcomes(Map<Long, AuditRecord> known, List<Fault> faults) {
        Set<Long> closed = new HashSet<>();
        known.values()
                .forEach(record -> of(record).ifPresent(of -> {
                    AuditRecord intent = known.get(of);
                    boolean fits = intent != null
                            && intent.intent()
                            && of < record.sequence()
                            && intent.attempt().equals(record.attempt())
                            && closed.add(of);
                    if (!fits) {
                        String text = "record " + record.sequence() + " is the outcome of no intent";
                        faults.add(new Fault(Kind.ALTERED, record.sequence(), text));
                    }
                }));
    }

    private void head(TreeMap<Long, AuditRecord> known, List<Fault> faults) {
        long last = known.isEmpty() ? 0 : known.lastKey();
        AuditRecord newest = known.get(last);
        String hash = newest == null ? "" : newest.hash();
        if (last > head.sequence() || (last == head.sequence() && !hash.equals(head.hash()))) {
            faults.add(new Fault(Kind.ALTERED, last, "record " + last + " is not the last one that the table names"));
        }
        if (head.copied() > head.sequence() || head.copied() < 0) {
            faults.add(new Fault(
                    Kind.ALTERED,
                    head.copied(),
                    "the table says that more was copied than there is: " + head.copied()));
        }
    }

    private void log(Map<Long, AuditRecord> known, Map<Long, AuditRecord> copied, List<Fault> faults) {
        if (log.unreadable() > 0) {
            faults.add(
                    new Fault(Kind.FOREIGN, 0, "the second place has lines that are no records: " + log.unreadable()));
        }
        for (AuditRecord record : new HashSet<>(log.records())) {
            long at = record.sequence();
            content(record, "the second place", faults);
            if (copied.putIfAbsent(at, record) != null) {
                faults.add(new Fault(Kind.FORKED, at, "the second place has two records " + at));
            }
            AuditRecord same = known.get(at);
            if (same == null) {
                faults.add(new Fault(Kind.DIFFERENT, at, "only the second place has record " + at));
            } else if (!same.equals(record)) {
                faults.add(new Fault(Kind.DIFFERENT, at, "the two places differ in record " + at));
            }
        }
    }

    /** A request is sent only when the second place has its intent. */
    private void unwitnessed(Map<Long, AuditRecord> known, Map<Long, AuditRecord> copied, List<Fault> faults) {
        known.values().forEach(record -> {
            if (record.phase() instanceof Phase.Outcome(long of, AuditRecord.Word word, String _)
                    && word.answered()
                    && of > head.copied()
                    && !copied.containsKey(of)) {
                String text = "the second place lacks record " + of + ", though its request was sent";
                faults.add(new Fault(Kind.MISSING, of, text));
            }
        });
    }

    private static void gaps(Collection<Long> present, long last, String where, List<Fault> faults) {
        long next = 1;
        for (long at : new TreeSet<>(present)) {
            if (at > next && next <= last) {
                faults.add(lacking(Kind.MISSING, next, Math.min(at - 1, last), where));
            }
            next = Math.max(next, at + 1);
        }
        if (next <= last) {
            faults.add(lacking(Kind.TRUNCATED, next, last, where));
        }
    }

    private static Fault lacking(Kind kind, long from, long to, String where) {
        return new Fault(
                kind, from, where + " lacks " + (from == to ? "record " + from : "records " + from + " to " + to));
    }

    private static Optional<Long> of(AuditRecord record) {
        return record.phase() instanceof Phase.Outcome(long of, AuditRecord.Word _, String _)
                ? Optional.of(of)
                : Optional.empty();
    }
}
