package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import io.github.ecsmedic.model.Certainty;
import java.util.List;

/** What the resolvers answer to which a rule forwards cannot be seen, so it is at most probable. */
public final class DnsResolverRule implements CauseRule {
    @Override
    public String id() {
        return "dns.resolver_rule";
    }

    @Override
    public String meaning() {
        return "A resolver rule forwards the name to resolvers that do not know it";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("resolver-rule", "forwarded"),
                doesNotFail("resolver-asked"),
                doesNotFail("dns-profile"),
                doesNotPass("public-path"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("resolver-rule");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("resolver-rule", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its name is asked elsewhere", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Resolver rule " + proof.resources("resolver-rule").first("resolver-rule") + " sends "
                + proof.resources("resolver-rule").first("host") + " from "
                + proof.resources("resolver-rule").first("vpc")
                + " to other resolvers, which do not answer as AWS does";
    }

    @Override
    public Certainty atMost(Proof proof) {
        return Certainty.PROBABLE;
    }
}
