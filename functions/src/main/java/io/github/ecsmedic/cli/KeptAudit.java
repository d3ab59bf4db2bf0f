package io.github.ecsmedic.cli;

import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.incident.AuditChain;
import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.LedgerException;
import java.util.List;

/**
 * Whether the audit of a place is whole.
 *
 * @param unread why its second place was not read; {@code ""} when it was
 */
record KeptAudit(String place, long records, String unread, List<AuditChain.Fault> faults) {
    /** It is read from the table alone. */
    private static final AuditLog NOT_ASKED = new AuditLog() {
        @Override
        public void append(List<AuditRecord> records) {
            throw new LedgerException("it is only read");
        }

        @Override
        public Copy records(String place) {
            return new Copy(List.of(), 0);
        }
    };

    private static final String LATE =
            " CloudWatch shows a record some seconds late: if it was written just now, ask again.";

    KeptAudit {
        faults = List.copyOf(faults);
    }

    /** Of both places where the second one is named and answers, else as far as the table shows it. */
    static KeptAudit of(String place, Room room) {
        String group = room.settings().auditLog();
        if (group.isEmpty()) {
            return ofTable(place, room, FixSettings.AUDIT_LOG + " is not set");
        }
        AuditLog log = room.means().audit(room.region(), group);
        try {
            log.records(place);
        } catch (LedgerException e) {
            return ofTable(place, room, String.valueOf(e.getMessage()));
        }
        AuditChain chain = AuditChain.of(room.ledger(), log, place);
        return new KeptAudit(place, chain.head().sequence(), "", chain.faults());
    }

    private static KeptAudit ofTable(String place, Room room, String unread) {
        AuditChain chain = AuditChain.of(room.ledger(), NOT_ASKED, place);
        return new KeptAudit(place, chain.head().sequence(), unread, chain.tableFaults());
    }

    String says() {
        String where = unread.isEmpty() ? "in both places" : "in the table";
        String rest = unread.isEmpty() ? LATE : " Its second place was not read: " + unread + ".";
        return faults.isEmpty()
                ? "The audit of " + place + " is whole " + where + ": " + records
                        + (records == 1 ? " record." : " records.") + (unread.isEmpty() ? "" : rest)
                : "The audit of " + place + " is NOT whole: "
                        + faults.getFirst().text()
                        + (faults.size() > 1 ? ", and " + (faults.size() - 1) + " faults more" : "") + "." + rest;
    }
}
