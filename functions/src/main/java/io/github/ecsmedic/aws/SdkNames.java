package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.Firewall.Rule;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.Names;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.Resolution;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.function.Supplier;

/** Amazon Route 53 through the SDK. What does not depend on one another is read at the same time. */
final class SdkNames implements Names {
    private final Reads reads;
    private final Networks networks;
    private final HostedZones zones;
    private final ResolverRules rules;
    private final DnsProfiles profiles;
    private final DnsFirewall firewall;

    SdkNames(Clients clients, Reads reads, Networks networks) {
        this.reads = reads;
        this.networks = networks;
        zones = new HostedZones(clients, reads);
        rules = new ResolverRules(clients, reads);
        profiles = new DnsProfiles(clients, reads, zones, rules);
        firewall = new DnsFirewall(clients, reads, profiles);
    }

    @Override
    public Resolution resolution(String vpcId, String host) {
        Reads.Pending<List<Endpoint>> endpoints =
                started("ec2:DescribeVpcEndpoints", () -> networks.endpoints(vpcId), vpcId);
        Reads.Pending<List<HostedZone>> ofZones = zones.of(vpcId, host);
        Reads.Pending<List<ResolverRule>> ofRules = rules.of(vpcId);
        Reads.Pending<List<DnsProfile>> ofProfiles = profiles.of(vpcId, host);
        return new Resolution(endpoints.answer(), ofZones.answer(), ofRules.answer(), ofProfiles.answer());
    }

    @Override
    public Answer<List<HostedZone>> zones(String vpcId, String host) {
        return zones.of(vpcId, host).answer();
    }

    @Override
    public Firewall firewall(String vpcId) {
        Reads.Pending<List<Rule>> own = firewall.of(vpcId);
        Reads.Pending<List<Rule>> ofProfiles = firewall.ofProfiles(vpcId);
        return new Firewall(own.answer(), ofProfiles.answer());
    }

    /** A read of another port, begun without waiting for it. */
    private <T> Reads.Pending<T> started(String operation, Supplier<Answer<T>> read, String vpcId) {
        return reads.start("names: " + operation + " " + vpcId, operation, () -> switch (read.get()) {
            case Answer.Known<T>(T value, String ignored) -> value;
            case Answer.Unknown<T>(String fault, String at) -> throw new NoAnswer(fault, at, "");
        });
    }
}
