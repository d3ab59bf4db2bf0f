package io.github.ecsmedic.smallvpc;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.NAT;
import static io.github.ecsmedic.account.FakeAccount.NAT_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.NAT_SUBNET;
import static io.github.ecsmedic.account.FakeAccount.NAT_TABLE;
import static io.github.ecsmedic.account.FakeAccount.S3_GATEWAY;
import static io.github.ecsmedic.account.FakeAccount.S3_LIST;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.smallvpc.SmallVpc.Blocker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws a small VPC: one of a few usual ones, then some things in it changed at random.
 *
 * <p>The same seed draws the same VPC.
 */
final class Draw {
    static final String THIRD = "subnet-0cc3";
    static final String THIRD_TABLE = "rtb-0cc3";
    static final String LIST = "pl-0cc3";
    static final String SECOND_NAT = "nat-0bb2";
    static final String CENTRAL = "10.9.0.4";
    static final String NOBODY = "10.0.3.200";

    private static final List<String> FAR = List.of(
            "192.0.2.0/24",
            "192.0.2.32/27",
            "192.0.2.44/32",
            "192.0.0.0/16",
            "198.51.100.0/24",
            "198.51.100.16/28",
            "203.0.113.0/24",
            "128.0.0.0/1",
            "10.9.0.0/16",
            "10.0.0.0/8");
    private static final List<String> BEYOND =
            List.of("tgw-0aa1", "pcx-0aa1", "vgw-0aa1", "eni-0aa9", "i-0aa9", "vpce-0f1e", "lgw-0aa1");

    private final Random random;
    private final SmallVpc vpc = new SmallVpc();

    private Draw(long seed) {
        random = new Random(seed);
    }

    static SmallVpc of(long seed) {
        return new Draw(seed).draw();
    }

    private SmallVpc draw() {
        vpc.errand = one(List.of(Errand.values()));
        vpc.six = vpc.errand == Errand.HUB && often(15);
        vpc.hidden = vpc.errand != Errand.LAYERS && !vpc.six && often(8);
        subnet(SUBNET, "10.0.0.0/24", TABLE);
        subnet(NAT_SUBNET, "10.0.99.0/24", NAT_TABLE);
        subnet(THIRD, "10.0.98.0/24", THIRD_TABLE);
        vpc.lists.put(S3_LIST, new PrefixList(S3_LIST, "com.amazonaws.us-east-1.s3", List.of("198.51.100.0/25")));
        start();
        usual();
        new DrawnRules(vpc, random).draw();
        for (int i = random.nextInt(4); i > 0; i--) {
            change();
        }
        names();
        return vpc;
    }

    private void subnet(String id, String cidr, String table) {
        vpc.subnets.put(id, new Subnet(id, VPC, cidr, "us-east-1a", FakeAccount.ID, 200));
        vpc.associations.put(id, table);
    }

    private void start() {
        if (often(20)) {
            Subnet in = one(List.copyOf(vpc.subnets.values()));
            String address = in.cidr().replace("0/24", "66");
            vpc.instance = new Instance(
                    FakeAccount.INSTANCE,
                    VPC,
                    in.id(),
                    address,
                    often(50) ? "203.0.113.9" : "",
                    List.of(GROUP),
                    FakeAccount.PROFILE);
        }
        vpc.publicIp = often(50);
    }

    /** One of the networks that people build, in working order. */
    private void usual() {
        route(NAT_TABLE, "0.0.0.0/0", GATEWAY, "active");
        vpc.nats.put(NAT, nat(NAT, NAT_SUBNET, "available", true));
        vpc.nats.put(SECOND_NAT, nat(SECOND_NAT, one(List.of(SUBNET, THIRD, "")), "available", true));
        String start = vpc.start().id();
        switch (random.nextInt(5)) {
            case 0 -> route(vpc.table(start), "0.0.0.0/0", GATEWAY, "active");
            case 1 -> route(vpc.table(start), "0.0.0.0/0", one(BEYOND), "active");
            case 2 -> {}
            default -> route(vpc.table(start), "0.0.0.0/0", start.equals(NAT_SUBNET) ? GATEWAY : NAT, "active");
        }
        if (vpc.six && often(75)) {
            route(vpc.table(start), "::/0", often(50) ? "eigw-0aa1" : GATEWAY, "active");
        }
        for (String service : List.of("ecr.api", "ecr.dkr", "logs")) {
            if (often(45)) {
                endpoint(service);
            }
        }
        if (often(50)) {
            gatewayEndpoint();
        }
    }

    private static NatGateway nat(String id, String subnet, String state, boolean publicType) {
        return new NatGateway(id, VPC, subnet, state, publicType, publicType ? List.of(NAT_ADDRESS) : List.of());
    }

    private void endpoint(String service) {
        Subnet in = one(List.copyOf(vpc.subnets.values()));
        String adapter = "eni-" + service;
        vpc.endpoints.put(
                service,
                new Endpoint(
                        "vpce-" + service,
                        VPC,
                        "com.amazonaws.us-east-1." + service,
                        "Interface",
                        often(94) ? "available" : one(List.of("pending", "rejected", "failed")),
                        often(85),
                        List.of(),
                        List.of(in.id()),
                        List.of(ENDPOINT_GROUP),
                        List.of(adapter),
                        FakeAccount.EVERYTHING));
        String address = in.cidr().replace("0/24", String.valueOf(10 + vpc.adapters.size()));
        vpc.adapters.put(adapter, new NetworkInterface(adapter, in.id(), List.of(address), List.of(ENDPOINT_GROUP)));
    }

    private void gatewayEndpoint() {
        List<String> served = new ArrayList<>();
        for (String table : List.of(TABLE, NAT_TABLE, THIRD_TABLE, SmallVpc.MAIN)) {
            if (often(60)) {
                served.add(table);
                route(table, S3_LIST, S3_GATEWAY, "active");
            }
        }
        vpc.endpoints.put(
                "s3",
                new Endpoint(
                        S3_GATEWAY,
                        VPC,
                        "com.amazonaws.us-east-1.s3",
                        "Gateway",
                        "available",
                        false,
                        served,
                        List.of(),
                        List.of(),
                        List.of(),
                        FakeAccount.EVERYTHING));
    }

    private void change() {
        switch (random.nextInt(9)) {
            case 0 -> vpc.associations.remove(one(List.copyOf(vpc.subnets.keySet())));
            case 1 -> vpc.associations.put(one(List.copyOf(vpc.subnets.keySet())), anyTable());
            case 2, 3, 4 -> oddRoute();
            case 5 -> vpc.nats.put(NAT, nat(NAT, NAT_SUBNET, one(List.of("failed", "pending", "deleted")), true));
            case 6 -> vpc.nats.put(NAT, nat(NAT, anySubnet(), "available", often(60)));
            case 7 -> detach();
            default -> block();
        }
    }

    private void detach() {
        vpc.attached = false;
        vpc.tables.replaceAll((table, routes) -> routes.stream()
                .map(r -> r.target().equals(GATEWAY) && !table.equals(TABLE)
                        ? new Route(r.destination(), r.target(), "blackhole")
                        : r)
                .toList());
    }

    private void block() {
        String mode = one(List.of("block-bidirectional", "block-ingress"));
        List<PublicAccessBlock.Exclusion> exempt = often(40)
                ? List.of(new PublicAccessBlock.Exclusion(
                        one(List.of(VPC, NAT_SUBNET)), one(List.of("allow-bidirectional", "allow-egress"))))
                : List.of();
        vpc.block = new PublicAccessBlock(mode, exempt);
    }

    private void oddRoute() {
        String table = often(70) ? vpc.table(vpc.start().id()) : anyTable();
        if (vpc.six && often(50)) {
            String to = one(List.of("eigw-0aa1", GATEWAY, "tgw-0aa1", "eigw-0dead"));
            route(table, one(List.of("2001:db8::/32", "2001:db8::40/124", "::/0")), to, state(to));
            return;
        }
        if (often(25)) {
            vpc.lists.put(LIST, new PrefixList(LIST, "ranges", List.of(one(FAR), one(FAR))));
            route(table, LIST, anyTarget(), often(85) ? "active" : "blackhole");
            return;
        }
        String destination = often(30) ? "0.0.0.0/0" : one(FAR);
        String to = anyTarget();
        route(table, destination, to, state(to));
    }

    private String state(String target) {
        boolean gone = target.endsWith("dead") && !target.startsWith("igw");
        return gone || often(12) ? "blackhole" : "active";
    }

    private String anyTarget() {
        return often(35)
                ? one(BEYOND)
                : one(List.of(GATEWAY, NAT, NAT, SECOND_NAT, "nat-0dead", "igw-0dead", "tgw-0dead"));
    }

    private String anyTable() {
        return one(List.of(TABLE, NAT_TABLE, THIRD_TABLE, SmallVpc.MAIN));
    }

    private String anySubnet() {
        return one(List.of(SUBNET, NAT_SUBNET, THIRD));
    }

    /** A table holds one route to a destination: the latest. */
    private void route(String table, String destination, String target, String state) {
        List<Route> routes = new ArrayList<>(vpc.tables.getOrDefault(table, List.of()));
        routes.removeIf(route -> route.destination().equals(destination));
        routes.add(random.nextInt(routes.size() + 1), new Route(destination, target, state));
        vpc.tables.put(table, routes);
    }

    private void names() {
        vpc.support = often(94);
        vpc.hostnames = vpc.support && often(88);
        if (vpc.errand == Errand.LAYERS) {
            return;
        }
        List<String> parents = vpc.errand == Errand.HUB
                ? List.of("docker.io", "registry-1.docker.io")
                : List.of("amazonaws.com", "us-east-1.amazonaws.com", vpc.errand.host);
        if (often(12) && !(vpc.hidden && vpc.errand == Errand.HUB)) {
            String zone = one(parents);
            boolean tie = zone.equals(vpc.errand.zone) && vpc.endpoints.containsKey(vpc.errand.service);
            vpc.zones.put(tie ? parents.getFirst() : zone, often(50) ? List.of() : List.of(anyAddress()));
        }
        if (often(6) && (vpc.hostnames || vpc.zones.isEmpty())) {
            vpc.rules.put(one(parents), often(70) ? "FORWARD" : "SYSTEM");
        }
        for (int i = often(8) ? 2 : 0; i > 0; i--) {
            String domain = often(70) ? "*." + one(parents) : vpc.errand.host;
            vpc.firewall.add(new Blocker(random.nextInt(90) + i * 100, often(60) ? "BLOCK" : "ALLOW", domain));
        }
    }

    private String anyAddress() {
        return vpc.endpoints.containsKey(vpc.errand.service) && often(50)
                ? vpc.adapters.get("eni-" + vpc.errand.service).addresses().getFirst()
                : one(List.of(CENTRAL, NOBODY));
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
