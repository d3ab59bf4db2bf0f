package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.MemoryLedger;

class IntakeInMemoryTest extends IntakeContract {
    @Override
    Ledger empty() {
        return new MemoryLedger();
    }
}
