package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.adds;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import java.util.List;
import java.util.Set;

/** The secret is there, and the version that is asked for is not. */
public final class SecretVersionMissing implements CauseRule {
    @Override
    public String id() {
        return "secret.version_missing";
    }

    @Override
    public String meaning() {
        return "The secret has no version of that id or stage, or no value at all";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Set.of("secrets.not_found", "secrets.unknown")
                .contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("secret-state", "version"), adds("definition-reference"));
    }

    @Override
    public String summary(Proof proof) {
        Resources found = proof.resources("secret-state");
        String stage = found.first("secret-stage");
        String version = found.first("secret-version");
        return "Secret " + found.first("secret")
                + (version.isEmpty()
                        ? " has no version" + (stage.isEmpty() ? " such as is asked for" : " in stage " + stage)
                        : " has no version " + version);
    }
}
