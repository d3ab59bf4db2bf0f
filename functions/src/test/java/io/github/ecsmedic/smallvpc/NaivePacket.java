package io.github.ecsmedic.smallvpc;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PublicAccessBlock.Exclusion;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Subnet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on where a packet stops, by brute force: every bit, every rule, every port.
 *
 * <p>Written from what AWS says of routes, groups and ACLs, not from our walker; slow and plain on purpose.
 */
final class NaivePacket {
    private final SmallVpc vpc;
    private final String to;
    private final List<Fault> faults = new ArrayList<>();
    private String beyond = "";
    private boolean unsure;

    private NaivePacket(SmallVpc vpc, String to) {
        this.vpc = vpc;
        this.to = to;
    }

    /**
     * Something that stops the packet.
     *
     * @param stop hop and id
     * @param causes ids, each of which names it rightly
     * @param partly whether it stops only some packets
     */
    record Fault(String stop, Set<String> causes, boolean partly) {
        Fault {
            causes = Set.copyOf(causes);
        }
    }

    /**
     * What becomes of the packet.
     *
     * @param faults in the order in which it meets them; all that stand in its way, not only the first
     * @param spare whether an endpoint that is there would have carried it, had its name led there
     * @param unsure whether AWS does not say what becomes of it: a private address that is sent to the internet, an
     *     exclusion of another subnet of the way
     * @param beyond where it leaves what can be seen, hop and id; {@code ""} where it does not
     */
    record Fate(List<Fault> faults, String beyond, boolean spare, boolean unsure) {
        Fate {
            faults = List.copyOf(faults);
        }

        boolean arrives() {
            return faults.isEmpty() && beyond.isEmpty();
        }

        /** Every cause that may be blamed. */
        Set<String> causes() {
            Set<String> all = new HashSet<>();
            faults.forEach(fault -> all.addAll(fault.causes()));
            return all;
        }
    }

    static Fate of(SmallVpc vpc) {
        NaiveNames.Found name = NaiveNames.of(vpc);
        if (name.address().isEmpty()) {
            return new Fate(List.of(new Fault("name " + vpc.errand.host, name.causes(), false)), "", false, false);
        }
        NaivePacket packet = new NaivePacket(vpc, name.address());
        packet.walk();
        boolean spare = vpc.endpoints.containsKey(vpc.errand.service) && !packet.to.startsWith("10.");
        return new Fate(packet.faults, packet.beyond, spare, packet.unsure);
    }

    private void walk() {
        Subnet start = vpc.start();
        boolean crosses = !Bits.in(start.cidr(), to);
        if (!letOut()) {
            stop("security-group " + String.join(", ", vpc.groupsWorn()), "network.task_egress_denied");
        }
        if (crosses) {
            acl("network-acl", start.id(), true, to, 443, 443);
        }
        Route route = choose(vpc.table(start.id()), to);
        if (route == null) {
            lost("route-table " + vpc.table(start.id()), "network.no_route");
        } else {
            along(route);
        }
        if (crosses) {
            acl("return", start.id(), false, to, 32_768, 60_999);
        }
    }

    // security groups

    private boolean letOut() {
        Set<String> theirs = new HashSet<>();
        NetworkInterface far = owner();
        if (far != null) {
            theirs.addAll(far.securityGroups());
        }
        return vpc.groupsWorn().stream()
                .map(vpc.groups::get)
                .flatMap(group -> group.egress().stream())
                .anyMatch(rule -> allows(rule, to, theirs));
    }

    private boolean allows(Rule rule, String address, Set<String> worn) {
        boolean port = rule.protocol().equals("-1")
                || (!rule.protocol().equals("udp") && rule.fromPort() <= 443 && 443 <= rule.toPort());
        if (!port) {
            return false;
        }
        for (String range : rule.cidrs()) {
            if (Bits.in(range, address)) {
                return true;
            }
        }
        for (String list : rule.prefixLists()) {
            for (String range : vpc.lists.get(list).cidrs()) {
                if (Bits.in(range, address)) {
                    return true;
                }
            }
        }
        for (String group : rule.groups()) {
            if (worn.contains(group)) {
                return true;
            }
        }
        return false;
    }

    // network ACLs

    /** Every port is asked of every rule, by the rules' numbers. */
    private void acl(String hop, String subnet, boolean out, String peer, int from, int to) {
        List<Entry> rules = (out ? vpc.outward : vpc.inward)
                .get(subnet).stream()
                        .filter(rule -> !rule.protocol().equals("17") && Bits.in(rule.cidr(), peer))
                        .toList();
        int open = 0;
        for (int port = from; port <= to; port++) {
            int lowest = 32_767;
            boolean allowed = false;
            for (Entry rule : rules) {
                if (rule.number() < lowest && rule.fromPort() <= port && port <= rule.toPort()) {
                    lowest = rule.number();
                    allowed = rule.allows();
                }
            }
            open += allowed ? 1 : 0;
        }
        if (open <= to - from) {
            String id = "acl-" + subnet.substring("subnet-".length());
            faults.add(new Fault(hop + " " + id, Set.of("network.acl_denied"), open > 0));
        }
    }

    // routes

    private @Nullable Route choose(String table, String address) {
        Route best = Bits.in("10.0.0.0/16", address) ? new Route("10.0.0.0/16", "local", "active") : null;
        int longest = best == null ? -1 : 16;
        for (Route route : vpc.tables.getOrDefault(table, List.of())) {
            boolean list = route.destination().startsWith("pl-");
            List<String> ranges = list ? vpc.lists.get(route.destination()).cidrs() : List.of(route.destination());
            for (String range : ranges) {
                int length = Bits.length(range, address);
                if (length > longest || (length == longest && length >= 0 && !list)) {
                    best = route;
                    longest = length;
                }
            }
        }
        return best;
    }

    private void along(Route route) {
        String target = route.target();
        String kind = target.replaceAll("-.*", "");
        boolean gone = target.startsWith("nat-") && !vpc.nats.containsKey(target);
        boolean described = kind.equals("nat") && !gone;
        if (gone || (route.state().equals("blackhole") && !described)) {
            lost("target " + target, "network.blackhole_route");
            return;
        }
        unsure = to.startsWith("10.") && List.of("igw", "nat").contains(kind);
        switch (kind) {
            case "local" -> inside();
            case "igw" -> internet(target);
            case "eigw" -> publicAccess(vpc.start().id(), true);
            case "nat" -> nat(vpc.nats.get(target));
            case "vpce" -> {
                if (!route.destination().startsWith("pl-0aa1")) {
                    beyond = "next-hop " + target;
                }
            }
            default -> beyond = "next-hop " + target;
        }
    }

    private void internet(String gateway) {
        if (!vpc.attached || !gateway.equals("igw-0aa1")) {
            lost("internet-gateway " + gateway, "network.internet_gateway_detached");
            return;
        }
        boolean has = vpc.instance == null
                ? vpc.publicIp
                : !vpc.instance.publicAddress().isEmpty();
        if (!has && !vpc.six) {
            lost(vpc.instance == null ? "service api" : "instance " + vpc.instance.id(), "network.no_public_ip");
            return;
        }
        publicAccess(vpc.start().id(), false);
    }

    private void nat(NatGateway nat) {
        if (!nat.state().equals("available") || !nat.publicType()) {
            lost("nat-gateway " + nat.id(), "network.nat_unavailable");
            return;
        }
        if (nat.subnet().isEmpty()) {
            publicAccess("", true);
            return;
        }
        Route onward = choose(vpc.table(nat.subnet()), to);
        String kind = onward == null || onward.state().equals("blackhole")
                ? ""
                : onward.target().replaceAll("-.*", "");
        if (kind.isEmpty() || kind.equals("nat")) {
            lost("nat-route-table " + vpc.table(nat.subnet()), "network.nat_without_internet");
            return;
        }
        boolean served = onward.destination().equals("pl-0aa1");
        if (!kind.equals("igw") && !served) {
            beyond = "next-hop " + onward.target();
            return;
        }
        String subnet = nat.subnet();
        if (!subnet.equals(vpc.start().id())) {
            acl("nat-acl", subnet, false, vpc.sender(), 443, 443);
            acl("nat-acl", subnet, true, vpc.sender(), 32_768, 60_999);
        }
        acl("nat-acl", subnet, true, to, 443, 443);
        acl("nat-acl", subnet, false, to, 1_024, 65_535);
        if (!served) {
            publicAccess(subnet, true);
        }
    }

    /** {@code subnet} is that from which the internet gateway gets the packet. */
    private void publicAccess(String subnet, boolean outOnly) {
        String mode = vpc.block.mode();
        boolean blocks = mode.equals("block-bidirectional") || (mode.equals("block-ingress") && !outOnly);
        for (Exclusion exempt : vpc.block.exclusions()) {
            unsure |= blocks
                    && (subnet.isEmpty() || exempt.resource().equals(vpc.start().id()));
            boolean covers =
                    exempt.resource().equals("vpc-0aa1") || exempt.resource().equals(subnet);
            boolean lets = mode.equals("block-bidirectional") || exempt.mode().equals("allow-bidirectional");
            blocks = blocks && !(covers && lets);
        }
        if (blocks) {
            stop("public-access ", "network.public_access_blocked");
        }
    }

    // endpoints

    private @Nullable NetworkInterface owner() {
        return vpc.adapters.values().stream()
                .filter(adapter -> adapter.addresses().contains(to))
                .findFirst()
                .orElse(null);
    }

    private void inside() {
        NetworkInterface adapter = owner();
        if (adapter == null) {
            beyond = "address " + to;
            return;
        }
        if (!adapter.subnet().equals(vpc.start().id())) {
            acl("endpoint-acl", adapter.subnet(), false, vpc.sender(), 443, 443);
            acl("endpoint-acl", adapter.subnet(), true, vpc.sender(), 32_768, 60_999);
        }
        List<SecurityGroup> groups =
                adapter.securityGroups().stream().map(vpc.groups::get).toList();
        Set<String> worn = new HashSet<>(vpc.groupsWorn());
        if (groups.stream()
                .flatMap(group -> group.ingress().stream())
                .noneMatch(rule -> allows(rule, vpc.sender(), worn))) {
            stop(
                    "endpoint-security-group " + String.join(", ", adapter.securityGroups()),
                    "network.endpoint_ingress_denied");
        }
        Endpoint endpoint = vpc.endpoints.get(vpc.errand.service);
        if (!endpoint.state().equals("available")) {
            stop("endpoint " + endpoint.id(), "network.endpoint_unavailable");
        }
    }

    // causes

    private void stop(String hop, String cause) {
        faults.add(new Fault(hop, Set.of(cause), false));
    }

    /** The way ends here: for what an endpoint should have carried that is the cause (CHECKS.md D1, D4, R8, E1). */
    private void lost(String hop, String cause) {
        Set<String> causes = new HashSet<>();
        Endpoint endpoint = vpc.endpoints.get(vpc.errand.service);
        boolean priv = to.startsWith("10.");
        if (vpc.errand == Errand.LAYERS) {
            causes.addAll(s3(cause));
        } else if (endpoint == null || priv) {
            boolean others = vpc.endpoints.keySet().stream().anyMatch(s -> !s.equals("s3"));
            boolean missing = cause.equals("network.no_route") && !vpc.errand.service.isEmpty() && others && !priv;
            causes.add(missing ? "network.endpoint_missing" : cause);
        } else {
            if (!endpoint.state().equals("available")) {
                causes.addAll(Set.of("network.endpoint_unavailable", cause));
            }
            if (!vpc.hostnames) {
                causes.add("dns.vpc_attributes_off");
            }
            if (!endpoint.privateDns()) {
                causes.add("dns.endpoint_private_dns_off");
            }
        }
        boolean astray = causes.stream().anyMatch(id -> id.startsWith("dns."));
        faults.add(astray ? 0 : faults.size(), new Fault(astray ? "name " + vpc.errand.host : hop, causes, false));
    }

    private Set<String> s3(String cause) {
        boolean none = cause.equals("network.no_route") || cause.equals("network.no_public_ip");
        boolean exists = vpc.endpoints.containsKey("s3");
        return !none
                ? Set.of(cause)
                : Set.of(exists ? "network.s3_gateway_not_associated" : "network.s3_gateway_missing", cause);
    }
}
