package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.doesNotPass;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** In a VPC its private zones are asked instead of the public DNS, also for what they lack. */
public final class DnsPrivateZoneShadows implements CauseRule {
    @Override
    public String id() {
        return "dns.private_zone_shadows";
    }

    @Override
    public String meaning() {
        return "A private hosted zone hides the public name and lacks the record, or has a wrong one";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(
                fails("private-zone", "shadows", "misleads"),
                doesNotFail("resolver-asked"),
                doesNotFail("resolver-rule"),
                doesNotFail("dns-profile"),
                doesNotPass("public-path"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("hosted-zone");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("hosted-zone", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "a private zone hides it", reason(proof));
    }

    private static String reason(Proof proof) {
        String zone = "Private hosted zone " + proof.resources("private-zone").first("hosted-zone");
        String host = proof.resources("private-zone").first("host");
        String vpc = proof.resources("private-zone").first("vpc");
        return proof.fault("private-zone").equals("misleads")
                ? zone + " leads " + host + " to an address that " + vpc + " cannot reach"
                : zone + " hides " + host + " in " + vpc + " and has no record of it";
    }
}
