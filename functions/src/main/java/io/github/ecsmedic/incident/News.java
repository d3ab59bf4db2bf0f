package io.github.ecsmedic.incident;

import io.github.ecsmedic.incident.Incident.State;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is new about an incident. */
public enum News {
    /** It was not known. */
    OPENED,
    /** Its cause, how sure it is, or who is hit; what has become of a fix; or it still fails after a snooze. */
    CHANGED,
    /** It failed again, or it was quiet and fails again, or it changed otherwise while it is snoozed; nothing else. */
    COUNTED,
    /** It has not failed for a while. */
    QUIET,
    /** It is over. */
    RESOLVED;

    private static final int PARTS = 4;

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
        if (incident.fingerprint().storm()) {
            return stormGist(incident);
        }
        String scopes = incident.members().stream().map(Member::scope).sorted().collect(Collectors.joining(", "));
        int snoozes = incident.feedback().snoozesOver();
        String fixes = fixes(incident);
        return causes(incident) + " | " + scopes + (snoozes == 0 && fixes.isEmpty() ? "" : " | " + snoozes)
                + (fixes.isEmpty() ? "" : " | " + fixes);
    }

    /** What has become of its fixes. One that starts by itself is told when it has started. */
    private static String fixes(Incident incident) {
        return incident.treatments().stream()
                .filter(t -> t.state() != Treatment.State.WANTED || !t.people().isEmpty())
                .map(t -> t.fix() + " " + t.state() + " " + t.people().size() + " " + t.why())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What had become of the fixes in what {@link #gist} gave. */
    public static String fixes(String gist) {
        String[] parts = gist.split(" \\| ", PARTS);
        return parts.length < PARTS ? "" : parts[PARTS - 1];
    }

    /** The causes in what {@link #gist} gave. */
    public static String causes(String gist) {
        int end = gist.indexOf(" | ");
        return end < 0 ? gist : gist.substring(0, end);
    }

    /** A storm that grows is told anew when it has doubled. */
    private static String stormGist(Incident storm) {
        int doubled =
                Integer.SIZE - Integer.numberOfLeadingZeros(storm.members().size());
        int snoozes = storm.feedback().snoozesOver();
        return causes(storm) + " | " + doubled + (snoozes == 0 ? "" : " | " + snoozes);
    }

    /** Its causes and how sure they are. */
    public static String causes(Incident incident) {
        return incident.diagnosis().causes().stream()
                .map(cause -> cause.id() + " " + cause.certainty().word())
                .collect(Collectors.joining(", "));
    }

    /** How many snoozes were over in what {@link #gist} gave. */
    public static int snoozesOver(String gist) {
        String[] parts = gist.split(" \\| ", PARTS);
        return parts.length < PARTS - 1 ? 0 : Integer.parseInt(parts[2]);
    }

    private static News of(State before, String gist, Incident now) {
        if (now.state() == State.RESOLVED && before != State.RESOLVED) {
            return RESOLVED;
        }
        boolean snoozed = now.snoozedUntil() != null && causes(gist).equals(causes(now));
        if (!gist.equals(gist(now)) && !snoozed) {
            return CHANGED;
        }
        return now.state() == State.QUIET && before == State.OPEN ? QUIET : COUNTED;
    }
}
