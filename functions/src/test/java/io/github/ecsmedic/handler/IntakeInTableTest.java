package io.github.ecsmedic.handler;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.store.TableLedger;
import java.time.Clock;

class IntakeInTableTest extends IntakeContract {
    @Override
    Ledger empty() {
        return new TableLedger(LocalTable.empty(), Clock.systemUTC());
    }
}
