package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon EC2: the VPC of an account, found by id or by filters. */
final class WireEc2 implements WireService {
    private final Contents.Network network;
    private final Contents.Places places;
    private final Pages pages;

    WireEc2(Contents contents, Pages pages) {
        network = contents.network();
        places = contents.places();
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeSubnets" ->
                list(q, "subnetSet", WireSubnets.subnets(network), "SubnetId", "InvalidSubnetID.NotFound");
            case "DescribeRouteTables" ->
                list(q, "routeTableSet", WireSubnets.tables(network), "RouteTableId", "InvalidRouteTableID.NotFound");
            case "DescribeNetworkAcls" ->
                list(q, "networkAclSet", WireSubnets.acls(network), "NetworkAclId", "InvalidNetworkAclID.NotFound");
            case "DescribeSecurityGroups" ->
                list(q, "securityGroupInfo", WireSubnets.groups(network), "GroupId", "InvalidGroup.NotFound");
            case "DescribeNetworkInterfaces" ->
                list(
                        q,
                        "networkInterfaceSet",
                        WireGateways.interfaces(network),
                        "NetworkInterfaceId",
                        "InvalidNetworkInterfaceID.NotFound");
            case "DescribeVpcEndpoints" ->
                list(
                        q,
                        "vpcEndpointSet",
                        WireGateways.endpoints(network),
                        "VpcEndpointId",
                        "InvalidVpcEndpointId.NotFound");
            case "DescribeNatGateways" ->
                list(q, "natGatewaySet", WireGateways.nats(network), "NatGatewayId", "NatGatewayNotFound");
            case "DescribeInternetGateways" ->
                list(
                        q,
                        "internetGatewaySet",
                        WireGateways.internet(network),
                        "InternetGatewayId",
                        "InvalidInternetGatewayID.NotFound");
            case "DescribeManagedPrefixLists" ->
                list(q, "prefixListSet", WireGateways.lists(network), "PrefixListId", "InvalidPrefixListID.NotFound");
            case "DescribeVpcs" -> list(q, "vpcSet", WireVpc.vpcs(network), "VpcId", "InvalidVpcID.NotFound");
            case "DescribeDhcpOptions" ->
                list(q, "dhcpOptionsSet", WireVpc.options(network), "DhcpOptionsId", "InvalidDhcpOptionID.NotFound");
            case "DescribeInstances" ->
                list(
                        q,
                        "reservationSet",
                        WireHosts.instances(network, places),
                        "InstanceId",
                        "InvalidInstanceID.NotFound");
            case "DescribeInstanceTypes" ->
                list(q, "instanceTypeSet", WireHosts.types(places), "InstanceType", "InvalidInstanceType");
            case "DescribeVpcAttribute" -> ok(q, WireVpc.attribute(network, q.text("Attribute")));
            case "DescribeVpcBlockPublicAccessOptions" -> ok(q, WireVpc.block(network));
            case "DescribeVpcBlockPublicAccessExclusions" ->
                list(q, "vpcBlockPublicAccessExclusionSet", WireVpc.exclusions(network), "ExclusionId", "NotFound");
            case "DescribeTags" -> list(q, "tagSet", WireVpc.tags(network), "ResourceId", "InvalidID");
            case "GetManagedPrefixListEntries" -> entries(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    /**
     * An object as it is written, and what it can be found by.
     *
     * @param properties the name of a filter → its values; {@code id} for the id
     */
    record Thing(Tree tree, Map<String, List<String>> properties) {
        String id() {
            return properties.getOrDefault("id", List.of("")).getFirst();
        }
    }

    static <T> List<Thing> things(Iterable<T> all, Function<T, Thing> thing) {
        List<Thing> things = new ArrayList<>();
        all.forEach(one -> things.add(thing.apply(one)));
        return things;
    }

    private HttpExecuteResponse list(Question q, String set, List<Thing> all, String idName, String notFound) {
        List<String> ids = q.texts(idName);
        if (!all.stream().map(Thing::id).toList().containsAll(ids)) {
            return Protocol.EC2.error(400, notFound);
        }
        List<Thing> found = all.stream()
                .filter(thing -> ids.isEmpty() || ids.contains(thing.id()))
                .filter(thing -> matches(q, thing))
                .toList();
        Pages.Page<Thing> page = pages.of(found, q.text("NextToken"), q.most());
        return ok(q, Tree.of(set, page.items().stream().map(Thing::tree).toList(), "nextToken", page.next()));
    }

    private static boolean matches(Question q, Thing thing) {
        return q.filters().entrySet().stream().allMatch(filter -> {
            List<String> values = thing.properties().get(filter.getKey());
            if (values == null) {
                throw new NotRendered(q.operation() + " by the filter " + filter.getKey());
            }
            return values.stream()
                    .anyMatch(value -> filter.getValue().stream().anyMatch(wanted -> fits(value, wanted)));
        });
    }

    /** A star at the end stands for any text, as in the filters of EC2. */
    private static boolean fits(String value, String wanted) {
        return wanted.endsWith("*") ? value.startsWith(wanted.substring(0, wanted.length() - 1)) : value.equals(wanted);
    }

    private HttpExecuteResponse entries(Question q) {
        var found = network.lists().get(q.text("PrefixListId"));
        if (found == null) {
            return Protocol.EC2.error(400, "InvalidPrefixListID.NotFound");
        }
        Pages.Page<String> page = pages.of(found.cidrs(), q.text("NextToken"), q.most());
        List<Tree> entries =
                page.items().stream().map(cidr -> Tree.of("cidr", cidr)).toList();
        return ok(q, Tree.of("entrySet", entries, "nextToken", page.next()));
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.EC2.answer(q.operation(), tree);
    }
}
