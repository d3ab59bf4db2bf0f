package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerContract;
import io.github.ecsmedic.incident.Seen;
import java.time.Clock;
import java.time.ZoneOffset;

class TableLedgerTest extends LedgerContract {
    @Override
    protected Ledger empty() {
        return new TableLedger(LocalTable.empty(), Clock.fixed(Seen.minute(60), ZoneOffset.UTC));
    }
}
