package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the VPC Amazon's resolver again. */
public final class UseAmazonDns implements Fix {
    @Override
    public String id() {
        return "use-amazon-dns";
    }

    @Override
    public String says() {
        return "give the VPC an option set with Amazon's resolver";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.MANUAL;
    }

    @Override
    public Set<String> answers() {
        return Set.of("dns.custom_resolver");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return Map.of();
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        String vpc = cause.resources().first("vpc");
        String old = cause.resources().first("dhcp-options");
        return vpc.isEmpty()
                ? List.of()
                : List.of(new Step.ByHand(
                        "ec2:CreateDhcpOptions",
                        Aws.cli(
                                subject.region(),
                                "ec2",
                                "create-dhcp-options",
                                "--dhcp-configurations",
                                "Key=domain-name-servers,Values=AmazonProvidedDNS"),
                        old.isEmpty()
                                ? List.of()
                                : Aws.cli(
                                        subject.region(),
                                        "ec2",
                                        "associate-dhcp-options",
                                        "--dhcp-options-id",
                                        old,
                                        "--vpc-id",
                                        vpc)));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "then associate the set that it prints with " + cause.resources().first("vpc")
                + " (aws ec2 associate-dhcp-options) and start new tasks; names that only your own resolvers know stop resolving, so a forwarder to Amazon's resolver may be the better cure";
    }
}
