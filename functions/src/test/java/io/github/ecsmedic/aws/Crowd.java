package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Subnet;
import java.util.List;

/** Other VPCs of the same account, with other subnets, tables, endpoints and services: noise that must change nothing. */
final class Crowd {
    private Crowd() {}

    static Contents around(Contents contents, int others) {
        for (int i = 0; i < others; i++) {
            String mark = "x%03d".formatted(i);
            network(contents.network(), mark);
            endpoint(contents.network(), mark);
            service(contents, mark);
        }
        return contents;
    }

    /** The same address ranges as ours, and no way out. */
    private static void network(Contents.Network network, String mark) {
        String vpc = "vpc-" + mark;
        String subnet = "subnet-" + mark;
        network.subnets().put(subnet, new Subnet(subnet, vpc, "10.0.0.0/24", "us-east-1a", FakeAccount.ID, 0));
        network.tables()
                .put(
                        "rtb-" + mark,
                        new RouteTable(
                                "rtb-" + mark,
                                vpc,
                                true,
                                List.of(
                                        new Route("10.0.0.0/16", "local", "active"),
                                        new Route("0.0.0.0/0", "nat-" + mark, "blackhole"))));
        network.associations().put(subnet, "rtb-" + mark);
        network.nats().put("nat-" + mark, new NatGateway("nat-" + mark, vpc, subnet, "failed", true, List.of()));
        network.acls().put(subnet, new NetworkAcl("acl-" + mark, List.of(subnet), List.of(), List.of()));
        network.groups().put("sg-" + mark, new SecurityGroup("sg-" + mark, vpc, List.of(), List.of()));
        network.lists().put("pl-" + mark, new PrefixList("pl-" + mark, "list-" + mark, List.of("203.0.113.0/24")));
    }

    private static void endpoint(Contents.Network network, String mark) {
        String adapter = "eni-" + mark;
        network.endpoints()
                .put(
                        "vpce-" + mark,
                        new Endpoint(
                                "vpce-" + mark,
                                "vpc-" + mark,
                                "com.amazonaws.us-east-1.ecr.api",
                                "Interface",
                                "failed",
                                true,
                                List.of(),
                                List.of("subnet-" + mark),
                                List.of("sg-" + mark),
                                List.of(adapter),
                                FakeAccount.interfaceEndpoint("ecr.api").policy()));
        network.interfaces()
                .put(adapter, new NetworkInterface(adapter, "subnet-" + mark, List.of("10.0.0.10"), List.of()));
    }

    private static void service(Contents contents, String mark) {
        String role = "arn:aws:iam::111122223333:role/" + mark;
        contents.identities().roles().put(role, new Role(role, mark, List.of()));
        FakeAccount made = FakeAccount.small().neighbour("svc-" + mark, "subnet-" + mark, "sg-" + mark, "other:1");
        contents.cluster()
                .services()
                .put("svc-" + mark, made.contents().cluster().services().get("svc-" + mark));
    }
}
