package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogFault.Said;
import java.util.Locale;
import java.util.Optional;

/** Looks for faults in the reports of one log, and ends when enough text was matched: a log is written by others. */
final class FaultSearch {
    /** Characters times patterns. */
    private static final int MOST = 150_000;

    private int left = MOST;

    /** The first fault that the text names. */
    Optional<Said> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (LogFault fault : LogFault.ALL) {
            for (LogPhrase phrase : fault.phrases()) {
                if (left > 0 && phrase.mayStandIn(lower)) {
                    left -= text.length();
                    Optional<Said> said = phrase.find(text).map(named -> new Said(fault, named));
                    if (said.isPresent()) {
                        return said.map(s -> s.fault().isOfAnother() ? s.with(Peer.in(text)) : s);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
