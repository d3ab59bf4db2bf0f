package io.github.ecsmedic.incident;

class MemoryLedgerTest extends LedgerContract {
    private MemoryLedger ledger;

    @Override
    protected Ledger empty() {
        ledger = new MemoryLedger();
        return ledger;
    }

    @Override
    protected Ledger another() {
        return ledger;
    }
}
