package io.github.ecsmedic.cause;

import static io.github.ecsmedic.cause.Condition.answers;
import static io.github.ecsmedic.cause.Condition.fails;

import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.check.SubnetAddresses;
import java.util.List;

/** A task in a VPC needs an address of its own. */
public final class NetworkSubnetIpExhausted implements CauseRule {
    @Override
    public String id() {
        return "network.subnet_ip_exhausted";
    }

    @Override
    public String meaning() {
        return "The subnet has no free address for the task's network interface";
    }

    @Override
    public boolean explains(Inquiry inquiry) {
        return SubnetAddresses.LABELS.contains(inquiry.seen().label());
    }

    @Override
    public List<Condition> conditions() {
        return List.of(fails("subnet-addresses"), answers("stated-cause"));
    }

    @Override
    public String summary(Proof proof) {
        String subnet = proof.resources("subnet-addresses").first("subnet");
        return "Subnet " + (subnet.isEmpty() ? "of the service" : subnet) + " has no free address for another task";
    }

    @Override
    public List<String> sharedKinds() {
        return List.of("subnet");
    }

    @Override
    public List<String> changedKinds() {
        return List.of();
    }
}
