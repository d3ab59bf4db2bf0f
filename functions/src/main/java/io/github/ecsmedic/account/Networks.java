package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of Amazon VPC. All ask by id or by the VPC's id, so that unrelated objects cost nothing. */
public interface Networks {
    /** {@code ec2:DescribeSubnets}. */
    Answer<Optional<Subnet>> subnet(String id);

    /** {@code ec2:DescribeVpcAttribute}, once for each of the two attributes. */
    Answer<VpcDns> vpcDns(String vpcId);

    /** The effective table: the one associated with the subnet, else the VPC's main one ({@code ec2:DescribeRouteTables}). */
    Answer<RouteTable> routeTable(String subnetId, String vpcId);

    /** Every endpoint of the VPC ({@code ec2:DescribeVpcEndpoints}). */
    Answer<List<Endpoint>> endpoints(String vpcId);

    /** {@code ec2:DescribeNatGateways}. */
    Answer<Optional<NatGateway>> natGateway(String id);

    /** The addresses of a prefix list ({@code ec2:GetManagedPrefixListEntries}). */
    Answer<PrefixList> prefixList(String id);

    /** The same for several at once. */
    Answer<List<PrefixList>> prefixLists(List<String> ids);

    /** The prefix list of AWS by name, e.g. {@code com.amazonaws.us-east-1.s3} ({@code ec2:DescribeManagedPrefixLists}). */
    Answer<Optional<PrefixList>> awsPrefixList(String name);

    /** The NAT gateways of the VPC, deleted ones for about an hour after their end ({@code ec2:DescribeNatGateways}). */
    Answer<List<NatGateway>> natGateways(String vpcId);

    /** The id of the internet gateway that is attached to the VPC ({@code ec2:DescribeInternetGateways}). */
    Answer<Optional<String>> internetGateway(String vpcId);

    /** The security groups with these ids; one that does not exist is missing ({@code ec2:DescribeSecurityGroups}). */
    Answer<List<SecurityGroup>> securityGroups(List<String> ids);

    /** The VPC's default group, which applies where none is named ({@code ec2:DescribeSecurityGroups}). */
    Answer<Optional<SecurityGroup>> defaultSecurityGroup(String vpcId);

    /**
     * VPC Block Public Access of the region ({@code ec2:DescribeVpcBlockPublicAccessOptions}, {@code
     * ec2:DescribeVpcBlockPublicAccessExclusions}).
     */
    Answer<PublicAccessBlock> publicAccessBlock();

    /** What the NAT gateway dropped between two moments ({@code cloudwatch:GetMetricData}). */
    Answer<NatDrops> natDrops(String id, Instant from, Instant to);

    /** Empty when EC2 says that there is none ({@code ec2:DescribeInstances}). */
    Answer<Optional<Instance>> instance(String id);

    /** The network ACLs of these subnets, of which each has exactly one ({@code ec2:DescribeNetworkAcls}). */
    Answer<List<NetworkAcl>> networkAcls(List<String> subnetIds);

    /** The network interfaces with these ids ({@code ec2:DescribeNetworkInterfaces}). */
    Answer<List<NetworkInterface>> interfaces(List<String> ids);

    /** The resolvers that the VPC's DHCP options name ({@code ec2:DescribeVpcs}, {@code ec2:DescribeDhcpOptions}). */
    Answer<Resolvers> resolvers(String vpcId);

    /** The tags of objects of Amazon EC2 by id; one without tags is missing ({@code ec2:DescribeTags}). */
    Answer<Map<String, Map<String, String>>> tags(List<String> ids);

    /** The subnets of the VPC; it has at least one ({@code ec2:DescribeSubnets}). */
    Answer<List<Subnet>> subnetsOf(String vpcId);
}
