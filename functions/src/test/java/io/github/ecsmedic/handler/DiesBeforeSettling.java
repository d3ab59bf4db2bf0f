package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.PassingLedger;
import io.github.ecsmedic.incident.Telling;

/** A ledger that cannot be reached when a message is to be settled. */
final class DiesBeforeSettling extends PassingLedger {
    DiesBeforeSettling(Ledger whole) {
        super(whole);
    }

    @Override
    public boolean settle(Telling settled, String owner) {
        throw new LedgerException("out of reach");
    }
}
