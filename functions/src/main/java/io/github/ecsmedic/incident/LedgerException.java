package io.github.ecsmedic.incident;

/** The ledger could not be read or written; the text names the fault and the operation. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    public LedgerException(String text) {
        this(text, false);
    }

    private LedgerException(String text, boolean newer) {
        super(text);
        this.newer = newer;
    }

    /** What is stored was written by a newer version, which alone may work on it. */
    public static LedgerException newer(String text) {
        return new LedgerException(text, true);
    }

    /** Whether the ledger is well, and what it holds is newer than what this version knows. */
    public boolean newer() {
        return newer;
    }
}
