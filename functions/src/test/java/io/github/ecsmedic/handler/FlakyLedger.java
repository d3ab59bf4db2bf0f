package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.PassingLedger;
import java.util.concurrent.atomic.AtomicInteger;

/** A ledger that can be out of reach. */
final class FlakyLedger extends PassingLedger {
    final AtomicInteger commits = new AtomicInteger();
    volatile boolean down;

    FlakyLedger() {
        this(new MemoryLedger());
    }

    FlakyLedger(Ledger whole) {
        super(whole);
    }

    @Override
    public boolean commit(Commit commit) {
        commits.incrementAndGet();
        return super.commit(commit);
    }

    @Override
    protected Ledger next() {
        if (down) {
            throw new LedgerException("out of reach");
        }
        return super.next();
    }
}
