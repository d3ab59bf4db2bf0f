package io.github.ecsmedic.account;

import java.util.List;

/** A security group with its rules. */
public record SecurityGroup(String id, String vpcId, List<Rule> ingress, List<Rule> egress) {
    public SecurityGroup {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }

    /**
     * One permission: a range of ports and those to whom it is given.
     *
     * @param protocol {@code tcp}, {@code udp} …, or {@code -1} for all
     * @param fromPort 0 for all protocols
     * @param toPort 65535 for all protocols
     * @param cidrs IPv4 and IPv6 ranges
     */
    public record Rule(
            String protocol,
            int fromPort,
            int toPort,
            List<String> cidrs,
            List<String> groups,
            List<String> prefixLists) {
        public Rule {
            cidrs = List.copyOf(cidrs);
            groups = List.copyOf(groups);
            prefixLists = List.copyOf(prefixLists);
        }
    }
}
