package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** Host and port of what an application speaks to, in the forms in which libraries write them. */
final class Peer {
    private static final String HOST = "([A-Za-z0-9_](?:[\\w.-]*\\w)?|\\[[0-9a-fA-F:]+\\])";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("address: '([^']+)',\\s+port: (\\d+)"),
            Pattern.compile("host(?:name)?[=:] ?['\"]?" + HOST + "['\"]?,? +port[=:] ?['\"]?(\\d{1,5})"),
            Pattern.compile("(?i)hostname: '([^']+)'"),
            Pattern.compile("[a-z][a-z0-9+]{1,15}://(?:[^/@\\s\"']*@)?" + HOST + "(?::(\\d{1,5}))?"),
            Pattern.compile("(?i)\\bhost:? [\"']?" + HOST + "[\"']?,? port:? (\\d{1,5})"),
            Pattern.compile(
                    "(?i)\\b(?:to|server|host|for) [\"']" + HOST + "[\"'],? (?:\\([^)]*\\),? )?port (\\d{1,5})"),
            Pattern.compile("(?i)\\bto " + HOST + " port (\\d{1,5})"),
            Pattern.compile("\\b([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*)/[\\d.]+:(\\d{2,5})\\b"),
            Pattern.compile("\\b((?:\\d{1,3}\\.){3}\\d{1,3}):(\\d{2,5})\\b"),
            Pattern.compile("\\b([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*):(\\d{2,5})\\b"));

    /** What stands before a colon and a number in a stack trace. */
    private static final Set<String> SOURCES = Set.of(
            "js", "ts", "mjs", "cjs", "py", "rb", "go", "java", "kt", "cs", "rs", "php", "cc", "cpp", "c", "h", "scala",
            "jsx", "tsx", "line", "conf", "yaml", "yml", "json", "net", "errno", "code");

    private Peer() {}

    static Resources in(String text) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                String host = matcher.group(1);
                String port = matcher.groupCount() > 1 ? matcher.group(2) : null;
                if (host != null && !source(host, text, matcher.start())) {
                    return Resources.of("host", host, "port", port == null ? "" : port);
                }
            }
        }
        return Resources.NONE;
    }

    /** A file's name is no host, nor is a number, nor the end of a path. */
    private static boolean source(String host, String text, int at) {
        if (SOURCES.contains(host.substring(host.lastIndexOf('.') + 1))) {
            return true;
        }
        boolean named = host.chars().anyMatch(Character::isLetter);
        boolean address = host.indexOf('.') >= 0 || host.indexOf(':') >= 0;
        return (!named && !address) || (named && at > 0 && text.charAt(at - 1) == '/');
    }
}
