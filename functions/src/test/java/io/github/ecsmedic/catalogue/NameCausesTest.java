package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How sure a cause about names is when several of them, or half the facts, are there. */
class NameCausesTest {
    private static final String API = "api.ecr.us-east-1.amazonaws.com";
    private static final String AMAZONS = "10.0.0.2";

    /** One cause in one account. */
    record Row(String name, String cause, Failure failure, FakeAccount account, String standing) {
        @Override
        public String toString() {
            return cause + ": " + name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(elsewhere(), unread(), resolvers(), support()).flatMap(rows -> rows);
    }

    /** A zone or rule of the VPC's owner leads the name to an endpoint elsewhere: none is missing here. */
    private static Stream<Row> elsewhere() {
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row(
                        "central zone",
                        "network.endpoint_missing",
                        login,
                        central(small().withEndpoints("logs")),
                        "refuted"),
                row("central zone", "network.no_route", login, central(small()), "refuted"),
                row(
                        "forwarding rule",
                        "network.endpoint_missing",
                        login,
                        small().withEndpoints("logs").rule("r1", "amazonaws.com", "FORWARD"),
                        "refuted"),
                row(
                        "zones denied",
                        "network.endpoint_missing",
                        login,
                        small().withEndpoints("logs").unknown("route53:ListHostedZonesByVPC", "AccessDenied"),
                        "probable"),
                row(
                        "user's zone covers it",
                        "dns.endpoint_private_dns_off",
                        login,
                        central(small().endpoint("ecr.api", CauseRows::withoutPrivateDns)),
                        "refuted"),
                row(
                        "Docker Hub needs no zone",
                        "network.no_route",
                        Failure.of("image_pull.network_timeout")
                                .image("nginx:1.27")
                                .fact(Fact.PHASE, "manifest")
                                .fact(Fact.HOST, "registry-1.docker.io")
                                .fact(Fact.ADDRESS, OTHER_ADDRESS),
                        small().unknown("route53:ListHostedZonesByVPC", "AccessDenied"),
                        "proven"));
    }

    private static Stream<Row> unread() {
        FakeAccount zone = small().zone("Z1", "amazonaws.com");
        return Stream.of(
                row("all read", "dns.private_zone_shadows", lookup(AMAZONS), zone, "proven"),
                row(
                        "rules denied",
                        "dns.private_zone_shadows",
                        lookup(AMAZONS),
                        small().zone("Z1", "amazonaws.com")
                                .unknown("route53resolver:ListResolverRuleAssociations", "AccessDenied"),
                        "probable"),
                row(
                        "profiles denied",
                        "dns.private_zone_shadows",
                        lookup(AMAZONS),
                        small().zone("Z1", "amazonaws.com")
                                .unknown("route53profiles:ListProfileAssociations", "AccessDenied"),
                        "probable"),
                row(
                        "profiles denied",
                        "dns.firewall_block",
                        lookup(AMAZONS),
                        small().firewall(1, "BLOCK", "*")
                                .unknown("route53profiles:ListProfileAssociations", "AccessDenied"),
                        "probable"),
                row("asked elsewhere", "dns.private_zone_shadows", lookup("10.9.0.53"), zone, "refuted"),
                row("asked in another network", "dns.private_zone_shadows", lookup("192.168.0.2"), zone, "refuted"));
    }

    private static Stream<Row> resolvers() {
        Failure login = Failure.login(OTHER_ADDRESS);
        FakeAccount mixed = small().withEndpoints("ecr.api").withResolvers("AmazonProvidedDNS", "10.9.0.53");
        FakeAccount custom = small().withEndpoints("ecr.api").withResolvers("10.9.0.53");
        return Stream.of(
                row("mixed list, nobody named", "dns.custom_resolver", login, mixed, "probable"),
                row("own list, nobody named", "dns.custom_resolver", login, custom, "probable"),
                row("named", "dns.custom_resolver", lookup("10.9.0.53"), custom, "proven"),
                row(
                        "named, ending in two",
                        "dns.custom_resolver",
                        lookup("192.168.0.2"),
                        small().withResolvers("192.168.0.2"),
                        "proven"),
                row(
                        "another than the list's named",
                        "dns.custom_resolver",
                        lookup("10.9.0.99"),
                        small().withResolvers("10.9.0.53"),
                        "possible"),
                row("no list", "dns.custom_resolver", lookup("10.9.0.53"), small().withResolvers(), "possible"));
    }

    private static Stream<Row> support() {
        return Stream.of(
                row(
                        "Amazon's resolver is off",
                        "dns.vpc_attributes_off",
                        lookup("169.254.169.253"),
                        small().dns(false, false),
                        "proven"),
                row(
                        "Amazon's resolver is off for S3 too",
                        "dns.vpc_attributes_off",
                        Failure.of("env_file.network_timeout")
                                .fact(Fact.HOST, "example-config.s3.us-east-1.amazonaws.com")
                                .fact(Fact.RESOLVER, "169.254.169.253"),
                        small().dns(false, false),
                        "proven"),
                row(
                        "Amazon's resolver is on",
                        "dns.vpc_attributes_off",
                        lookup("169.254.169.253"),
                        small().dns(true, false),
                        "refuted"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cause_inItsAccount_stands(Row row) {
        assertThat(Conclusion.of(row.failure().in(row.account())).standing().get(row.cause()))
                .isEqualTo(row.standing());
    }

    @Test
    void layers_fromS3_askForNoName() {
        FakeAccount account = small().withEndpoints("ecr.api", "ecr.dkr").zone("Z1", "amazonaws.com");

        Conclusion.of(Failure.layers(S3_ADDRESS).in(account));

        assertThat(account.asked())
                .noneMatch(operation -> operation.startsWith("route53"))
                .doesNotContain("ec2:DescribeVpcAttribute");
    }

    @Test
    void names_whereNothingIsAttached_costThreeCallsAndFourForALookup() {
        FakeAccount login = small();
        FakeAccount lookup = small();

        Conclusion.of(Failure.login(OTHER_ADDRESS).in(login));
        Conclusion.of(lookup(AMAZONS).in(lookup));

        List<String> three = List.of(
                "route53:ListHostedZonesByVPC",
                "route53profiles:ListProfileAssociations",
                "route53resolver:ListResolverRuleAssociations");
        assertThat(ofNames(login)).isEqualTo(three);
        assertThat(ofNames(lookup))
                .isEqualTo(Stream.concat(three.stream(), Stream.of("route53resolver:ListFirewallRuleGroupAssociations"))
                        .sorted()
                        .toList());
    }

    private static List<String> ofNames(FakeAccount account) {
        return account.asked().stream()
                .filter(operation -> operation.startsWith("route53"))
                .distinct()
                .sorted()
                .toList();
    }

    private static FakeAccount central(FakeAccount account) {
        return account.zone("Z1", API, new RecordSet(API, "A", List.of("10.8.0.9")));
    }

    private static Failure lookup(String resolver) {
        return Failure.of("registry_auth.network_timeout").fact(Fact.HOST, API).fact(Fact.RESOLVER, resolver);
    }

    private static Row row(String name, String cause, Failure failure, FakeAccount account, String standing) {
        return new Row(name, cause, failure, account, standing);
    }
}
