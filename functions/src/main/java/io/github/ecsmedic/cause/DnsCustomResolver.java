package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** Resolvers of the customer's do not know the private names of endpoints. */
public final class DnsCustomResolver implements CauseRule {
    @Override
    public String id() {
        return "dns.custom_resolver";
    }

    @Override
    public String meaning() {
        return "The DHCP options name resolvers of the customer's instead of Amazon's";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("dhcp-resolvers", "custom", "mixed"),
                fails("resolver-asked", "custom"),
                doesNotFail("interface-endpoint"),
                doesNotPass("public-path"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("dhcp-options");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("dhcp-options", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its DNS servers do not know it", reason(proof));
    }

    private static String reason(Proof proof) {
        return "DHCP option set " + proof.resources("dhcp-resolvers").first("dhcp-options") + " of "
                + proof.resources("dhcp-resolvers").first("vpc")
                + " names resolvers of its own, which do not resolve the names that a task needs";
    }
}
