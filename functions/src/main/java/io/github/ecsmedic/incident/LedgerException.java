package io.github.ecsmedic.incident;

/** The ledger could not be read or written; the text names the fault and the operation. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String text) {
        super(text);
    }
}
