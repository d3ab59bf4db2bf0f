package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words in which a fault is told, linear in the text's length.
 *
 * @param kinds what the groups of the pattern capture, in their order; {@code +line} is a line of the file before it
 * @param needs texts in small letters of which at least one stands wherever the pattern matches
 */
record LogPhrase(Pattern pattern, List<String> kinds, List<String> needs) {
    LogPhrase {
        kinds = List.copyOf(kinds);
        needs = List.copyOf(needs);
    }

    /** {@code kinds} and {@code needs} are parted by bars. */
    static LogPhrase phrase(String needs, String kinds, String pattern) {
        return new LogPhrase(
                Pattern.compile(pattern),
                kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split("\\|", -1)),
                Arrays.asList(needs.toLowerCase(Locale.ROOT).split("\\|", -1)));
    }

    boolean mayStandIn(String lower) {
        for (String need : needs) {
            if (lower.contains(need)) {
                return true;
            }
        }
        return false;
    }

    /** What the text names, without quotes and punctuation; empty when the phrase does not stand in it. */
    Optional<Resources> find(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Resources named = Resources.NONE;
        for (int i = 1; i <= Math.min(matcher.groupCount(), kinds.size()); i++) {
            String group = matcher.group(i);
            named = group == null ? named : with(named, kinds.get(i - 1), bare(group));
        }
        return Optional.of(named);
    }

    /** The kind {@code +line} goes on with the name before it, after a colon. */
    private static Resources with(Resources named, String kind, String name) {
        if (!kind.equals("+line") || named.all().isEmpty()) {
            return named.and(Resources.of(kind, name));
        }
        Resource last = named.all().getLast();
        return Resources.of(last.kind(), last.id() + ":" + name);
    }

    private static String bare(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && "'\"`([ ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "'\"`)]., ;:".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }
}
