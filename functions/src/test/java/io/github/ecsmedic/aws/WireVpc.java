package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.WireSubnets.named;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.aws.WireEc2.Thing;
import java.util.List;
import java.util.Map;

/** The VPC itself and the rules of its region, as EC2 writes them. */
final class WireVpc {
    private WireVpc() {}

    static List<Thing> vpcs(Contents.Network network) {
        var resolvers = network.resolvers();
        return List.of(new Thing(
                Tree.of(
                        "vpcId",
                        resolvers.vpcId(),
                        "cidrBlock",
                        resolvers.vpcCidrs().getFirst(),
                        "cidrBlockAssociationSet",
                        named("cidrBlock", resolvers.vpcCidrs().stream()),
                        "dhcpOptionsId",
                        resolvers.dhcpOptions()),
                Map.of("id", List.of(resolvers.vpcId()))));
    }

    static List<Thing> options(Contents.Network network) {
        Tree servers = Tree.of(
                "key", "domain-name-servers", "valueSet", named("value", network.resolvers().servers().stream()));
        String id = network.resolvers().dhcpOptions();
        return List.of(new Thing(
                Tree.of("dhcpOptionsId", id, "dhcpConfigurationSet", List.of(servers)), Map.of("id", List.of(id))));
    }

    /** One item a tag; an object is found by its id alone. */
    static List<Thing> tags(Contents.Network network) {
        return network.tags().entrySet().stream()
                .flatMap(object -> object.getValue().entrySet().stream()
                        .map(tag -> new Thing(
                                Tree.of("resourceId", object.getKey(), "key", tag.getKey(), "value", tag.getValue()),
                                Map.of("resource-id", List.of(object.getKey())))))
                .toList();
    }

    static Tree attribute(Contents.Network network, String name) {
        boolean value = name.equals("enableDnsSupport")
                ? network.dns().support()
                : network.dns().hostnames();
        return Tree.of("vpcId", network.dns().vpcId(), name, Tree.of("value", value));
    }

    static Tree block(Contents.Network network) {
        return Tree.of(
                "vpcBlockPublicAccessOptions",
                Tree.of(
                        "internetGatewayBlockMode",
                        network.block().mode(),
                        "state",
                        "update-complete",
                        "awsAccountId",
                        FakeAccount.ID));
    }

    static List<Thing> exclusions(Contents.Network network) {
        return WireEc2.things(network.block().exclusions(), WireVpc::exclusion);
    }

    private static Thing exclusion(Exclusion e) {
        String kind = e.resource().startsWith("vpc-") ? "vpc/" : "subnet/";
        return new Thing(
                Tree.of(
                        "resourceArn",
                        "arn:aws:ec2:us-east-1:" + FakeAccount.ID + ":" + kind + e.resource(),
                        "internetGatewayExclusionMode",
                        e.mode(),
                        "state",
                        "create-complete"),
                Map.of());
    }
}
