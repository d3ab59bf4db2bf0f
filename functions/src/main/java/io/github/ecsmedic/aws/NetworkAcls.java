package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAclAssociation;
import software.amazon.awssdk.services.ec2.model.NetworkAclEntry;
import software.amazon.awssdk.services.ec2.model.PortRange;

/** Reads the network ACLs of subnets. A subnet always has one: where none is seen, nothing is known. */
final class NetworkAcls {
    private static final String ACLS = "ec2:DescribeNetworkAcls";
    private static final int ALL_PORTS = 65_535;

    private final Clients clients;
    private final Reads reads;

    NetworkAcls(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<List<NetworkAcl>> of(List<String> subnetIds) {
        List<String> sorted = subnetIds.stream().distinct().sorted().toList();
        return reads.ask("network acls " + sorted, ACLS, () -> sorted.isEmpty() ? List.of() : read(sorted));
    }

    private List<NetworkAcl> read(List<String> subnets) {
        Filter ofSubnets =
                Filter.builder().name("association.subnet-id").values(subnets).build();
        List<NetworkAcl> found = reads
                .pages(
                        ACLS,
                        token -> clients.ec2()
                                .describeNetworkAcls(r -> r.filters(ofSubnets).nextToken(token)),
                        answer -> listed(answer.hasNetworkAcls(), answer.networkAcls(), ACLS),
                        DescribeNetworkAclsResponse::nextToken)
                .stream()
                .map(NetworkAcls::acl)
                .toList();
        boolean all = subnets.stream()
                .allMatch(subnet -> found.stream().anyMatch(acl -> acl.subnets().contains(subnet)));
        if (!all) {
            throw NoAnswer.empty(ACLS);
        }
        return found;
    }

    private static NetworkAcl acl(software.amazon.awssdk.services.ec2.model.NetworkAcl acl) {
        List<NetworkAclEntry> entries = listed(acl.hasEntries(), acl.entries(), ACLS);
        return new NetworkAcl(
                needed(acl.networkAclId(), ACLS),
                acl.associations().stream()
                        .map(NetworkAclAssociation::subnetId)
                        .filter(Objects::nonNull)
                        .toList(),
                entries.stream()
                        .filter(e -> !outward(e))
                        .map(NetworkAcls::entry)
                        .toList(),
                entries.stream()
                        .filter(NetworkAcls::outward)
                        .map(NetworkAcls::entry)
                        .toList());
    }

    private static boolean outward(NetworkAclEntry entry) {
        return needed(entry.egress(), ACLS);
    }

    private static Entry entry(NetworkAclEntry entry) {
        PortRange ports = entry.portRange();
        String cidr = text(entry.cidrBlock());
        return new Entry(
                needed(entry.ruleNumber(), ACLS),
                needed(entry.ruleActionAsString(), ACLS).equals("allow"),
                needed(entry.protocol(), ACLS),
                cidr.isEmpty() ? text(entry.ipv6CidrBlock()) : cidr,
                ports == null || ports.from() == null ? 0 : ports.from(),
                ports == null || ports.to() == null ? ALL_PORTS : ports.to());
    }
}
