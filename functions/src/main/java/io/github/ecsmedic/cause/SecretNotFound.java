package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** Secrets Manager does not know the secret. */
public final class SecretNotFound implements CauseRule {
    @Override
    public String id() {
        return "secret.not_found";
    }

    @Override
    public String meaning() {
        return "The secret does not exist in the region that is asked";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("secrets.not_found")
                && inquiry.seen().facts().has(Fact.SECRET);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "secrets.not_found"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        return "Secret " + proof.resources("stated-cause").first("secret") + " does not exist in its region";
    }
}
