package io.github.ecsmedic.incident;

class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger empty() {
        return new MemoryLedger();
    }
}
