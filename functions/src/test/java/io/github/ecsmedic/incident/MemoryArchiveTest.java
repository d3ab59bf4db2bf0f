package io.github.ecsmedic.incident;

class MemoryArchiveTest extends ArchiveContract {
    @Override
    protected Kept empty() {
        MemoryLedger ledger = new MemoryLedger();
        return new Kept(ledger, new MemoryArchive(ledger));
    }
}
