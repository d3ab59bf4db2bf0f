package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

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
        return Set.of("secrets.invalid_ref", "secrets.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("reference-form", "malformed"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("reference-form");
        String reference = found.first("reference");
        String problem = found.first("problem");
        String secret = found.first("secret");
        String what = reference.isEmpty() ? secret : reference;
        return "The reference to" + (what.isEmpty() ? " a secret" : " secret " + what) + " is malformed"
                + (problem.isEmpty() ? "" : ": " + problem);
    }
}
