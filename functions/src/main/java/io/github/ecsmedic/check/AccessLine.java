package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * A line of a log that tells of one GET or HEAD request.
 *
 * @param path without its query
 * @param text the line
 */
record AccessLine(String path, int status, String text) {
    private static final int LONGEST = 2_000;
    private static final String PATH = "(/[\\w./~%+@!$&,;=*-]{0,200})";

    /** Path, then status. */
    private static final List<Pattern> FORWARD = List.of(
            Pattern.compile(
                    "\\b(?:GET|HEAD)\"? +\"?(?:https?://[^/\\s\"]+)?" + PATH
                            + "(?:\\?[^\\s\"]*)?(?: HTTP/[0-9.]+)?[\"']?[\\s=:>|,()\\[\\]-]{0,8}(?:status[=: ]{0,3}|code[=: ]{0,3}|returned |responded )?\\(?([1-5][0-9]{2})\\b"),
            Pattern.compile(
                    "\"(?:path|url|uri|request_uri|requestPath)\" ?: ?\"" + PATH
                            + "(?:\\?[^\\s\"]*)?\"[^{}]{0,400}?\"(?:status|status_?code|statusCode)\" ?: ?\"?([1-5][0-9]{2})\\b"));

    /** Status, then path. */
    private static final List<Pattern> BACKWARD = List.of(
            Pattern.compile("\\| *([1-5][0-9]{2}) *\\|.{0,200}\\b(?:GET|HEAD) +\"?" + PATH),
            Pattern.compile(
                    "\"(?:status|status_?code|statusCode)\" ?: ?\"?([1-5][0-9]{2})\\b[^{}]{0,400}?\"(?:path|url|uri|request_uri|requestPath)\" ?: ?\""
                            + PATH));

    static Optional<AccessLine> of(String line) {
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        for (Pattern pattern : FORWARD) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new AccessLine(matcher.group(1), Integer.parseInt(matcher.group(2)), text));
            }
        }
        for (Pattern pattern : BACKWARD) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(new AccessLine(matcher.group(2), Integer.parseInt(matcher.group(1)), text));
            }
        }
        return Optional.empty();
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
