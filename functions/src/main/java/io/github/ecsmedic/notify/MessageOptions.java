package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;

/**
 * What the owner wants told.
 *
 * @param logLines whether lines of the application's log may be told
 * @param chatBot whether subscribers by HTTPS get the notification that AWS's chat bot understands, in place of the JSON
 *     of the diagnosis
 */
public record MessageOptions(boolean logLines, boolean chatBot) {
    /** Log lines are told, no chat bot listens. */
    public static final MessageOptions DEFAULT = new MessageOptions(true, false);

    /** The diagnosis as it may be told: without secrets, and without log lines if they are not wanted. */
    Diagnosis told(Diagnosis diagnosis) {
        return Redaction.of(logLines ? diagnosis : LogLines.withheld(diagnosis));
    }
}
