package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Resolvers;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DhcpOptions;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;

/** Reads the resolvers that a VPC's DHCP options name. */
final class DhcpResolvers {
    private static final String VPCS = "ec2:DescribeVpcs";
    private static final String OPTIONS = "ec2:DescribeDhcpOptions";

    /** What a VPC without an option set of its own names in place of an id. */
    private static final String NO_SET = "default";

    private final Clients clients;
    private final Reads reads;

    DhcpResolvers(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<Resolvers> of(String vpcId) {
        return reads.ask("resolvers " + vpcId, OPTIONS, () -> {
            Vpc vpc = vpc(vpcId);
            String set = needed(vpc.dhcpOptionsId(), VPCS);
            return new Resolvers(vpcId, set, set.equals(NO_SET) ? List.of() : servers(set), cidrs(vpc));
        });
    }

    private Vpc vpc(String id) {
        return Given.only(
                reads.send(VPCS, () -> clients.ec2().describeVpcs(r -> r.vpcIds(id)))
                        .vpcs(),
                VPCS);
    }

    private static List<String> cidrs(Vpc vpc) {
        return Stream.concat(
                        Stream.of(text(vpc.cidrBlock())),
                        vpc.cidrBlockAssociationSet().stream()
                                .map(VpcCidrBlockAssociation::cidrBlock)
                                .filter(Objects::nonNull))
                .filter(cidr -> !cidr.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> servers(String set) {
        DhcpOptions options = Given.only(
                reads.send(OPTIONS, () -> clients.ec2().describeDhcpOptions(r -> r.dhcpOptionsIds(set)))
                        .dhcpOptions(),
                OPTIONS);
        return listed(options.hasDhcpConfigurations(), options.dhcpConfigurations(), OPTIONS).stream()
                .filter(configuration -> "domain-name-servers".equals(configuration.key()))
                .flatMap(configuration -> configuration.values().stream())
                .map(AttributeValue::value)
                .filter(Objects::nonNull)
                .toList();
    }
}
