package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.model.Answer;
import java.time.Duration;

/** Whose credentials these are: another account answers "there is none" for what it cannot know. */
final class Caller {
    static final String OPERATION = "sts:GetCallerIdentity";

    private final Clients clients;
    private final Reads reads;

    Caller(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** The account of the credentials, from themselves where they hold it, else with one request. */
    Answer<String> account() {
        return pending().answer();
    }

    /** Who they are of, as IAM writes it. It costs one request. */
    Answer<String> arn() {
        return reads.ask(
                "caller's arn",
                OPERATION,
                () -> needed(
                        reads.send(OPERATION, () -> clients.sts().getCallerIdentity())
                                .arn(),
                        OPERATION));
    }

    /** Why nothing that they read is a fact about that account, {@code ""} when it is or nobody tells. */
    String refusal(String account) {
        return account() instanceof Answer.Known<String>(String mine, String _) && !mine.equals(account)
                ? "credentials of account " + mine
                : "";
    }

    /** Why it is not sure that they are that account's, {@code ""} when it is. */
    String doubt(String account) {
        return switch (account()) {
            case Answer.Known<String>(String mine, String _) ->
                mine.equals(account) ? "" : "the credentials are those of account " + mine;
            case Answer.Unknown<String> unknown -> "whose credentials these are is not known (" + unknown.why() + ")";
        };
    }

    /** Reads of that account alone: what credentials of another one read is unknown. */
    static Reads reads(String account, Clients clients, Duration budget) {
        Reads reads = new Reads(budget);
        Caller caller = new Caller(clients, reads);
        reads.unless(() -> caller.refusal(account));
        caller.pending();
        return reads;
    }

    /** Asks, and does not wait. */
    Reads.Pending<String> pending() {
        return reads.start("caller", OPERATION, () -> reads.send(OPERATION, this::ask));
    }

    private String ask() {
        return clients.credentials()
                .resolveCredentials()
                .accountId()
                .orElseGet(() -> needed(clients.sts().getCallerIdentity().account(), OPERATION));
    }
}
