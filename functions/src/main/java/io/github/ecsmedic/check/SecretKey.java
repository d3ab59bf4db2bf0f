package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which key a role must be allowed to use beside the secret or parameter that it was denied: without that right the
 * next start fails at the key.
 */
public final class SecretKey implements Check {
    @Override
    public String id() {
        return "secret-key";
    }

    @Override
    public String question() {
        return "Which key must the role be allowed to use for the secret or parameter";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(List.of(EncryptionKey.ACTIONS));
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!inquiry.seen().family().equals("secrets")
                || !(StartCall.possible(inquiry) || inquiry.seen().facts().has(Fact.ACTION))) {
            return new NotApplicable("the message is about no secret that was denied");
        }
        return switch (EncryptionKey.of(inquiry)) {
            case Unknown<Optional<EncryptionKey>> unknown -> Inconclusive.because(unknown);
            case Known<Optional<EncryptionKey>>(Optional<EncryptionKey> key, String source) ->
                key.filter(k -> !k.id().isEmpty())
                        .<CheckResult>map(k -> new Passed(
                                Resources.of("key", k.arn(), "via-service", k.via()),
                                new Evidence(k.of() + " is encrypted with " + k.id(), source)))
                        .orElseGet(() -> new NotApplicable("it is encrypted with the service's own key"));
        };
    }
}
