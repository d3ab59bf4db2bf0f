package io.github.ecsmedic.incident;

import io.github.ecsmedic.incident.Incident.State;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is new about an incident. */
public enum News {
    /** It was not known. */
    OPENED,
    /** Its cause, how sure it is, or who is hit. */
    CHANGED,
    /** It failed again, or it was quiet and fails again; nothing else. */
    COUNTED,
    /** It has not failed for a while. */
    QUIET,
    /** It is over. */
    RESOLVED;

    /** The word used in JSON and attributes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Since it was {@code before}; null when it did not exist. */
    public static News since(@Nullable Incident before, Incident now) {
        return before == null ? OPENED : of(before.state(), gist(before), now);
    }

    /** Since a sink was told. */
    public static News since(Telling.Told told, Incident now) {
        return told.version() == 0 ? OPENED : of(told.state(), told.content(), now);
    }

    /** What of an incident is worth a new message when it changes. */
    public static String gist(Incident incident) {
        String scopes = incident.members().stream().map(Member::scope).sorted().collect(Collectors.joining(", "));
        return causes(incident) + " | " + scopes;
    }

    /** Its causes and how sure they are. */
    public static String causes(Incident incident) {
        return incident.diagnosis().causes().stream()
                .map(cause -> cause.id() + " " + cause.certainty().word())
                .collect(Collectors.joining(", "));
    }

    private static News of(State before, String gist, Incident now) {
        if (now.state() == State.RESOLVED && before != State.RESOLVED) {
            return RESOLVED;
        }
        if (!gist.equals(gist(now))) {
            return CHANGED;
        }
        return now.state() == State.QUIET && before == State.OPEN ? QUIET : COUNTED;
    }
}
