package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

/** The reference itself is malformed. */
public final class SecretReferenceInvalid implements CauseRule {
    @Override
    public String id() {
        return "secret.reference_invalid";
    }

    @Override
    public String meaning() {
        return "The reference to the secret is malformed";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("secrets.invalid_ref");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "secrets.invalid_ref"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        return "The reference to secret " + proof.resources("stated-cause").first("secret") + " is malformed";
    }
}
