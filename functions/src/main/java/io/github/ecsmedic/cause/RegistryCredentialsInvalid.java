package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;

/** The registry knows neither the image nor the right to it before it knows the user. */
public final class RegistryCredentialsInvalid implements CauseRule {
    @Override
    public String id() {
        return "registry.credentials_invalid";
    }

    @Override
    public String meaning() {
        return "The registry refuses the user and password of repositoryCredentials";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return PullLabels.is(inquiry, "auth_denied") && !inquiry.seen().facts().has(Fact.ACTION);
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("registry-login"), passes("registry-credentials"));
    }

    @Override
    public String summary(Proof proof) {
        Resources given = proof.resources("registry-credentials");
        return given.first("registry") + " refuses the login with secret " + given.first("secret") + hint(given);
    }

    /** A cache's secret holds username and accessToken, a task's username and password. */
    private static String hint(Resources given) {
        return given.first("secret").contains(":secret:ecr-pullthroughcache/")
                ? ", which is made for a pull-through cache: a task wants the keys username and password"
                : "";
    }
}
