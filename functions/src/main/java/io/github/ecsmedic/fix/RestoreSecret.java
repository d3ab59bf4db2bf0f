package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes back the deletion of a secret. */
public final class RestoreSecret implements Fix {
    @Override
    public String id() {
        return "restore-secret";
    }

    @Override
    public String says() {
        return "take back the deletion of the secret";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.APPROVAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("secret.deleted");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String secret = cause.resources().first("secret");
        String region = Arn.parse(secret)
                .map(Arn::region)
                .filter(named -> !named.isEmpty())
                .orElse(subject.region());
        return secret.isEmpty() ? List.of() : List.of(new SecretRestore(region, secret));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "somebody deleted it: make sure that it was not withdrawn because it leaked";
    }
}
