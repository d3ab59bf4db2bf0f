package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.Occupant;
import io.github.ecsmedic.check.DependencyPlace.Inside;
import io.github.ecsmedic.check.DependencyPlace.Nobody;
import io.github.ecsmedic.check.DependencyPlace.Open;
import io.github.ecsmedic.check.DependencyPlace.Outside;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.network.Address;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.DnsName;
import io.github.ecsmedic.network.ZoneAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out who answers for a dependency.
 *
 * <p>An address is looked for among the network interfaces of the VPC; a name in its private hosted zones, to which those
 * of Cloud Map belong; a load balancer's and a cache's by what AWS writes on their network interfaces. A database of
 * Amazon RDS writes its name on none, so that only an address finds it.
 */
record DependencySearch(Inquiry packets, String vpc, Allowance allowance) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Set.of(
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeVpcEndpoints",
            "route53:ListHostedZonesByVPC",
            "route53:ListResourceRecordSets");

    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String INTERFACES = "ec2:DescribeNetworkInterfaces";

    private static final Pattern BALANCER =
            Pattern.compile("(?:dualstack\\.)?(?:internal-)?([a-z0-9-]+)-[0-9a-f]+\\.[a-z0-9-]+\\.elb\\.amazonaws\\.com"
                    + "|([a-z0-9-]+)-[0-9a-f]+\\.elb\\.[a-z0-9-]+\\.amazonaws\\.com");
    private static final Pattern CACHE = Pattern.compile(
            "(?:(?:master|replica|clustercfg)\\.)?([a-z0-9-]+)\\.[a-z0-9.-]+\\.cache\\.amazonaws\\.com");
    private static final Pattern DATABASE = Pattern.compile("[a-z0-9.-]+\\.rds\\.amazonaws\\.com");

    /** Where it is. */
    DependencyPlace of(Dependency dependency) {
        Optional<Address> literal = dependency.literal();
        if (literal.isPresent()) {
            return literal.get().internal() ? at(dependency.host(), List.of()) : new Outside(dependency.host());
        }
        return named(dependency.host(), List.of())
                .orElseGet(() -> dependency.host().endsWith(".amazonaws.com")
                        ? ofAws(dependency.host())
                        : inZones(dependency.host()));
    }

    /** A service of AWS, which an endpoint of the VPC may serve. */
    private DependencyPlace ofAws(String host) {
        if (!allowance.take(1)) {
            return new Open(Allowance.left(ENDPOINTS), List.of());
        }
        List<String> labels = List.of(host.split("\\.", -1));
        return switch (packets.account().networks().endpoints(vpc)) {
            case Unknown<List<Endpoint>> unknown -> new Open(unknown.why(), List.of());
            case Known<List<Endpoint>>(List<Endpoint> all, String source) ->
                all.stream()
                        .filter(e -> labels.contains(
                                e.service().substring(e.service().lastIndexOf('.') + 1)))
                        .findFirst()
                        .<DependencyPlace>map(e -> new Open(
                                "endpoint " + e.id() + " may serve " + host + ", and is not walked: " + source,
                                List.of()))
                        .orElseGet(() -> new Outside(""));
        };
    }

    private DependencyPlace at(String address, List<Evidence> before) {
        if (!allowance.take(1)) {
            return new Open(Allowance.left(INTERFACES), before);
        }
        return switch (packets.account().occupants().at(vpc, address)) {
            case Unknown<List<Occupant>> unknown -> new Open(unknown.why(), before);
            case Known<List<Occupant>>(List<Occupant> found, String source) ->
                found.isEmpty()
                        ? new Nobody(
                                address,
                                new Evidence("No network interface of " + vpc + " has address " + address, source),
                                before)
                        : new Inside(address, found, with(before, is(address, found.getFirst()), source));
        };
    }

    private static String is(String address, Occupant occupant) {
        return address + " is the address of network interface " + occupant.at().id() + what(occupant);
    }

    private static String what(Occupant occupant) {
        String description = Shown.text(occupant.description());
        return description.isEmpty() ? "" : " (" + description + ")";
    }

    private static List<Evidence> with(List<Evidence> before, String fact, String source) {
        return Stream.concat(before.stream(), Stream.of(new Evidence(fact, source)))
                .toList();
    }

    /** By what AWS writes on network interfaces; empty for any other name. */
    private Optional<DependencyPlace> named(String host, List<Evidence> before) {
        Matcher balancer = BALANCER.matcher(host);
        if (balancer.matches()) {
            String name = balancer.group(1) == null ? balancer.group(2) : balancer.group(1);
            return Optional.of(described(
                    host, List.of("ELB app/" + name + "/*", "ELB net/" + name + "/*", "ELB " + name), before));
        }
        // what ElastiCache writes is not documented: both forms were seen in the field (UNVERIFIED)
        Matcher cache = CACHE.matcher(host);
        if (cache.matches()) {
            List<String> written =
                    List.of("ElastiCache " + cache.group(1) + "*", "ElastiCache+" + cache.group(1) + "*");
            return Optional.of(described(host, written, before));
        }
        return DATABASE.matches(host)
                ? Optional.of(new Open(
                        "the address of " + host
                                + " stands neither in the log nor in a hosted zone of the VPC: ec2:DescribeNetworkInterfaces",
                        before))
                : Optional.empty();
    }

    private DependencyPlace described(String host, List<String> descriptions, List<Evidence> before) {
        if (!allowance.take(1)) {
            return new Open(Allowance.left(INTERFACES), before);
        }
        return switch (packets.account().occupants().described(vpc, descriptions)) {
            case Unknown<List<Occupant>> unknown -> new Open(unknown.why(), before);
            case Known<List<Occupant>>(List<Occupant> found, String source) ->
                found.isEmpty()
                        ? new Open("no network interface of " + vpc + " belongs to " + host + ": " + source, before)
                        : new Inside(
                                "",
                                found,
                                with(
                                        before,
                                        host + " is answered by network interface "
                                                + found.getFirst().at().id() + what(found.getFirst()),
                                        source));
        };
    }

    private DependencyPlace inZones(String host) {
        if (!allowance.take(2)) {
            return new Open(Allowance.left("route53:ListHostedZonesByVPC"), List.of());
        }
        return switch (packets.account().names().zones(vpc, host)) {
            case Unknown<List<HostedZone>> unknown -> new Open(unknown.why(), List.of());
            case Known<List<HostedZone>>(List<HostedZone> zones, String _) ->
                switch (Authority.over(host, zones, List.of(), List.of())) {
                    case Authority.OfZone(HostedZone zone) -> of(host, zone);
                    case Authority.OfRule _, Authority.OfEndpoint _, Authority.OfPublic _ -> new Outside("");
                };
        };
    }

    private DependencyPlace of(String host, HostedZone zone) {
        return switch (zone.records()) {
            case Unknown<List<RecordSet>> unknown -> new Open(unknown.why(), List.of());
            case Known<List<RecordSet>>(List<RecordSet> records, String source) -> {
                List<String> values = ZoneAnswer.of(zone.name(), records, host);
                yield values.isEmpty()
                        ? new Open(
                                "private hosted zone " + zone.id() + " has no record of " + host
                                        + ", which resolved all the same: " + source,
                                List.of())
                        : answered(host, zone, values, source);
            }
        };
    }

    private DependencyPlace answered(String host, HostedZone zone, List<String> values, String source) {
        String value = DnsName.of(values.getFirst());
        List<Evidence> fact = List.of(new Evidence(
                "Private hosted zone " + zone.id() + " (" + zone.name() + ") resolves " + host + " to "
                        + String.join(", ", values),
                source));
        Optional<Address> address = Address.parse(value);
        if (address.isPresent()) {
            return address.get().internal() ? at(value, fact) : new Outside(value);
        }
        return named(value, fact).orElseGet(() -> new Outside(""));
    }
}
