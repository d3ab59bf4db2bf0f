package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogBlock.Weight;
import java.util.List;
import java.util.Optional;

/** Failures in a single line: what loggers call an error, what servers and shells say before they end. */
final class PlainLog implements LogFamily {
    private static final int LONGEST_LIST = 6;
    private static final List<String> WORDS = List.of(
            "error",
            "exception",
            "fatal",
            "fail",
            "cannot",
            "can't",
            "can not",
            "could not",
            "couldn't",
            "unable",
            "refused",
            "denied",
            "not found",
            "not set",
            "missing",
            "required",
            "unbound",
            "undefined",
            "invalid",
            "timed out",
            "timeout",
            "killed",
            "abort",
            "panic",
            "no such",
            "not known",
            "not resolve",
            "must be",
            "must set",
            "must specify",
            "need to",
            "out of memory",
            "in use",
            "unhandled",
            "exec format",
            "unknown",
            "unexpected",
            "not allowed",
            "illegal",
            "malformed",
            "syntax",
            "parse",
            "yaml: ",
            "no response",
            "unset",
            "not defined",
            "not provided",
            "no value",
            "enotfound",
            "econn",
            "eacces",
            "eaddr",
            "not configured",
            "no module",
            "empty",
            "no space",
            "unrecognized",
            "unset",
            "not exist",
            "segmentation",
            "corrupt",
            "blank",
            "isn't set",
            "please set",
            "set the",
            "not be resolved",
            "did not");
    private static final List<String> TRIES = List.of(
            "retrying",
            "will retry",
            "retry in",
            "retries left",
            "trying again",
            "try again in",
            "next try",
            "backing off",
            "reconnecting",
            "(attempt ",
            "attempt #",
            "is older than",
            "deprecat",
            "ignored",
            "ignoring",
            "skipped",
            "skipping",
            "falling back",
            "recovered");
    private static final List<String> GIVES_UP =
            List.of("giving up", "gave up", "exhausted", "no more retries", "aborting");
    private static final List<String> SHELLS = List.of("sh", "bash", "ash", "dash", "env", "exec", "tini");

    @Override
    public Optional<LogBlock> at(LogText log, int i) {
        return weight(log, i).map(weight -> LogBlock.line(i, more(log, i), weight));
    }

    private static Optional<Weight> weight(LogText log, int i) {
        String line = log.text(i);
        boolean sounds = log.says(i, WORDS);
        if (packageManager(log.stripped(i))) {
            return Optional.of(line.contains("Missing script") ? Weight.FATAL : Weight.BACKGROUND);
        }
        if (request(line)) {
            return Optional.of(Weight.BACKGROUND);
        }
        LogLevel level = log.level(i);
        if (log.says(i, TRIES) && !log.says(i, GIVES_UP)) {
            return Optional.of(Weight.CALM).filter(w -> sounds || level.compareTo(LogLevel.WARNING) >= 0);
        }
        return switch (level) {
            case FATAL -> Optional.of(dies(line) ? Weight.UNCAUGHT : Weight.FATAL);
            case ERROR -> Optional.of(Weight.ERROR);
            case WARNING, CALM -> Optional.of(Weight.CALM).filter(w -> sounds);
            case NONE ->
                shell(line)
                        ? Optional.of(Weight.FATAL)
                        : Optional.of(Weight.WORDS).filter(w -> sounds);
        };
    }

    /** nginx and Envoy, which end after such a line. */
    private static boolean dies(String line) {
        return line.contains("[emerg]") || line.contains("[critical][main]");
    }

    /** What npm, yarn and pnpm say after the program they ran has failed. */
    private static boolean packageManager(String line) {
        return line.startsWith("npm ")
                || line.startsWith("error Command failed")
                || line.startsWith("ELIFECYCLE")
                || line.startsWith("info Visit https://yarnpkg.com")
                || line.startsWith("error: script \"");
    }

    /** A server's error about one request of one client, which ends nothing. */
    private static boolean request(String line) {
        return line.contains(", client: ")
                || line.contains("No route matches")
                || line.contains("while connecting to upstream")
                || line.contains("Not Found: /")
                || line.contains("\" 404 ")
                || line.contains("\" 500 ");
    }

    /** {@code /entry.sh: line 4: …}, {@code sh: 1: …}, {@code exec /srv/api: …}. */
    private static boolean shell(String line) {
        if (line.startsWith("exec ") && line.contains(": ")) {
            return true;
        }
        int colon = line.indexOf(": ");
        if (colon <= 0 || line.substring(0, colon).indexOf(' ') >= 0) {
            return false;
        }
        String name = line.substring(line.lastIndexOf('/', colon) + 1, colon);
        return SHELLS.contains(name) || name.endsWith(".sh") || name.endsWith("entrypoint");
    }

    /** Indented lines and list items below belong to it. */
    private static int more(LogText log, int i) {
        int more = 0;
        while (more < LONGEST_LIST
                && log.continues(i + more + 1)
                && (log.indented(i + more + 1)
                        || log.text(i + more + 1).startsWith("- ")
                        || log.text(i + more + 1).startsWith("* ")
                        || log.text(i + more + 1).startsWith("• "))) {
            more++;
        }
        return more;
    }
}
