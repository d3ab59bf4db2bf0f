package io.github.ecsmedic.check;

import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.Resolvers;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.ZoneAnswer;
import java.util.List;
import java.util.Set;

/** Says why a name that the application asked for does not resolve in its VPC. */
record DependencyName(Inquiry packets, String vpc, String host, Allowance allowance) {
    /** What {@link #why} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcs",
            "route53:ListHostedZonesByVPC",
            "route53:ListResourceRecordSets");

    /** Ends of names that the public DNS does not know. */
    private static final Set<String> PRIVATE =
            Set.of("internal", "local", "lan", "corp", "home", "private", "intranet");

    /** A name that no DNS of a VPC answers. */
    static CheckResult withoutDomain(String host) {
        return new Failed(
                "no-domain",
                Resources.of("host", host),
                new Evidence(
                        host + " is a name without a domain, which the DNS of a VPC does not answer: it is one of a"
                                + " compose file, or of Service Connect where the service's own settings name it",
                        "log"));
    }

    /** Its faults: {@code no-zone}, {@code no-record}, {@code zone-ineffective}. */
    CheckResult why() {
        return Reads.then(packets.account().names().zones(vpc, host), (zones, source) -> {
            if (Authority.over(host, zones, List.of(), List.of()) instanceof Authority.OfZone(HostedZone zone)) {
                return Reads.then(zone.records(), (records, from) -> covered(zone, records, from));
            }
            Evidence fact = new Evidence("No private hosted zone of " + vpc + " covers " + host, source);
            return hidden()
                    ? asked(new Failed("no-zone", Resources.of("host", host, "vpc", vpc), fact))
                    : new Passed(Resources.NONE, fact);
        });
    }

    /** Whether the public DNS cannot know it. */
    private boolean hidden() {
        return PRIVATE.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private CheckResult covered(HostedZone zone, List<RecordSet> records, String source) {
        List<String> values = ZoneAnswer.of(zone.name(), records, host);
        String named = "Private hosted zone " + zone.id() + " (" + zone.name() + ")";
        Resources found = Resources.of("hosted-zone", zone.id(), "host", host, "vpc", vpc);
        Evidence none = new Evidence(named + " has no record of " + host, source);
        if (values.isEmpty() && hidden()) { // then it does not matter whether the zone has an effect
            return asked(new Failed("no-record", found, none));
        }
        return allowance.ask(
                2,
                "ec2:DescribeVpcAttribute",
                () -> Reads.then(packets.account().networks().vpcDns(vpc), (dns, from) -> {
                    if (!effective(dns)) {
                        String off = dns.support() ? "enableDnsHostnames" : "enableDnsSupport";
                        return new Failed(
                                "zone-ineffective",
                                found,
                                new Evidence(
                                        named + " has no effect in " + vpc + ", whose " + off + " is false", from));
                    }
                    return values.isEmpty()
                            ? asked(new Failed("no-record", found, none))
                            : new Passed(
                                    found,
                                    new Evidence(
                                            named + " resolves " + host + " to " + String.join(", ", values), source));
                }));
    }

    private static boolean effective(VpcDns dns) {
        return dns.support() && dns.hostnames();
    }

    /** What Amazon's resolver would answer matters only where it is the one that is asked. */
    private CheckResult asked(Failed failed) {
        return allowance.ask(
                2,
                "ec2:DescribeDhcpOptions",
                () -> Reads.then(
                        packets.account().networks().resolvers(vpc),
                        (Resolvers resolvers, String source) -> resolvers.servers().stream()
                                        .allMatch(server -> DhcpResolvers.amazons(server, resolvers.vpcCidrs()))
                                ? failed
                                : new Inconclusive("the VPC asks " + String.join(", ", resolvers.servers())
                                        + ", whose answers are not seen: " + source)));
    }
}
