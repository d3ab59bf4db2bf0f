package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Recognition;
import org.jspecify.annotations.Nullable;

/**
 * What a check is asked about: a failure, or a start that is still to come.
 *
 * @param task the failed task; null where ECS created none and only a service's message is there
 * @param culprit name of the container that failed first, or {@code ""}
 * @param seen what the message was recognised as, with the facts that it holds
 * @param message AWS's own text where there is no task that holds it, else {@code ""}
 * @param account reads, each at most once per diagnosis
 * @param ahead the connection that a coming start needs; null for a failure, whose message tells which one it was
 */
public record Inquiry(
        Subject subject,
        @Nullable Task task,
        String culprit,
        Recognition seen,
        String message,
        Account account,
        @Nullable Leg ahead) {
    /** About a failure. */
    public Inquiry(Subject subject, @Nullable Task task, String culprit, Recognition seen, Account account) {
        this(subject, task, culprit, seen, "", account, null);
    }

    /** About what a message says of a service. */
    public static Inquiry ofMessage(Subject subject, Recognition seen, String message, Account account) {
        return new Inquiry(subject, null, "", seen, message, account, null);
    }
}
