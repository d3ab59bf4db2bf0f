package io.github.ecsmedic.account;

import java.util.List;

/**
 * A Route 53 Profile that is associated with a VPC, with what it brings.
 *
 * @param endpoints ARNs of VPC endpoints whose private names it shares
 */
public record DnsProfile(String id, List<HostedZone> zones, List<ResolverRule> rules, List<String> endpoints) {
    public DnsProfile {
        zones = List.copyOf(zones);
        rules = List.copyOf(rules);
        endpoints = List.copyOf(endpoints);
    }
}
