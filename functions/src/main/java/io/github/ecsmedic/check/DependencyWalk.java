package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NetworkInterface;
import io.github.ecsmedic.account.Occupant;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.network.Cidr;
import io.github.ecsmedic.network.Permissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Walks a packet of the application to what it depends on, hop by hop, until one does not let it pass.
 *
 * @param inquiry about the application's own packets
 * @param allowance for the calls that are still to come
 */
record DependencyWalk(Inquiry inquiry, Place place, Dependency dependency, Allowance allowance) {
    /** What a walk may read. */
    static final Set<String> ACTIONS = Reads.actions(
            List.of(new TaskEgress().actions(), new SubnetAcls().actions(), new PublicPath().actions(), Peers.ACTIONS),
            "ec2:DescribeSecurityGroups");

    /** The first that fails, with what was met before it; {@code before} is what is known of the far end. */
    private CheckResult inTurn(List<Evidence> before, List<Supplier<CheckResult>> steps) {
        Walked walked = new Walked(place, before);
        for (Supplier<CheckResult> step : steps) {
            if (!walked.add(step.get())) {
                break;
            }
        }
        return walked.result();
    }

    /** To network interfaces of the VPC, to which its own route leads. */
    CheckResult inside(String address, List<Occupant> occupants, List<Evidence> facts) {
        Leg leg = dependency.leg(address, List.of(), false);
        if (dependency.refused()) {
            return new Passed(Resources.NONE, facts, List.of());
        }
        List<NetworkInterface> ends = occupants.stream().map(Occupant::at).toList();
        Answer<List<String>> own = Peers.groups(inquiry, place);
        return inTurn(
                facts,
                List.of(
                        () -> allowance.ask(1, "ec2:DescribeSecurityGroups", () -> groups(leg, ends, own)),
                        () -> allowance.ask(
                                1,
                                "ec2:DescribeNetworkAcls",
                                () -> SubnetAcls.along(inquiry, leg, place, farEnd(address, ends)))));
    }

    /** To a private address that no network interface of the VPC has. */
    CheckResult nobody(String address, Evidence fact, List<Evidence> facts) {
        if (dependency.refused()) {
            return new NotApplicable("it refused the connection, so somebody had the address");
        }
        Leg leg = dependency.leg(address, List.of(), false);
        CheckResult routed = allowance.ask(1, "ec2:DescribeRouteTables", () -> new PublicPath().run(inquiry, leg));
        return routed instanceof NotApplicable // the route is the VPC's own
                ? new Failed(
                        "nobody",
                        Resources.of("dependency-address", address),
                        Stream.concat(facts.stream(), Stream.of(fact)).toList(),
                        List.of())
                : inTurn(facts, List.of(() -> routed));
    }

    /** To the internet, if it is there: a public name may also stand for an address of the VPC. */
    CheckResult outside(String address) {
        if (dependency.refused()) {
            return new NotApplicable("it refused the connection, so nothing on the way dropped the packets");
        }
        Leg leg = dependency.leg(address, List.of(), Hosts.s3(dependency.host()));
        CheckResult walked = inTurn(
                List.of(),
                List.of(
                        () -> allowance.ask(2, "ec2:DescribeRouteTables", () -> new PublicPath().run(inquiry, leg)),
                        () -> allowance.ask(1, "ec2:DescribeSecurityGroups", () -> new TaskEgress().run(inquiry, leg)),
                        () -> allowance.ask(1, "ec2:DescribeNetworkAcls", () -> new SubnetAcls().run(inquiry, leg))));
        return walked instanceof Failed failed && address.isEmpty()
                ? new Passed(
                        Resources.NONE,
                        Stream.concat(
                                        failed.evidence().stream(),
                                        Stream.of(new Evidence(
                                                "The log does not tell the address of " + dependency.host()
                                                        + ": that matters if it is on the internet",
                                                "log")))
                                .toList(),
                        failed.exhibits())
                : walked;
    }

    private CheckResult groups(Leg leg, List<NetworkInterface> ends, Answer<List<String>> own) {
        List<String> far = ends.stream()
                .flatMap(e -> e.securityGroups().stream())
                .distinct()
                .toList();
        List<String> near = own instanceof Known<List<String>>(List<String> ids, String _) ? ids : List.of();
        List<String> ids = Stream.concat(near.stream(), far.stream()).distinct().toList();
        return Reads.then(
                inquiry.account().networks().securityGroups(ids),
                (read, source) -> inTurn(
                        List.of(),
                        List.of(
                                () -> egress(leg, ends, own, of(read, near), Set.copyOf(far), source),
                                () -> ingress(leg, ends, own, of(read, far), far, source))));
    }

    private CheckResult egress(
            Leg leg,
            List<NetworkInterface> ends,
            Answer<List<String>> own,
            List<SecurityGroup> groups,
            Set<String> far,
            String source) {
        return Reads.then(own, (ids, _) -> {
            if (ids.isEmpty()) {
                return Reads.then(
                        inquiry.account()
                                .networks()
                                .defaultSecurityGroup(place.subnet().vpcId()),
                        (Optional<SecurityGroup> found, String from) -> found.isEmpty()
                                ? new Inconclusive("empty answer: " + from)
                                : TaskEgress.toward(
                                        inquiry, leg, place, List.of(found.get()), peer(leg, ends, far), from));
            }
            return UnseenGroups.weigh(
                    TaskEgress.toward(inquiry, leg, place, groups, peer(leg, ends, far), source), ids, groups, source);
        });
    }

    private CheckResult ingress(
            Leg leg,
            List<NetworkInterface> ends,
            Answer<List<String>> own,
            List<SecurityGroup> groups,
            List<String> far,
            String source) {
        String at = "network interface " + ends.getFirst().id();
        return far.isEmpty()
                ? new NotApplicable(at + " has no security group")
                : new DependencyIngress(leg, place, at, far).judge(own, groups, source);
    }

    private static Permissions.Peer peer(Leg leg, List<NetworkInterface> ends, Set<String> far) {
        return new Permissions.Peer(ranges(leg.address(), ends), far, Set.of(), true);
    }

    private static List<Cidr> ranges(String address, List<NetworkInterface> ends) {
        return address.isEmpty()
                ? ends.stream()
                        .flatMap(e -> e.addresses().stream())
                        .filter(a -> a.indexOf(':') < 0)
                        .flatMap(a -> Peers.single(a).stream())
                        .toList()
                : Peers.single(address);
    }

    private static FarEnd farEnd(String address, List<NetworkInterface> ends) {
        List<String> addresses = address.isEmpty()
                ? ends.stream()
                        .flatMap(e -> e.addresses().stream())
                        .filter(a -> a.indexOf(':') < 0)
                        .toList()
                : List.of(address);
        List<String> written = addresses.stream()
                .map(a -> a + (a.indexOf(':') < 0 ? "/32" : "/128"))
                .toList();
        return new FarEnd(ranges(address, ends), written, true, ends);
    }

    private static List<SecurityGroup> of(List<SecurityGroup> read, List<String> ids) {
        return read.stream().filter(g -> ids.contains(g.id())).toList();
    }
}
