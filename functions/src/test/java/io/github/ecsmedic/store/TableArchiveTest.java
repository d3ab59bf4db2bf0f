package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.incident.ArchiveContract;
import java.time.Clock;

class TableArchiveTest extends ArchiveContract {
    @Override
    protected Kept empty() {
        Table table = LocalTable.empty();
        return new Kept(new TableLedger(table, Clock.systemUTC()), new TableArchive(table));
    }
}
