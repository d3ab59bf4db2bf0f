package io.github.ecsmedic.incident;

import java.util.List;

/**
 * The second place of the audit, to which records can be appended and from which nothing can be taken.
 *
 * <p>A call that fails throws {@link LedgerException}; nothing is then known to have been appended.
 */
public interface AuditLog {
    /** Where no second place is: nothing can be appended, so that no request is sent. */
    AuditLog NONE = new AuditLog() {
        @Override
        public void append(List<AuditRecord> records) {
            throw new LedgerException("there is no second place for the audit");
        }

        @Override
        public Copy records(String place) {
            throw new LedgerException("there is no second place for the audit");
        }
    };

    /** Appends all of them in this order, oldest first. Appending one twice does no harm. */
    void append(List<AuditRecord> records);

    /** All that was appended about the place. */
    Copy records(String place);

    /**
     * What the second place has of a place.
     *
     * @param records in no order, some more than once
     * @param unreadable how many lines there are that are no records
     */
    record Copy(List<AuditRecord> records, int unreadable) {
        public Copy {
            records = List.copyOf(records);
        }
    }
}
