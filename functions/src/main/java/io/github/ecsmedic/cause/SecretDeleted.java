package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import java.util.List;

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
        return inquiry.seen().label().equals("secrets.marked_for_deletion");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "secrets.marked_for_deletion"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        return "Secret " + proof.resources("stated-cause").first("secret") + " is marked for deletion";
    }
}
