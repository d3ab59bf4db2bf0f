package io.github.ecsmedic.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a line of a JSON log as a person would say it. It is tolerant: a line that is cut off is read up to the cut. */
final class LogJson {
    private static final int DEPTH = 4;
    private static final int FIELDS = 64;
    private static final List<String> LEVELS =
            List.of("level", "severity", "lvl", "log.level", "@l", "levelname", "loglevel", "severitytext");
    private static final List<String> MESSAGES =
            List.of("msg", "message", "@m", "renderedmessage", "@mt", "event", "body", "text", "log");
    private static final List<String> ERRORS = List.of(
            "err.message",
            "error.message",
            "exception.message",
            "err",
            "error",
            "exception",
            "@x",
            "exc_info",
            "exc.message",
            "cause",
            "reason",
            "detail");
    private static final List<String> KINDS = List.of("err.type", "error.type", "exception.type", "exception.class");
    private static final List<String> STACKS = List.of(
            "err.stack",
            "error.stack",
            "error.stack_trace",
            "stack_trace",
            "stacktrace",
            "stack",
            "exception.stacktrace",
            "exc_info",
            "exception",
            "error",
            "@x",
            "err",
            "throwable");

    private final String json;
    private final Map<String, String> fields = new TreeMap<>();
    private int at;

    private LogJson(String json) {
        this.json = json;
    }

    /** The message with its error in one line, then the stack trace; empty when the line says nothing. */
    static List<LogLine> read(String json) {
        LogJson reader = new LogJson(json);
        reader.object("", 0);
        return reader.lines();
    }

    private List<LogLine> lines() {
        String message = first(MESSAGES, false);
        String error = first(ERRORS, false);
        if (message.isEmpty() && error.isEmpty()) {
            return List.of();
        }
        LogLevel level = LogLevel.numbered(first(LEVELS, false));
        String kind = first(KINDS, false);
        String cause = kind.isEmpty() || error.isEmpty() || error.contains(kind) ? error : kind + ": " + error;
        String stack = first(STACKS, true);
        String said = said(message, cause.lines().findFirst().orElse(""), stack);
        String word = level == LogLevel.NONE || level == LogLevel.CALM ? "" : level.name() + " ";
        List<LogLine> lines = new ArrayList<>();
        List<String> text = said.lines().filter(l -> !l.isBlank()).toList();
        for (int i = 0; i < text.size(); i++) {
            lines.add(i == 0 ? LogLine.of(word + text.get(0), level, true) : LogLine.continued(text.get(i)));
        }
        if (!stack.equals(said)) {
            stack.lines().filter(l -> !l.isBlank()).forEach(l -> lines.add(LogLine.continued(l)));
        }
        return lines;
    }

    /** Message and error in one line; an error that heads its own stack trace is not said twice. */
    private static String said(String message, String cause, String stack) {
        if (message.isEmpty()) {
            return cause;
        }
        boolean again = cause.isEmpty() || message.contains(cause);
        boolean headed = !stack.isEmpty() && (stack.startsWith(cause) || stack.contains(": " + cause));
        return again || headed ? message : message + ": " + cause;
    }

    private String first(List<String> keys, boolean ofSeveralLines) {
        for (String key : keys) {
            String value = fields.getOrDefault(key, "");
            if (!value.isBlank() && (!ofSeveralLines || value.indexOf('\n') >= 0)) {
                return value;
            }
        }
        return "";
    }

    private void object(String path, int depth) {
        at++;
        while (at < json.length() && json.charAt(at) != '}') {
            if (json.charAt(at) != '"') {
                at++;
                continue;
            }
            String key = string().toLowerCase(Locale.ROOT);
            space();
            if (at >= json.length() || json.charAt(at) != ':') {
                return;
            }
            at++;
            space();
            value(path.isEmpty() ? key : path + "." + key, depth);
        }
        at++;
    }

    private void value(String path, int depth) {
        if (at >= json.length()) {
            return;
        }
        char c = json.charAt(at);
        if (c == '"') {
            put(path, string());
        } else if (c == '{' && depth < DEPTH) {
            object(path, depth + 1);
        } else if (c == '{' || c == '[') {
            skip();
        } else {
            int from = at;
            while (at < json.length() && ",}]".indexOf(json.charAt(at)) < 0) {
                at++;
            }
            String literal = json.substring(from, at).strip();
            put(path, literal.equals("null") ? "" : literal);
        }
    }

    private void put(String path, String value) {
        if (fields.size() < FIELDS) {
            fields.putIfAbsent(path, value);
        }
    }

    /** Over an object or list that is not read. */
    private void skip() {
        int open = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                string();
                continue;
            }
            at++;
            open += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (open == 0) {
                return;
            }
        }
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < json.length() && json.charAt(at) != '"') {
            char c = json.charAt(at++);
            if (c == '\\' && at < json.length()) {
                escaped(json.charAt(at++), text);
            } else {
                text.append(c);
            }
        }
        at++;
        return text.toString();
    }

    private void escaped(char c, StringBuilder text) {
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r', 'b', 'f' -> text.append(' ');
            case 'u' -> unicode(text);
            default -> text.append(c);
        }
    }

    private void unicode(StringBuilder text) {
        int code = 0;
        for (int i = 0; i < 4 && at < json.length(); i++) {
            int digit = Character.digit(json.charAt(at), 16);
            if (digit < 0) {
                return;
            }
            code = code * 16 + digit;
            at++;
        }
        text.append((char) code);
    }

    private void space() {
        while (at < json.length() && json.charAt(at) == ' ') {
            at++;
        }
    }
}
