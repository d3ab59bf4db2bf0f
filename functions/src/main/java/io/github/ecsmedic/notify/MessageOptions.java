package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.Diagnosis;
import java.util.Map;

/**
 * What the owner wants told.
 *
 * @param logLines whether lines of the application's log may be told
 * @param chatBot whether subscribers by HTTPS get the notification that AWS's chat bot understands, in place of the JSON
 *     of the diagnosis
 * @param accounts names of accounts by their ids
 */
public record MessageOptions(boolean logLines, boolean chatBot, Map<String, String> accounts) {
    public MessageOptions {
        accounts = Map.copyOf(accounts);
    }

    /** Of accounts without names. */
    public MessageOptions(boolean logLines, boolean chatBot) {
        this(logLines, chatBot, Map.of());
    }

    /** Log lines are told, no chat bot listens. */
    public static final MessageOptions DEFAULT = new MessageOptions(true, false);

    /** The diagnosis as it may be told: without secrets, and without log lines if they are not wanted. */
    Diagnosis told(Diagnosis diagnosis) {
        Diagnosis told = Redaction.of(logLines ? diagnosis : LogLines.withheld(diagnosis));
        String name = accounts.getOrDefault(told.subject().account(), "");
        return name.isEmpty() ? told : told.about(told.subject().named(name));
    }
}
