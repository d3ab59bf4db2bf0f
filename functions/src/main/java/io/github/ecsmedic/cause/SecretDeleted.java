package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;
import java.util.Set;

/** A secret that waits for its deletion cannot be read. */
public final class SecretDeleted implements CauseRule {
    @Override
    public String id() {
        return "secret.deleted";
    }

    @Override
    public String meaning() {
        return "The secret is marked for deletion";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of("secrets.marked_for_deletion", "secrets.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("secret-state", "deleted"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        return "Secret " + proof.resources("secret-state").first("secret") + " is marked for deletion";
    }
}
