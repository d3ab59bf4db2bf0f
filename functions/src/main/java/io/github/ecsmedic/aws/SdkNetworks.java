package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.lower;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.NatDrops;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.Networks;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.Resolvers;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Amazon VPC through the SDK. Objects asked by id are there or {@code NotFound}: an empty list of them is no fact. */
final class SdkNetworks implements Networks {
    static final String TAGS = "ec2:DescribeTags";

    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String ATTRIBUTE = "ec2:DescribeVpcAttribute";
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String LISTS = "ec2:DescribeManagedPrefixLists";
    private static final String ENTRIES = "ec2:GetManagedPrefixListEntries";

    private final Clients clients;
    private final Reads reads;
    private final RouteTables routeTables;
    private final Gateways gateways;
    private final SecurityGroups groups;
    private final PublicAccess publicAccess;
    private final NatMetrics metrics;
    private final NetworkAcls acls;
    private final Instances instances;
    private final DhcpResolvers resolvers;

    SdkNetworks(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
        routeTables = new RouteTables(clients, reads);
        gateways = new Gateways(clients, reads);
        groups = new SecurityGroups(clients, reads);
        publicAccess = new PublicAccess(clients, reads);
        metrics = new NatMetrics(clients, reads);
        acls = new NetworkAcls(clients, reads);
        instances = new Instances(clients, reads);
        resolvers = new DhcpResolvers(clients, reads);
    }

    @Override
    public Answer<Optional<Subnet>> subnet(String id) {
        return reads.ask(
                "subnet " + id,
                SUBNETS,
                () -> reads.sendUnless(
                                "InvalidSubnetID.NotFound",
                                SUBNETS,
                                () -> clients.ec2().describeSubnets(r -> r.subnetIds(id)))
                        .map(answer -> subnet(Given.only(answer.subnets(), SUBNETS))));
    }

    @Override
    public Answer<Map<String, Map<String, String>>> tags(List<String> ids) {
        return reads.ask("tags of " + ids, TAGS, () -> ids.isEmpty() ? Map.of() : tagged(ids));
    }

    private Map<String, Map<String, String>> tagged(List<String> ids) {
        Filter ofThem = Filter.builder().name("resource-id").values(ids).build();
        Map<String, Map<String, String>> byId = new HashMap<>();
        reads.pages(
                        TAGS,
                        token -> clients.ec2()
                                .describeTags(r -> r.filters(ofThem).nextToken(token)),
                        answer -> listed(answer.hasTags(), answer.tags(), TAGS),
                        DescribeTagsResponse::nextToken)
                .forEach(tag -> byId.computeIfAbsent(text(tag.resourceId()), _ -> new HashMap<>())
                        .put(text(tag.key()), text(tag.value())));
        return byId;
    }

    @Override
    public Answer<List<Subnet>> subnetsOf(String vpcId) {
        Filter inVpc = Filter.builder().name("vpc-id").values(vpcId).build();
        return reads.ask("subnets of " + vpcId, SUBNETS, () -> {
            List<software.amazon.awssdk.services.ec2.model.Subnet> found = reads.pages(
                    SUBNETS,
                    token -> clients.ec2().describeSubnets(r -> r.filters(inVpc).nextToken(token)),
                    answer -> listed(answer.hasSubnets(), answer.subnets(), SUBNETS),
                    DescribeSubnetsResponse::nextToken);
            if (found.isEmpty()) {
                throw NoAnswer.empty(SUBNETS);
            }
            return found.stream().map(SdkNetworks::subnet).toList();
        });
    }

    private static Subnet subnet(software.amazon.awssdk.services.ec2.model.Subnet subnet) {
        return new Subnet(
                needed(subnet.subnetId(), SUBNETS),
                needed(subnet.vpcId(), SUBNETS),
                text(subnet.cidrBlock()),
                text(subnet.availabilityZone()),
                text(subnet.ownerId()),
                needed(subnet.availableIpAddressCount(), SUBNETS));
    }

    @Override
    public Answer<VpcDns> vpcDns(String vpcId) {
        return reads.ask("vpc dns " + vpcId, ATTRIBUTE, () -> {
            Reads.Pending<Boolean> support = attribute(vpcId, VpcAttributeName.ENABLE_DNS_SUPPORT);
            Reads.Pending<Boolean> hostnames = attribute(vpcId, VpcAttributeName.ENABLE_DNS_HOSTNAMES);
            return new VpcDns(vpcId, support.value(), hostnames.value());
        });
    }

    private Reads.Pending<Boolean> attribute(String vpcId, VpcAttributeName name) {
        return reads.start(name + " " + vpcId, ATTRIBUTE, () -> {
            DescribeVpcAttributeResponse answer = reads.send(
                    ATTRIBUTE,
                    () -> clients.ec2().describeVpcAttribute(r -> r.vpcId(vpcId).attribute(name)));
            AttributeBooleanValue value = name == VpcAttributeName.ENABLE_DNS_SUPPORT
                    ? answer.enableDnsSupport()
                    : answer.enableDnsHostnames();
            return needed(needed(value, ATTRIBUTE).value(), ATTRIBUTE);
        });
    }

    @Override
    public Answer<RouteTable> routeTable(String subnetId, String vpcId) {
        return routeTables.effective(subnetId, vpcId);
    }

    @Override
    public Answer<List<Endpoint>> endpoints(String vpcId) {
        Filter inVpc = Filter.builder().name("vpc-id").values(vpcId).build();
        return reads.ask(
                "endpoints " + vpcId,
                ENDPOINTS,
                () -> reads
                        .pages(
                                ENDPOINTS,
                                token -> clients.ec2()
                                        .describeVpcEndpoints(
                                                r -> r.filters(inVpc).nextToken(token)),
                                answer -> listed(answer.hasVpcEndpoints(), answer.vpcEndpoints(), ENDPOINTS),
                                DescribeVpcEndpointsResponse::nextToken)
                        .stream()
                        .map(SdkNetworks::endpoint)
                        .toList());
    }

    private static Endpoint endpoint(VpcEndpoint endpoint) {
        return new Endpoint(
                needed(endpoint.vpcEndpointId(), ENDPOINTS),
                text(endpoint.vpcId()),
                needed(endpoint.serviceName(), ENDPOINTS),
                text(endpoint.vpcEndpointTypeAsString()),
                lower(endpoint.stateAsString()),
                Boolean.TRUE.equals(endpoint.privateDnsEnabled()),
                endpoint.routeTableIds(),
                endpoint.subnetIds(),
                endpoint.groups().stream().map(SecurityGroupIdentifier::groupId).toList(),
                endpoint.networkInterfaceIds(),
                PolicyReader.policy(endpoint.policyDocument()));
    }

    @Override
    public Answer<Optional<NatGateway>> natGateway(String id) {
        return gateways.nat(id);
    }

    @Override
    public Answer<List<NatGateway>> natGateways(String vpcId) {
        return gateways.natsOf(vpcId);
    }

    @Override
    public Answer<Optional<String>> internetGateway(String vpcId) {
        return gateways.internet(vpcId);
    }

    @Override
    public Answer<List<SecurityGroup>> securityGroups(List<String> ids) {
        return groups.withIds(ids);
    }

    @Override
    public Answer<Optional<SecurityGroup>> defaultSecurityGroup(String vpcId) {
        return groups.defaultOf(vpcId);
    }

    @Override
    public Answer<PublicAccessBlock> publicAccessBlock() {
        return publicAccess.block();
    }

    @Override
    public Answer<NatDrops> natDrops(String id, Instant from, Instant to) {
        return metrics.drops(id, from, to);
    }

    @Override
    public Answer<Optional<Instance>> instance(String id) {
        return instances.withId(id);
    }

    @Override
    public Answer<List<NetworkAcl>> networkAcls(List<String> subnetIds) {
        return acls.of(subnetIds);
    }

    @Override
    public Answer<List<NetworkInterface>> interfaces(List<String> ids) {
        return groups.interfaces(ids);
    }

    @Override
    public Answer<Resolvers> resolvers(String vpcId) {
        return resolvers.of(vpcId);
    }

    @Override
    public Answer<PrefixList> prefixList(String id) {
        return reads.ask(
                "prefix list " + id,
                ENTRIES,
                () -> new PrefixList(id, "", cidrs(id).value()));
    }

    @Override
    public Answer<List<PrefixList>> prefixLists(List<String> ids) {
        List<String> sorted = ids.stream().distinct().sorted().toList();
        return reads.ask("prefix lists " + sorted, ENTRIES, () -> {
            List<Reads.Pending<List<String>>> pending =
                    sorted.stream().map(this::cidrs).toList();
            return IntStream.range(0, sorted.size())
                    .mapToObj(i ->
                            new PrefixList(sorted.get(i), "", pending.get(i).value()))
                    .toList();
        });
    }

    @Override
    public Answer<Optional<PrefixList>> awsPrefixList(String name) {
        return reads.ask(
                "aws prefix list " + name,
                LISTS,
                () -> named(name).stream()
                        .findFirst()
                        .map(list -> needed(list.prefixListId(), LISTS))
                        .map(id -> new PrefixList(id, name, cidrs(id).value())));
    }

    private List<ManagedPrefixList> named(String name) {
        Filter[] ofAws = {
            Filter.builder().name("prefix-list-name").values(name).build(),
            Filter.builder().name("owner-id").values("AWS").build()
        };
        return reads.pages(
                LISTS,
                token -> clients.ec2()
                        .describeManagedPrefixLists(r -> r.filters(ofAws).nextToken(token)),
                answer -> listed(answer.hasPrefixLists(), answer.prefixLists(), LISTS),
                DescribeManagedPrefixListsResponse::nextToken);
    }

    private Reads.Pending<List<String>> cidrs(String id) {
        return reads.start(
                "entries " + id,
                ENTRIES,
                () -> reads
                        .pages(
                                ENTRIES,
                                token -> clients.ec2()
                                        .getManagedPrefixListEntries(
                                                r -> r.prefixListId(id).nextToken(token)),
                                answer -> listed(answer.hasEntries(), answer.entries(), ENTRIES),
                                GetManagedPrefixListEntriesResponse::nextToken)
                        .stream()
                        .map(PrefixListEntry::cidr)
                        .map(cidr -> needed(cidr, ENTRIES))
                        .toList());
    }
}
