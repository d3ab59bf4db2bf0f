package io.github.ecsmedic.cli;

/** What a command tells the shell; the numbers are a contract. */
final class ExitCode {
    /** Nothing wrong, or every line was answered. */
    static final int OK = 0;

    /** A failure was diagnosed. */
    static final int FAILURE = 1;

    /** Wrong usage or unreadable input. */
    static final int USAGE = 2;

    /** The account could not be read at all. */
    static final int ACCOUNT = 3;

    private ExitCode() {}
}
