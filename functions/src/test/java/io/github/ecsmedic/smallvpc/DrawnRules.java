package io.github.ecsmedic.smallvpc;

import static io.github.ecsmedic.account.FakeAccount.ENDPOINT_GROUP;
import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.S3_LIST;
import static io.github.ecsmedic.account.FakeAccount.VPC;

import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.account.NetworkAcl.Entry;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws security groups and network ACLs; most let through what they should. */
final class DrawnRules {
    private static final String GROUP_LIST = "pl-0dd4";
    private static final List<String> RANGES = List.of(
            "0.0.0.0/0",
            "192.0.2.0/24",
            "192.0.2.0/25",
            "192.0.2.44/32",
            "192.0.2.40/29",
            "198.51.100.0/25",
            "198.51.100.16/28",
            "198.51.100.64/26",
            "10.0.0.0/16",
            "10.0.0.0/24",
            "10.0.98.0/23",
            "10.0.0.64/26",
            "10.9.0.0/16",
            "128.0.0.0/1",
            "::/0",
            "2001:db8::/64",
            "2001:db8::44/128");
    private static final List<int[]> PORTS = List.of(
            new int[] {0, 65_535},
            new int[] {443, 443},
            new int[] {80, 442},
            new int[] {1_024, 65_535},
            new int[] {1_024, 40_000},
            new int[] {32_768, 60_999},
            new int[] {49_152, 65_535},
            new int[] {22, 22});

    private final SmallVpc vpc;
    private final Random random;

    DrawnRules(SmallVpc vpc, Random random) {
        this.vpc = vpc;
        this.random = random;
    }

    void draw() {
        vpc.lists.put(
                GROUP_LIST,
                new PrefixList(
                        GROUP_LIST,
                        "partners",
                        Stream.generate(this::four).limit(2).toList()));
        wear();
        vpc.groups.put(ENDPOINT_GROUP, new SecurityGroup(ENDPOINT_GROUP, VPC, admitting(), List.of()));
        for (String subnet : vpc.subnets.keySet()) {
            vpc.inward.put(subnet, acl());
            vpc.outward.put(subnet, acl());
        }
    }

    private void wear() {
        List<String> worn = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String id = i == 0 ? GROUP : "sg-0aa" + (1 + i);
            worn.add(id);
            vpc.groups.put(id, new SecurityGroup(id, VPC, List.of(), egress()));
        }
        vpc.groups.put(SmallVpc.DEFAULT_GROUP, new SecurityGroup(SmallVpc.DEFAULT_GROUP, VPC, List.of(), egress()));
        Instance on = vpc.instance;
        vpc.worn = on == null && often(10) ? List.of() : worn;
        if (on != null) {
            vpc.instance = new Instance(
                    on.id(), on.vpcId(), on.subnet(), on.address(), on.publicAddress(), worn, on.profile());
        }
    }

    private List<Rule> egress() {
        if (often(55)) {
            return List.of(all("0.0.0.0/0"), all("::/0"));
        }
        return Stream.generate(this::rule).limit(random.nextInt(4)).toList();
    }

    private List<Rule> admitting() {
        return often(60)
                ? List.of(new Rule("tcp", 443, 443, List.of("10.0.0.0/16"), List.of(), List.of()))
                : Stream.generate(this::rule).limit(random.nextInt(4)).toList();
    }

    private static Rule all(String range) {
        return new Rule("-1", 0, 65_535, List.of(range), List.of(), List.of());
    }

    private Rule rule() {
        String protocol = one(List.of("tcp", "tcp", "6", "-1", "udp"));
        int[] ports = protocol.equals("-1") ? PORTS.getFirst() : one(PORTS.subList(0, 4));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Rule(
                        protocol,
                        ports[0],
                        ports[1],
                        List.of(),
                        List.of(one(List.of(ENDPOINT_GROUP, GROUP, "sg-0aa2", SmallVpc.DEFAULT_GROUP))),
                        List.of());
            case 1 ->
                new Rule(
                        protocol, ports[0], ports[1], List.of(), List.of(), List.of(one(List.of(S3_LIST, GROUP_LIST))));
            default -> new Rule(protocol, ports[0], ports[1], List.of(one(RANGES), one(RANGES)), List.of(), List.of());
        };
    }

    private List<Entry> acl() {
        List<Entry> rules = new ArrayList<>();
        if (often(82)) {
            rules.add(new Entry(30_000, true, "-1", "0.0.0.0/0", 0, 65_535));
            rules.add(new Entry(30_001, true, "-1", "::/0", 0, 65_535));
        }
        if (often(30)) {
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                rules.add(entry(i * 100 + random.nextInt(90)));
            }
        }
        Collections.shuffle(rules, random);
        return rules;
    }

    private Entry entry(int number) {
        String protocol = one(List.of("6", "6", "6", "-1", "17"));
        int[] ports = protocol.equals("-1") ? PORTS.getFirst() : one(PORTS);
        return new Entry(number, often(50), protocol, one(RANGES), ports[0], ports[1]);
    }

    private String four() {
        return one(RANGES.subList(0, 14));
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
