package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;
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

    /** The prefix list of AWS by name, e.g. {@code com.amazonaws.us-east-1.s3} ({@code ec2:DescribeManagedPrefixLists}). */
    Answer<Optional<PrefixList>> awsPrefixList(String name);
}
