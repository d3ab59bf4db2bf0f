package io.github.ecsmedic.fix;

import java.util.List;
import java.util.stream.Collectors;

/** Writes arguments as one line that a POSIX shell reads back as exactly these arguments. */
public final class Shell {
    private static final String PLAIN = "_./:=@%+,-";

    private Shell() {}

    /** The command line; empty for no arguments. */
    public static String join(List<String> argv) {
        return argv.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /** One argument: plain ids as they are, everything else in single quotes. Control characters are left out. */
    public static String quote(String argument) {
        if (plain(argument)) {
            return argument;
        }
        String visible = argument.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain(visible) ? visible : "'" + visible.replace("'", "'\\''") + "'";
    }

    private static boolean plain(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || PLAIN.indexOf(c) >= 0);
    }
}
