package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;

/** Slack, by what its secret holds. The secret itself never leaves the implementation. */
public interface Chat {
    /** What the secret holds ({@code secretsmanager:GetSecretValue}). */
    Answer<Form> form(String secret);

    /** Whether Slack knows the bot; a web hook cannot be asked without posting ({@code slack:auth.test}). */
    Answer<Reply> knows(String secret);

    /** What a secret holds. */
    sealed interface Form {
        /** A web hook. */
        record Hook() implements Form {}

        /** A bot token. */
        record Bot() implements Form {}

        /** Neither, in a sentence that says what to store and repeats nothing. */
        record Neither(String says) implements Form {}

        /** There is no such secret, or it is being deleted. */
        record Missing() implements Form {}
    }

    /** What Slack said; {@code says} is its error, or the name of the bot and its workspace. */
    record Reply(boolean ok, String says) {}
}
