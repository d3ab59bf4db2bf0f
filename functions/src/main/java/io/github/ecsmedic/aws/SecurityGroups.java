package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkInterfacesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceIpv6Address;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Reads security groups and the network interfaces that wear them. */
final class SecurityGroups {
    private static final String GROUPS = "ec2:DescribeSecurityGroups";
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";
    private static final int ALL_PORTS = 65_535;

    private final Clients clients;
    private final Reads reads;

    SecurityGroups(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** By a filter, not by id: one group that is gone must not hide the others. */
    Answer<List<SecurityGroup>> withIds(List<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        return reads.ask(
                "security groups " + sorted, GROUPS, () -> sorted.isEmpty() ? List.of() : groups("group-id", sorted));
    }

    Answer<Optional<SecurityGroup>> defaultOf(String vpcId) {
        return reads.ask("default security group " + vpcId, GROUPS, () -> {
            Filter inVpc = Filter.builder().name("vpc-id").values(vpcId).build();
            return groups("group-name", List.of("default"), inVpc).stream().findFirst();
        });
    }

    private List<SecurityGroup> groups(String name, List<String> values, Filter... more) {
        List<Filter> filters = new ArrayList<>(List.of(more));
        filters.add(Filter.builder().name(name).values(values).build());
        return reads
                .pages(
                        GROUPS,
                        token -> clients.ec2()
                                .describeSecurityGroups(r -> r.filters(filters).nextToken(token)),
                        answer -> listed(answer.hasSecurityGroups(), answer.securityGroups(), GROUPS),
                        DescribeSecurityGroupsResponse::nextToken)
                .stream()
                .map(SecurityGroups::group)
                .toList();
    }

    private static SecurityGroup group(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
        return new SecurityGroup(
                needed(group.groupId(), GROUPS),
                text(group.vpcId()),
                group.ipPermissions().stream().map(SecurityGroups::rule).toList(),
                group.ipPermissionsEgress().stream().map(SecurityGroups::rule).toList());
    }

    private static Rule rule(IpPermission permission) {
        String protocol = needed(permission.ipProtocol(), GROUPS);
        boolean every = protocol.equals("-1");
        return new Rule(
                protocol,
                every ? 0 : port(permission.fromPort(), 0),
                every ? ALL_PORTS : port(permission.toPort(), ALL_PORTS),
                Stream.concat(
                                permission.ipRanges().stream().map(IpRange::cidrIp),
                                permission.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6))
                        .toList(),
                permission.userIdGroupPairs().stream()
                        .map(UserIdGroupPair::groupId)
                        .filter(Objects::nonNull)
                        .toList(),
                permission.prefixListIds().stream()
                        .map(PrefixListId::prefixListId)
                        .toList());
    }

    private static int port(@Nullable Integer port, int otherwise) {
        return port == null || port < 0 ? otherwise : port;
    }

    /** By a filter, so that an interface that is gone is missing and no error. */
    Answer<List<NetworkInterface>> interfaces(List<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        Filter byId =
                Filter.builder().name("network-interface-id").values(sorted).build();
        return reads.ask(
                "network interfaces " + sorted,
                INTERFACES,
                () -> sorted.isEmpty()
                        ? List.of()
                        : reads
                                .pages(
                                        INTERFACES,
                                        token -> clients.ec2()
                                                .describeNetworkInterfaces(
                                                        r -> r.filters(byId).nextToken(token)),
                                        answer -> listed(
                                                answer.hasNetworkInterfaces(), answer.networkInterfaces(), INTERFACES),
                                        DescribeNetworkInterfacesResponse::nextToken)
                                .stream()
                                .map(SecurityGroups::networkInterface)
                                .toList());
    }

    static NetworkInterface networkInterface(software.amazon.awssdk.services.ec2.model.NetworkInterface eni) {
        return new NetworkInterface(
                needed(eni.networkInterfaceId(), INTERFACES),
                text(eni.subnetId()),
                Stream.concat(
                                eni.privateIpAddresses().stream()
                                        .map(NetworkInterfacePrivateIpAddress::privateIpAddress),
                                eni.ipv6Addresses().stream().map(NetworkInterfaceIpv6Address::ipv6Address))
                        .filter(Objects::nonNull)
                        .toList(),
                eni.groups().stream()
                        .map(GroupIdentifier::groupId)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
