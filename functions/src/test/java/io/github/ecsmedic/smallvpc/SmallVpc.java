package io.github.ecsmedic.smallvpc;

import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.PublicAccessBlock;
import io.github.ecsmedic.account.RouteTable.Route;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of a small VPC and of the task in it that failed, as they were drawn. */
final class SmallVpc {
    static final String MAIN = "rtb-main";
    static final String DEFAULT_GROUP = "sg-default";

    final Map<String, Subnet> subnets = new TreeMap<>();
    final Map<String, String> associations = new TreeMap<>();
    final Map<String, List<Route>> tables = new TreeMap<>();
    final Map<String, List<Entry>> inward = new TreeMap<>();
    final Map<String, List<Entry>> outward = new TreeMap<>();
    final Map<String, SecurityGroup> groups = new TreeMap<>();
    final Map<String, PrefixList> lists = new TreeMap<>();
    final Map<String, NatGateway> nats = new TreeMap<>();
    final Map<String, Endpoint> endpoints = new TreeMap<>();
    final Map<String, NetworkInterface> adapters = new TreeMap<>();
    final Map<String, List<String>> zones = new TreeMap<>();
    final Map<String, String> rules = new TreeMap<>();
    final List<Blocker> firewall = new ArrayList<>();
    List<String> worn = List.of(FakeAccount.GROUP);
    boolean attached = true;
    boolean support = true;
    boolean hostnames = true;
    boolean publicIp;
    PublicAccessBlock block = new PublicAccessBlock("off", List.of());

    @Nullable Instance instance;

    Errand errand = Errand.HUB;
    boolean six;
    boolean hidden;

    /** A rule of DNS Firewall. */
    record Blocker(int priority, String action, String domain) {}

    /** The subnet in which the packets start. */
    Subnet start() {
        return subnets.get(instance == null ? FakeAccount.SUBNET : instance.subnet());
    }

    /** The address from which they are sent. */
    String sender() {
        return instance == null ? "10.0.0.77" : instance.address();
    }

    /** The groups that they wear; the VPC's default one where none is named. */
    List<String> groupsWorn() {
        return worn.isEmpty() ? List.of(DEFAULT_GROUP) : worn;
    }

    String table(String subnet) {
        return associations.getOrDefault(subnet, MAIN);
    }

    /** The account as the engine sees it. */
    FakeAccount account() {
        FakeAccount account = FakeAccount.small()
                .dns(support, hostnames)
                .blocking(block.mode(), block.exclusions().toArray(PublicAccessBlock.Exclusion[]::new))
                .service(FakeAccount.service(deployment()));
        subnets.values().forEach(s -> account.subnet(s, associations.getOrDefault(s.id(), "")));
        tables.forEach((table, routes) -> routes.forEach(route -> account.route(table, route)));
        inward.forEach((subnet, in) -> account.acl(subnet, in, outward.get(subnet)));
        groups.values().forEach(account::group);
        lists.values().forEach(account::prefixList);
        nats.values().forEach(account::nat);
        endpoints.values().forEach(account::endpoint);
        adapters.values().forEach(account::adapter);
        names(account);
        if (attached) {
            account.internetGateway();
        }
        if (instance != null) {
            account.instance(instance);
        }
        return account;
    }

    private void names(FakeAccount account) {
        zones.forEach((name, values) -> account.zone("Z-" + name, name, records(values)));
        rules.forEach((domain, type) -> account.rule("rslvr-rr-" + domain, domain, type));
        firewall.forEach(f -> account.firewall(new Firewall.Rule(
                "rslvr-frg-0aa1",
                101,
                f.priority(),
                "rslvr-fdl-" + f.priority(),
                new Answer.Known<>(List.of(f.domain()), "route53resolver:ListFirewallDomains"),
                "",
                f.action(),
                "NXDOMAIN")));
    }

    private RecordSet[] records(List<String> values) {
        return values.isEmpty() ? new RecordSet[0] : new RecordSet[] {new RecordSet(errand.host, "A", values)};
    }

    private Service.Deployment deployment() {
        Service.Deployment d = FakeAccount.deployment(publicIp);
        return new Service.Deployment(
                d.id(),
                d.status(),
                d.rolloutState(),
                d.taskDefinition(),
                d.desired(),
                d.running(),
                d.failed(),
                d.subnets(),
                instance == null ? worn : List.of(FakeAccount.GROUP),
                d.publicIp(),
                d.createdAt());
    }

    /** All that was drawn, to see why two opinions differ. */
    @Override
    public String toString() {
        return String.join(
                "\n",
                errand + (six ? " over IPv6" : "") + (hidden ? ", address hidden" : "") + " from " + sender() + " in "
                        + start().id() + " wearing " + groupsWorn() + (publicIp ? " with public address" : ""),
                "instance " + instance,
                "attached " + attached + ", support " + support + ", hostnames " + hostnames + ", block " + block,
                "associations " + associations,
                "tables " + tables,
                "lists " + lists,
                "nats " + nats,
                "groups " + groups,
                "in " + inward,
                "out " + outward,
                "endpoints " + endpoints,
                "adapters " + adapters,
                "zones " + zones + ", rules " + rules + ", firewall " + firewall);
    }
}
