package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;

/** The secret exists and lacks the key that is referred to. */
public final class SecretJsonKeyMissing implements CauseRule {
    @Override
    public String id() {
        return "secret.json_key_missing";
    }

    @Override
    public String meaning() {
        return "The secret lacks the JSON key that the task definition names";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return inquiry.seen().label().equals("secrets.json_key_missing");
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("stated-cause", "secrets.json_key_missing"), answers("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources said = proof.resources("stated-cause");
        return "Secret " + said.first("secret") + " has no key " + said.first("json-key");
    }
}
