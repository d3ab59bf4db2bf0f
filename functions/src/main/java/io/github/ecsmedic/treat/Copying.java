package io.github.ecsmedic.treat;

import io.github.ecsmedic.incident.AuditHead;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import java.util.List;
import java.util.Optional;

/** Brings into the second place what it lacks of the audit. What cannot be appended now is appended next time. */
public record Copying(Ledger ledger, AuditLog log) {
    /** Why a request is not sent; the reason follows. */
    static final String ALONE = "its audit record could not be kept in its second place: ";

    /**
     * How the copying went.
     *
     * @param lag how many records the second place lacks now
     * @param faults why, one for each place that is concerned
     */
    public record Copied(long lag, List<String> faults) {
        public Copied {
            faults = List.copyOf(faults);
        }
    }

    /** All places. */
    public Copied all() {
        List<String> faults =
                ledger.auditHeads().stream().flatMap(head -> of(head).stream()).toList();
        long lag = ledger.auditHeads().stream().mapToLong(AuditHead::lag).sum();
        return new Copied(lag, faults);
    }

    /** One place; empty when the second place has all of it now, else why not. */
    public Optional<String> of(String place) {
        return of(ledger.auditHead(place));
    }

    private Optional<String> of(AuditHead head) {
        if (head.lag() == 0) {
            return Optional.empty();
        }
        try {
            List<AuditRecord> lacking = ledger.audit(head.place(), Math.toIntExact(head.lag())).stream()
                    .filter(record -> record.sequence() <= head.sequence())
                    .toList()
                    .reversed();
            if (lacking.size() != head.lag()) {
                return Optional.of("the audit has changed while it was copied");
            }
            log.append(lacking);
            ledger.copied(head.place(), head.sequence());
            return Optional.empty();
        } catch (LedgerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
