package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks whether the subnet has an address left; where the message says that it has none, that stands. */
public final class SubnetAddresses implements Check {
    /** Labels of a task that got no network interface. */
    public static final Set<String> LABELS =
            Set.of("network.eni_create_failed", "network.eni_provisioning", "network.subnet_ip_exhausted");

    @Override
    public String id() {
        return "subnet-addresses";
    }

    @Override
    public String question() {
        return "Does the subnet have a free address";
    }

    @Override
    public Set<String> actions() {
        return Place.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the task got its network interface");
        }
        boolean stated = inquiry.seen().label().equals("network.subnet_ip_exhausted");
        return switch (subnet(inquiry)) {
            case Unknown<Subnet> unknown -> stated ? stated(inquiry) : CheckResult.Inconclusive.because(unknown);
            case Known<Subnet>(Subnet subnet, String source) -> verdict(subnet, stated, source);
        };
    }

    private static Answer<Subnet> subnet(Inquiry inquiry) {
        String named = inquiry.seen().facts().get(Fact.SUBNET);
        if (named.isEmpty()) {
            return switch (Place.wherever(inquiry)) {
                case Unknown<Place> unknown -> unknown.as();
                case Known<Place>(Place place, String source) -> new Known<>(place.subnet(), source);
            };
        }
        return switch (inquiry.account().networks().subnet(named)) {
            case Unknown<Optional<Subnet>> unknown -> unknown.as();
            case Known<Optional<Subnet>>(Optional<Subnet> found, String source) ->
                found.<Answer<Subnet>>map(subnet -> new Known<>(subnet, source))
                        .orElseGet(() -> new Unknown<>("there is no subnet " + named, source));
        };
    }

    private static CheckResult stated(Inquiry inquiry) {
        return new Failed(
                "exhausted",
                Resources.of("subnet", inquiry.seen().facts().get(Fact.SUBNET)),
                new Evidence("The message says that the subnet has no free address", "message"));
    }

    private static CheckResult verdict(Subnet subnet, boolean stated, String source) {
        Resources named = Resources.of("vpc", subnet.vpcId(), "subnet", subnet.id());
        Evidence free = new Evidence(
                "Subnet " + subnet.id() + " (" + subnet.cidr() + ") has " + subnet.freeAddresses()
                        + " free addresses now",
                source);
        return stated || subnet.freeAddresses() <= 0
                ? new Failed("exhausted", named, List.of(free), List.of())
                : new Passed(named, free);
    }
}
