package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;
import static io.github.ecsmedic.cause.Condition.passes;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** An endpoint without private DNS is not found under the service's name. */
public final class DnsEndpointPrivateDnsOff implements CauseRule {
    @Override
    public String id() {
        return "dns.endpoint_private_dns_off";
    }

    @Override
    public String meaning() {
        return "The interface endpoint exists, but its private DNS is off";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("endpoint-private-dns"),
                passes("interface-endpoint"),
                fails("public-path"),
                doesNotFail("private-zone"),
                answers("vpc-dns-attributes"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("private-dns-off", "route-table");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("private-dns-off");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "its endpoint's name is off", reason(proof));
    }

    private static String reason(Proof proof) {
        return "Private DNS is off at endpoint "
                + proof.resources("endpoint-private-dns").first("private-dns-off")
                + ", so the service's name leads to its public address";
    }
}
