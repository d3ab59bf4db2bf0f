package io.github.ecsmedic.fix;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** Writes arguments as one line that a POSIX shell reads back as exactly these arguments. */
public final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Shell() {}

    /** The command line; empty for no arguments. */
    public static String join(List<String> argv) {
        return argv.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /** One argument: plain ids as they are, everything else in single quotes. Control characters are left out. */
    public static String quote(String argument) {
        String visible = argument.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return PLAIN.matches(visible) ? visible : "'" + visible.replace("'", "'\\''") + "'";
    }
}
