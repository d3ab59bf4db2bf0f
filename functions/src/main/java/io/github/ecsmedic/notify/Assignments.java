package io.github.ecsmedic.notify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Values that stand behind a name which says that they are secret: {@code DB_PASSWORD=…}, {@code "token": "…"}. */
final class Assignments {
    /** {@code {"name":"DB_PASSWORD","value":"…"}}, as ECS and Kubernetes write environments. */
    private static final Pattern NAMED_VALUE = Pattern.compile(
            "(?:name|key)[\\\\\"']*\\s*[:=]\\s*[\\\\\"']*([a-z0-9_.-]+)[\\\\\"']*[\\s,;]*[\\\\\"']*value"
                    + "[\\\\\"']*\\s*[:=]\\s*");

    private static final Pattern VALUE_NAMED = Pattern.compile(
            "value[\\\\\"']*\\s*[:=]\\s*[\\\\\"']+([^\"'\\\\]*)[\\\\\"']+\\s*,\\s*[\\\\\"']*(?:name|key)"
                    + "[\\\\\"']*\\s*[:=]\\s*[\\\\\"']*([a-z0-9_.-]+)[\\\\\"']");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z0-9_:.-]+)(?: [^<>]*)?>");
    private static final Pattern OPTION = Pattern.compile(" --?([a-z0-9-]+)[ \\t]+");
    private static final Pattern LOGIN = Pattern.compile("login[ \\t]+\\S+[ \\t]+(password)[ \\t]+");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:password|passwd|passphrase|passcode|secret|token|api key|access key)[ \\t]+(?:is|was|set to)[ \\t]+");
    private static final Pattern QUOTED =
            Pattern.compile("(?:identified[ \\t]+by(?:[ \\t]+password)?|passw(?:or)?d|passphrase)[ \\t]+\\\\*['\"]");

    private Assignments() {}

    static void find(String text, String lower, Spans found) {
        assigned(text, lower, found);
        if (lower.contains("value")) {
            values(NAMED_VALUE, text, lower, found);
            Matcher matcher = VALUE_NAMED.matcher(lower);
            while (matcher.find()) {
                if (SecretNames.secret(matcher.group(2))) {
                    found.add(matcher.start(1), matcher.end(1));
                }
            }
        }
        if (lower.contains(" -")) {
            values(OPTION, text, lower, found);
        }
        if (lower.contains("login")) {
            values(LOGIN, text, lower, found);
        }
        if (lower.indexOf('>') >= 0) {
            elements(text, lower, found);
        }
        if (lower.contains("pass") || lower.contains("secret") || lower.contains("token") || lower.contains("key")) {
            spoken(text, lower, found);
        }
        if (lower.contains("pass") || lower.contains("identified")) {
            Matcher matcher = QUOTED.matcher(lower);
            while (matcher.find()) {
                found.add(matcher.end(), Values.end(text, matcher.end() - 1));
            }
        }
    }

    private static void assigned(String text, String lower, Spans found) {
        int from = 0;
        for (int i = 1; i < lower.length(); i++) {
            if (i < from || !separator(lower, i)) {
                continue;
            }
            Assignment assignment = Assignment.around(i, text, lower).orElse(null);
            if (assignment != null && assignment.hides()) {
                Assignment.Value value = assignment.value();
                hide(text, value, found);
                from = value.end();
            }
        }
    }

    private static boolean separator(String lower, int i) {
        char c = lower.charAt(i);
        return c == ':' || c == '=' || (c == '%' && lower.startsWith("%3d", i));
    }

    /** ARNs, digests and actions stay, also behind a name: they refer to a secret and are none. */
    private static void hide(String text, Assignment.Value value, Spans found) {
        if (KnownNames.action(value.text())) {
            return;
        }
        boolean named = value.text().contains("arn:aws") || value.text().contains("sha256:");
        if (!named) {
            found.add(value.start(), value.end());
            return;
        }
        Spans names = KnownNames.within(text, value.start(), value.end());
        for (Spans.Span free : names.outside(value.start(), value.end())) {
            found.add(free.start(), free.end());
        }
    }

    private static void values(Pattern pattern, String text, String lower, Spans found) {
        Matcher matcher = pattern.matcher(lower);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!SecretNames.secret(name) || name.equals("secret-id")) {
                continue;
            }
            Assignment.Value value = Assignment.Value.at(text, matcher.end());
            if (!Values.prose(value.text()) && !value.text().startsWith("-")) {
                found.add(value.start(), value.end());
            }
        }
    }

    private static void elements(String text, String lower, Spans found) {
        Matcher matcher = ELEMENT.matcher(lower);
        while (matcher.find()) {
            if (SecretNames.secret(matcher.group(1))) {
                int end = lower.indexOf('<', matcher.end());
                found.add(matcher.end(), end < 0 ? text.length() : end);
            }
        }
    }

    private static void spoken(String text, String lower, Spans found) {
        Matcher matcher = SPOKEN.matcher(lower);
        while (matcher.find()) {
            Assignment.Value value = Assignment.Value.at(text, matcher.end());
            if (Values.looksSecret(value.text())) {
                found.add(value.start(), value.end());
            }
        }
    }
}
