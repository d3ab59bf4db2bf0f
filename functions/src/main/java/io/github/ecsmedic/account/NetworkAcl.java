package io.github.ecsmedic.account;

import java.util.List;

/**
 * A network ACL with its numbered rules; what no rule matches is denied, whether or not rule 32767 is listed.
 *
 * @param subnets those that are associated with it
 */
public record NetworkAcl(String id, List<String> subnets, List<Entry> ingress, List<Entry> egress) {
    public NetworkAcl {
        subnets = List.copyOf(subnets);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /**
     * One rule; the lowest number that matches decides.
     *
     * @param protocol {@code -1} for all, else its number ({@code 6} is TCP) or name
     * @param cidr an IPv4 or IPv6 range; an ACL knows no prefix lists
     * @param fromPort 0 where the rule names no ports
     * @param toPort 65535 where the rule names no ports
     */
    public record Entry(int number, boolean allows, String protocol, String cidr, int fromPort, int toPort) {}
}
