package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerContract;
import java.time.Clock;

class TableLedgerTest extends LedgerContract {
    @Override
    protected Ledger empty() {
        return new TableLedger(LocalTable.empty(), Clock.systemUTC());
    }
}
