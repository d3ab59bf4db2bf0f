package io.github.ecsmedic.signature;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is compiled when it is first looked for: most messages are decided by literals, and compiling all
 * patterns is half of the command line's start.
 */
final class LazyPattern {
    private final String regex;
    private final int flags;

    /** Compiled twice at worst, when two threads come at once. */
    private volatile @Nullable Pattern compiled;

    LazyPattern(String regex, int flags) {
        this.regex = regex;
        this.flags = flags;
    }

    Pattern get() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(regex, flags);
            compiled = known;
        }
        return known;
    }
}
