package io.github.ecsmedic.account;

import java.util.List;

/**
 * The resolvers that a VPC gives its machines.
 *
 * @param dhcpOptions the id of the DHCP option set; {@code default} when none is associated
 * @param servers {@code domain-name-servers} of the set: addresses or {@code AmazonProvidedDNS}
 * @param vpcCidrs the IPv4 ranges of the VPC; Amazon's own resolver is the first range's base plus two
 */
public record Resolvers(String vpcId, String dhcpOptions, List<String> servers, List<String> vpcCidrs) {
    public Resolvers {
        servers = List.copyOf(servers);
        vpcCidrs = List.copyOf(vpcCidrs);
    }
}
