package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/**
 * A fault that an application's own words can name.
 *
 * @param word the fault's name in verdicts
 */
record LogFault(String word, List<LogPhrase> phrases) {
    /** In the order in which they are looked for; the more telling first. */
    static final List<LogFault> ALL = List.of(
            new LogFault("runtime-heap", StartPhrases.heap()),
            new LogFault("wrong-architecture", StartPhrases.architecture()),
            new LogFault("port-in-use", StartPhrases.portInUse()),
            new LogFault("permission-denied", StartPhrases.permission()),
            new LogFault("disk-full", StartPhrases.diskFull()),
            new LogFault("missing-module", StartPhrases.module()),
            new LogFault("command-not-found", StartPhrases.command()),
            new LogFault("bad-configuration", StartPhrases.syntax()),
            new LogFault("unresolved-host", PeerPhrases.unresolved()),
            new LogFault("connection-refused", PeerPhrases.refused()),
            new LogFault("connection-timeout", PeerPhrases.timeout()),
            new LogFault("unreachable", PeerPhrases.unreachable()),
            new LogFault("missing-configuration", SettingPhrases.missing()),
            new LogFault("access-denied", PeerPhrases.denied()),
            new LogFault("missing-file", StartPhrases.file()),
            new LogFault("bad-configuration", StartPhrases.configuration()));

    private static final Pattern BOUND = Pattern.compile("(?i:bind|listen)[^\\n]*?:(\\d{2,5})\\b");

    LogFault {
        phrases = List.copyOf(phrases);
    }

    /** Whether it lies with somebody whom the application speaks to. */
    boolean isOfAnother() {
        return switch (word) {
            case "unresolved-host", "connection-refused", "connection-timeout", "unreachable", "access-denied" -> true;
            default -> false;
        };
    }

    /** What it is about, as a text tells that does not name the fault itself. */
    Resources nameIn(String text) {
        if (isOfAnother() && !word.equals("access-denied")) {
            return JvmLog.frame(text.strip()) || NodeLog.frame(text.strip()) ? Resources.NONE : Peer.in(text);
        }
        Matcher matcher = BOUND.matcher(text);
        String port = word.equals("port-in-use") && matcher.find() ? matcher.group(1) : null;
        return port == null ? Resources.NONE : Resources.of("port", port);
    }

    /** What a text says of it: the fault, and the names of what is missing, taken or cannot be reached. */
    record Said(LogFault fault, Resources named) {
        /** With host and port from elsewhere in the text, as far as the phrase itself does not name them. */
        Said with(Resources peer) {
            boolean same = named.first("host").isEmpty() || named.first("host").equals(peer.first("host"));
            return fault.word().equals("access-denied")
                            || !same
                            || !named.first("port").isEmpty()
                    ? this
                    : new Said(fault, named.and(peer));
        }
    }
}
