package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the network interfaces that hold addresses of a full subnet without using them. */
public final class FreeSubnetAddresses implements Fix {
    @Override
    public String id() {
        return "free-subnet-addresses";
    }

    @Override
    public String says() {
        return "free addresses of the subnet, or give the service another one";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("network.subnet_ip_exhausted");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String subnet = cause.resources().first("subnet");
        return subnet.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:DescribeNetworkInterfaces",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "describe-network-interfaces",
                                "--filters",
                                "Name=subnet-id,Values=" + subnet,
                                "Name=status,Values=available"),
                        List.of()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it lists interfaces that nothing uses and that can be deleted; where there are none, add a larger subnet to the service";
    }
}
