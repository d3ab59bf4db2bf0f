package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.doesNotFail;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.Leg;
import java.util.List;

/** DNS Firewall answers before any zone does. */
public final class DnsFirewallBlock implements CauseRule {
    @Override
    public String id() {
        return "dns.firewall_block";
    }

    @Override
    public String meaning() {
        return "A rule of DNS Firewall blocks the name";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return Leg.of(inquiry).isPresent();
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("dns-firewall", "blocked"), doesNotFail("resolver-asked"), doesNotFail("dns-profile"));
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("firewall-group");
    }

    @Override
    public List<String> changedKinds() {
        return List.of("firewall-group", "vpc");
    }

    @Override
    public String summary(Proof proof) {
        return Unreached.because(proof, "DNS Firewall blocks it", reason(proof));
    }

    private static String reason(Proof proof) {
        return "DNS Firewall blocks " + proof.resources("dns-firewall").first("host") + " in "
                + proof.resources("dns-firewall").first("vpc") + ": rule group "
                + proof.resources("dns-firewall").first("firewall-group") + ", domain "
                + proof.resources("dns-firewall").first("domain");
    }
}
