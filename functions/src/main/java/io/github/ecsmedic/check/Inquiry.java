package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import io.github.ecsmedic.signature.Recognition;
import org.jspecify.annotations.Nullable;

/**
 * What a check is asked about.
 *
 * @param task the failed task; null where ECS created none and only a service's message is there
 * @param culprit name of the container that failed first, or {@code ""}
 * @param seen what the message was recognised as, with the facts that it holds
 * @param account reads, each at most once per diagnosis
 */
public record Inquiry(Subject subject, @Nullable Task task, String culprit, Recognition seen, Account account) {}
