package io.github.ecsmedic.cli;

/** Something that the person at the shell can mend: one line that says what is wrong and how. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Mistake(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** Wrong usage or unreadable input. */
    static Mistake usage(String message) {
        return new Mistake(ExitCode.USAGE, message);
    }

    /** The account could not be read at all. */
    static Mistake account(String message) {
        return new Mistake(ExitCode.ACCOUNT, message);
    }

    int exitCode() {
        return exitCode;
    }

    String line() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
