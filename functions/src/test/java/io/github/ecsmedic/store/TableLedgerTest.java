package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.LedgerContract;
import io.github.ecsmedic.incident.Seen;
import java.time.Clock;
import java.time.ZoneOffset;

class TableLedgerTest extends LedgerContract {
    private Table table;

    @Override
    protected Ledger empty() {
        table = LocalTable.empty();
        return another();
    }

    @Override
    protected Ledger another() {
        return new TableLedger(table, Clock.fixed(Seen.minute(60), ZoneOffset.UTC));
    }
}
