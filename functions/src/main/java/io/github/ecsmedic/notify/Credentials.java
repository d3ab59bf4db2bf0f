package io.github.ecsmedic.notify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** What follows the words of an HTTP authorization, a cookie or a password on a command line. */
final class Credentials {
    private static final Pattern SCHEME =
            Pattern.compile("(bearer|basic|digest|negotiate|ntlm|apikey|ssws)(?: |%20|\\+|:)+");
    private static final Pattern HEADER =
            Pattern.compile("(authorization|cookie)[\\\\\"']*(?: ?[:=,] ?|\\] ?)[\\\\\"']*\\[?"
                    + "((?:bearer|basic|digest|negotiate|ntlm|token|apikey|ssws|aws4-hmac-sha256)[ :])?");
    private static final Pattern USER = Pattern.compile("(?: -u ?|--user[ =])['\"]?[^\\s:'\"]+:");
    private static final Pattern PASSWORD_OPTION = Pattern.compile(
            "(?:docker login|sshpass|mysql|mysqldump|mariadb|redis-cli|mongo|mongosh|psql)[^\\n]* -[pa] ?");

    private Credentials() {}

    static void find(String text, String lower, Spans found) {
        schemes(text, lower, found);
        if (lower.contains("authorization") || lower.contains("cookie")) {
            headers(text, lower, found);
        }
        if (lower.contains(" -u") || lower.contains("--user")) {
            words(USER, text, lower, found);
        }
        if (lower.contains(" -p") || lower.contains(" -a")) {
            words(PASSWORD_OPTION, text, lower, found);
        }
    }

    private static void schemes(String text, String lower, Spans found) {
        Matcher matcher = SCHEME.matcher(lower);
        while (matcher.find()) {
            int end = Values.endOfWord(text, matcher.end());
            String value = text.substring(matcher.end(), end);
            boolean bearer = matcher.group(1).equals("bearer") && Values.looksSecret(value);
            if (value.length() >= 6 && (bearer || (value.length() >= 8 && LongTokens.random(value)))) {
                found.add(matcher.end(), end);
            }
        }
    }

    private static void headers(String text, String lower, Spans found) {
        Matcher matcher = HEADER.matcher(lower);
        while (matcher.find()) {
            int from = matcher.end();
            if (lower.startsWith("hidden]", from)) {
                continue;
            }
            if (matcher.group(1).equals("cookie")) {
                found.add(from, Values.endOfLine(text, from));
                continue;
            }
            int end = Values.endOfWord(text, from);
            if (matcher.group(2) != null || Values.looksSecret(text.substring(from, end))) {
                found.add(from, end);
            }
        }
    }

    private static void words(Pattern pattern, String text, String lower, Spans found) {
        Matcher matcher = pattern.matcher(lower);
        while (matcher.find()) {
            found.add(matcher.end(), Values.endOfWord(text, matcher.end()));
        }
    }
}
