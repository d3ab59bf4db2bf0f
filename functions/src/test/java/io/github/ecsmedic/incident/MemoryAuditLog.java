package io.github.ecsmedic.incident;

import java.util.ArrayList;
import java.util.List;

/** A second place in memory, which can be out of reach. */
public final class MemoryAuditLog implements AuditLog {
    private final List<AuditRecord> records = new ArrayList<>();

    /** Nothing can be appended, nor read. */
    public volatile boolean down;

    @Override
    public synchronized void append(List<AuditRecord> more) {
        reach();
        records.addAll(more);
    }

    @Override
    public synchronized Copy records(String place) {
        reach();
        return new Copy(records.stream().filter(r -> r.place().equals(place)).toList(), 0);
    }

    private void reach() {
        if (down) {
            throw new LedgerException("the log group is out of reach");
        }
    }
}
