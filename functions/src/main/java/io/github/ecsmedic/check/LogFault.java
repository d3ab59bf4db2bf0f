package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A fault that an application's own words can name, with the patterns by which it is told, linear in the line's length.
 *
 * @param word the fault's name in verdicts
 */
record LogFault(String word, List<Pattern> patterns) {
    static final LogFault MISSING_CONFIGURATION =
            of("missing-configuration", LogWords.missingConfiguration().toArray(String[]::new));

    static final LogFault MISSING_MODULE = of(
            "missing-module",
            "Cannot find (?:module|package) ['\"]([^'\"]+)['\"]",
            "No module named ['\"]?([\\w.]+)",
            "cannot import name ['\"]([^'\"]+)['\"]",
            "(?:ClassNotFoundException|NoClassDefFoundError): ([\\w./$]+)",
            "Could not find or load main class ([\\w.$]+)",
            "cannot load such file -- (\\S+)",
            "Could not find (\\S+) in (?:any of the sources|locally installed gems)",
            "Could not load file or assembly '([^',]+)",
            "error while loading shared libraries: ([^:\\s]+)",
            "Unable to access jarfile (\\S+)",
            "dlopen\\(\\) \"([^\"]+)\" failed");

    static final LogFault RUNTIME_HEAP = of(
            "runtime-heap",
            "(JavaScript heap) out of memory",
            "java\\.lang\\.OutOfMemoryError: ([\\w ]+)",
            "System\\.(OutOfMemoryException)");

    static final LogFault WRONG_ARCHITECTURE = of("wrong-architecture", "(?i:exec format error)");

    static final LogFault COMMAND_NOT_FOUND = of(
            "command-not-found",
            "exec: \"([^\"]+)\": executable file not found",
            "exec (\\S+): no such file or directory",
            "(?:sh|bash|ash|entrypoint\\.sh|start\\.sh): (?:line )?\\d*:? ?([\\w./-]+): (?:command )?not found");

    static final LogFault PORT_IN_USE = of(
            "port-in-use",
            "EADDRINUSE[^\\n]*?:(\\d{2,5})\\b",
            "bind\\(\\) to [^\\s]*?:?(\\d{2,5}) failed \\(98",
            "listen tcp [^\\s]*?:(\\d{2,5}): bind: address already in use",
            "Port (\\d{2,5}) (?:was|is) already in use",
            "address already in use[^\\n]*?:(\\d{2,5})\\b",
            "(?i:address already in use)");

    static final LogFault PERMISSION = of(
            "permission-denied",
            "EACCES: permission denied, \\w+ '([^']+)'",
            "PermissionError: \\[Errno 13\\] Permission denied: '([^']+)'",
            "AccessDeniedException: (/\\S+)",
            "open\\(\\) \"([^\"]+)\" failed \\(13",
            "bind\\(\\) to [^\\s]*?:?(\\d{2,5}) failed \\(13",
            "(?:open|mkdir|fork/exec|stat) (/[^\\s:]+): permission denied",
            "UnauthorizedAccessException: Access to the path '([^']+)'");

    static final LogFault DISK_FULL = of("disk-full", "(?i:no space left on device)");

    static final LogFault CONFIG_SYNTAX = of(
            "bad-configuration",
            "\\[emerg\\] [^\\n]*?(?:unknown directive|unexpected|invalid|not terminated|not allowed)[^\\n]*? in ([^\\s:]+:\\d+)",
            "yaml: (line \\d+)",
            "YAMLException",
            "JSONDecodeError",
            "Error parsing (?:config\\w*|configuration)(?: file)?:? ?(\\S*)");

    static final LogFault ACCESS_DENIED =
            of("access-denied", "not authorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)", "AccessDenied(?:Exception)?\\b");

    static final LogFault UNRESOLVED_HOST = of(
            "unresolved-host",
            "getaddrinfo (?:ENOTFOUND|EAI_AGAIN) ([\\w.-]+)",
            "lookup ([\\w.-]+)(?: on [^\\s]+)?: (?:no such host|server misbehaving|i/o timeout)",
            "UnknownHostException: ([\\w.-]+)",
            "could not translate host name \"([^\"]+)\"",
            "host not found in upstream \"([^\"]+)\"",
            "Failed to resolve '([^']+)'",
            "(?:Name or service not known|nodename nor servname provided|Temporary failure in name resolution|"
                    + "No such host is known)(?:[^\\n]*?\\(([\\w.-]+:\\d+)\\))?");

    static final LogFault CONNECTION_REFUSED = of(
            "connection-refused",
            "ECONNREFUSED ([\\w.:\\[\\]-]+:\\d+)",
            "dial (?:tcp|udp) (\\S+:\\d+): connect: connection refused",
            "(?i:connection to) ([\\w.-]+:\\d+) (?i:refused)",
            "connection to server at \"([^\"]+)\"(?: \\([^)]*\\))?, port (\\d+) failed: (?i:connection refused)",
            "Connection refused: ([\\w.-]+/[\\d.]+:\\d+)",
            "connecting to ([\\w.-]+:\\d+)\\. Connection refused",
            "Connection refused \\(([\\w.-]+:\\d+)\\)",
            "ECONNREFUSED",
            "(?i:connection refused)");

    static final LogFault CONNECTION_TIMEOUT = of(
            "connection-timeout",
            "E?TIMEDOUT ([\\w.:\\[\\]-]+:\\d+)",
            "dial (?:tcp|udp) (\\S+:\\d+): i/o timeout",
            "connection to server at \"([^\"]+)\"(?: \\([^)]*\\))?, port (\\d+) failed: (?i:connection timed out)",
            "(?i:connect(?:ion)? (?:attempt )?timed out)(?:[^\\n]*?\\b([\\w.-]+:\\d{2,5})\\b)?",
            "SocketTimeoutException");

    private static final List<LogFault> ALL = List.of(
            MISSING_CONFIGURATION,
            MISSING_MODULE,
            RUNTIME_HEAP,
            WRONG_ARCHITECTURE,
            COMMAND_NOT_FOUND,
            PORT_IN_USE,
            PERMISSION,
            DISK_FULL,
            CONFIG_SYNTAX,
            ACCESS_DENIED,
            UNRESOLVED_HOST,
            CONNECTION_REFUSED,
            CONNECTION_TIMEOUT);

    LogFault {
        patterns = List.copyOf(patterns);
    }

    /** What a line says of it: the fault and the name of what is missing or cannot be reached, or {@code ""}. */
    record Said(LogFault fault, String name) {}

    /** The first fault that the line names. */
    static Optional<Said> in(String line) {
        return ALL.stream().flatMap(fault -> fault.find(line).stream()).findFirst();
    }

    private static LogFault of(String word, String... patterns) {
        return new LogFault(word, Arrays.stream(patterns).map(Pattern::compile).toList());
    }

    private Optional<Said> find(String line) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                StringJoiner name = new StringJoiner(":");
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    String group = matcher.group(i);
                    if (group != null && !group.isEmpty()) {
                        name.add(group);
                    }
                }
                return Optional.of(new Said(this, name.toString()));
            }
        }
        return Optional.empty();
    }
}
