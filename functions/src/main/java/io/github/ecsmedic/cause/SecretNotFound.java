package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

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
        return Set.of("secrets.not_found", "secrets.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("secret-state", "missing"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("secret-state");
        String near = found.first("near-secret");
        return "Secret " + found.first("secret") + " does not exist in its region"
                + (near.isEmpty() ? "" : " (did you mean " + near + "?)");
    }
}
