package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameChecksTest {
    private static final String API = "api.ecr.us-east-1.amazonaws.com";
    private static final String REGISTRY = "111122223333.dkr.ecr.us-east-1.amazonaws.com";
    private static final String ZONES = "route53:ListHostedZonesByVPC";
    private static final String RECORDS = "route53:ListResourceRecordSets";
    private static final String RULES = "route53resolver:ListResolverRuleAssociations";
    private static final String PROFILES = "route53profiles:ListProfileAssociations";
    private static final String GROUPS = "route53resolver:ListFirewallRuleGroupAssociations";
    private static final String DOMAINS = "route53resolver:ListFirewallDomains";
    private static final String VPC_RESOLVER = "10.0.0.2";

    /** One verdict: {@code says} is the fault, {@code passed}, or why it does not apply or is not known. */
    record Row(String name, Check check, Failure failure, FakeAccount account, String says) {
        @Override
        public String toString() {
            return check.id() + ": " + name;
        }
    }

    private static Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Row(name, check, failure, account, says);
    }

    static Stream<Row> rows() {
        return Stream.of(idle(), zones(), records(), rules(), profiles(), firewall(), asked(), misled())
                .flatMap(rows -> rows);
    }

    /** Where nothing hangs on who answers for names, nothing is read. */
    private static Stream<Row> idle() {
        return Stream.of(new PrivateZone(), new ForwardingRule(), new ProfileOfVpc())
                .flatMap(check -> Stream.of(
                        row(
                                check,
                                "layers from S3",
                                Failure.layers(S3_ADDRESS),
                                small(),
                                "n/a: a public address is what 198.51.100.20 (Amazon S3) resolves to"),
                        row(
                                check,
                                "a private address",
                                Failure.login("10.0.0.10"),
                                small(),
                                "n/a: the name resolved to 10.0.0.10, a private address"),
                        row(
                                check,
                                "a registry that no endpoint serves",
                                Failure.of("image_pull.network_timeout")
                                        .image("nginx:1.27")
                                        .fact(Fact.HOST, "registry-1.docker.io")
                                        .fact(Fact.ADDRESS, OTHER_ADDRESS),
                                small(),
                                "n/a: a public address is what 192.0.2.44 (registry-1.docker.io) resolves to"),
                        row(
                                check,
                                "another resolver",
                                lookup(API, "10.9.0.53"),
                                small(),
                                "n/a: the name was asked of 10.9.0.53, which is not Amazon's resolver"),
                        row(
                                check,
                                "no connection",
                                Failure.exit(1),
                                small(),
                                "n/a: the message tells of no connection that failed")));
    }

    private static Stream<Row> zones() {
        Check check = new PrivateZone();
        Failure api = lookup(API, VPC_RESOLVER);
        return Stream.of(
                row(check, "none", api, small(), "passed"),
                row(check, "of another name", api, small().zone("Z1", "example.com"), "passed"),
                row(check, "that only looks like a suffix", api, small().zone("Z1", "zonaws.com"), "passed"),
                row(check, "of all of AWS", api, small().zone("Z1", "amazonaws.com"), "shadows"),
                row(check, "of the service", api, small().zone("Z1", API), "shadows"),
                row(
                        check,
                        "of all of AWS behind the endpoint's own",
                        api,
                        small().withEndpoints("ecr.api").zone("Z1", "amazonaws.com"),
                        "passed"),
                row(
                        check,
                        "beside an endpoint without private DNS",
                        api,
                        small().endpoint("ecr.api", NameChecksTest::withoutPrivateDns)
                                .zone("Z1", "amazonaws.com"),
                        "shadows"),
                row(
                        check,
                        "of all of AWS behind the wildcard of ECR's registries",
                        lookup(REGISTRY, VPC_RESOLVER),
                        small().withEndpoints("ecr.dkr").zone("Z1", "amazonaws.com"),
                        "passed"),
                row(
                        check,
                        "of one registry, closer than ECR's wildcard",
                        lookup(REGISTRY, VPC_RESOLVER),
                        small().withEndpoints("ecr.dkr").zone("Z1", REGISTRY),
                        "shadows"),
                row(
                        check,
                        "of Docker Hub",
                        lookup("registry-1.docker.io", VPC_RESOLVER),
                        small().zone("Z1", "docker.io"),
                        "shadows"),
                row(
                        check,
                        "without effect",
                        api,
                        small().dns(true, false).zone("Z1", "amazonaws.com"),
                        "n/a: private hosted zones have no effect in vpc-0aa1 while its DNS attributes are off"),
                row(
                        check,
                        "whose effect is not known",
                        api,
                        small().unknown("ec2:DescribeVpcAttribute", "AccessDenied")
                                .zone("Z1", "amazonaws.com"),
                        "open: AccessDenied: ec2:DescribeVpcAttribute"),
                row(
                        check,
                        "that an endpoint unseen may outdo",
                        api,
                        small().unknown("ec2:DescribeVpcEndpoints", "AccessDenied")
                                .zone("Z1", "amazonaws.com"),
                        "open: AccessDenied: ec2:DescribeVpcEndpoints"),
                row(check, "denied", api, small().unknown(ZONES, "AccessDenied"), "open: AccessDenied: " + ZONES),
                row(
                        check,
                        "whose records are denied",
                        api,
                        small().zone("Z1", API).unknown(RECORDS, "AccessDenied"),
                        "open: AccessDenied: " + RECORDS));
    }

    private static Stream<Row> records() {
        Check check = new PrivateZone();
        Failure api = lookup(API, VPC_RESOLVER);
        String zone = "us-east-1.amazonaws.com";
        return Stream.of(
                row(check, "at the name", api, small().zone("Z1", zone, a(API, "10.8.0.9")), "passed"),
                row(check, "by a wildcard", api, small().zone("Z1", zone, a("*." + zone, "10.8.0.9")), "passed"),
                row(
                        check,
                        "by a wildcard that a closer name stops",
                        api,
                        small().zone("Z1", zone, a("*." + zone, "10.8.0.9"), a("dkr.ecr." + zone, "10.8.0.8")),
                        "shadows"),
                row(
                        check,
                        "of another type only",
                        api,
                        small().zone("Z1", zone, new RecordSet(API, "TXT", List.of("x")), a("*." + zone, "10.8.0.9")),
                        "shadows"),
                row(
                        check,
                        "under the name only",
                        api,
                        small().zone("Z1", zone, a("x." + API, "10.8.0.9"), a("*.ecr." + zone, "10.8.0.9")),
                        "shadows"));
    }

    private static Stream<Row> rules() {
        Check check = new ForwardingRule();
        Failure api = lookup(API, VPC_RESOLVER);
        FakeAccount endpoint = small().withEndpoints("ecr.api");
        return Stream.of(
                row(check, "none", api, small(), "passed"),
                row(check, "of another name", api, small().rule("r1", "example.com", "FORWARD"), "passed"),
                row(check, "of every name", api, small().rule("r1", "", "FORWARD"), "forwarded"),
                row(check, "of every name but the endpoint's", api, endpoint.rule("r1", "", "FORWARD"), "passed"),
                row(
                        check,
                        "of the endpoint's very name",
                        api,
                        small().withEndpoints("ecr.api").rule("r1", API, "FORWARD"),
                        "forwarded"),
                row(
                        check,
                        "with an exemption",
                        api,
                        small().rule("r1", "amazonaws.com", "FORWARD")
                                .rule("r2", "ecr.us-east-1.amazonaws.com", "SYSTEM"),
                        "passed"),
                row(
                        check,
                        "behind a closer zone",
                        api,
                        small().rule("r1", "amazonaws.com", "FORWARD").zone("Z1", API),
                        "passed"),
                row(
                        check,
                        "of the zone's name",
                        api,
                        small().rule("r1", "amazonaws.com", "FORWARD").zone("Z1", "amazonaws.com"),
                        "forwarded"),
                row(
                        check,
                        "that a zone unseen may outdo",
                        api,
                        small().rule("r1", "", "FORWARD").unknown(ZONES, "Throttled"),
                        "open: Throttled: " + ZONES),
                row(
                        check,
                        "that an endpoint unseen may outdo",
                        api,
                        small().rule("r1", "", "FORWARD").unknown("ec2:DescribeVpcEndpoints", "Throttled"),
                        "open: Throttled: ec2:DescribeVpcEndpoints"),
                row(check, "denied", api, small().unknown(RULES, "AccessDenied"), "open: AccessDenied: " + RULES));
    }

    private static Stream<Row> profiles() {
        Failure api = lookup(API, VPC_RESOLVER);
        DnsProfile shadowing =
                new DnsProfile("rp-1", List.of(zone("Z9", "amazonaws.com", "rp-1")), List.of(), List.of());
        DnsProfile forwarding = new DnsProfile(
                "rp-1",
                List.of(),
                List.of(new ResolverRule("r9", "amazonaws.com", "FORWARD", List.of("10.9.0.53"), "rp-1")),
                List.of());
        DnsProfile sharing = new DnsProfile("rp-1", List.of(), List.of(), List.of("arn:aws:ec2:::vpc-endpoint/vpce-9"));
        return Stream.of(
                row(new ProfileOfVpc(), "none", api, small(), "passed"),
                row(new ProfileOfVpc(), "seen", api, small().profile(shadowing), "passed"),
                row(
                        new ProfileOfVpc(),
                        "denied",
                        api,
                        small().unknown(PROFILES, "AccessDenied"),
                        "open: AccessDenied: " + PROFILES),
                row(
                        new ProfileOfVpc(),
                        "with endpoints",
                        api,
                        small().profile(sharing),
                        "open: Route 53 Profile rp-1 shares endpoints whose names are not seen: " + PROFILES),
                row(new PrivateZone(), "of a profile", api, small().profile(shadowing), "shadows"),
                row(
                        new PrivateZone(),
                        "none seen while profiles are not",
                        api,
                        small().unknown(PROFILES, "AccessDenied"),
                        "open: AccessDenied: " + PROFILES),
                row(
                        new PrivateZone(),
                        "of the VPC while profiles are not seen",
                        api,
                        small().unknown(PROFILES, "AccessDenied").zone("Z1", API),
                        "shadows"),
                row(new ForwardingRule(), "of a profile", api, small().profile(forwarding), "forwarded"),
                row(
                        new ForwardingRule(),
                        "of a profile behind the VPC's own exemption",
                        api,
                        small().rule("r1", "amazonaws.com", "SYSTEM").profile(forwarding),
                        "passed"),
                row(
                        new ForwardingRule(),
                        "none seen while profiles are not",
                        api,
                        small().unknown(PROFILES, "AccessDenied"),
                        "open: AccessDenied: " + PROFILES));
    }

    private static Stream<Row> firewall() {
        Check check = new FirewallOfNames();
        Failure api = lookup(API, VPC_RESOLVER);
        return Stream.of(
                row(check, "none", api, small(), "passed"),
                row(check, "the name", api, small().firewall(1, "BLOCK", API + "."), "blocked"),
                row(check, "everything", api, small().firewall(1, "BLOCK", "*"), "blocked"),
                row(check, "what lies under it", api, small().firewall(1, "BLOCK", "*." + API), "passed"),
                row(check, "another name", api, small().firewall(1, "BLOCK", "*.example.com"), "passed"),
                row(
                        check,
                        "only watched",
                        api,
                        small().firewall(1, "ALERT", "*").firewall(2, "BLOCK", "*"),
                        "passed"),
                row(
                        check,
                        "blocked before allowed",
                        api,
                        small().firewall(9, "ALLOW", "*").firewall(2, "BLOCK", "*"),
                        "blocked"),
                row(check, "only its IPv6 addresses", api, small().firewall(rule(1, "AAAA", listed("*"))), "passed"),
                row(check, "only its IPv4 addresses", api, small().firewall(rule(1, "A", listed("*"))), "blocked"),
                row(
                        check,
                        "by a list that AWS does not show",
                        api,
                        small().firewall(rule(1, "", new Answer.Unknown<>("AccessDenied", DOMAINS))),
                        "open: the domains of rule 1 of rule group rslvr-frg-1 (domain list rslvr-fdl-1) are not shown:"
                                + " AccessDenied: " + DOMAINS),
                row(
                        check,
                        "before a list that AWS does not show",
                        api,
                        small().firewall(1, "BLOCK", API)
                                .firewall(rule(200, "", new Answer.Unknown<>("AccessDenied", DOMAINS))),
                        "blocked"),
                row(check, "denied", api, small().unknown(GROUPS, "AccessDenied"), "open: AccessDenied: " + GROUPS),
                row(
                        check,
                        "none seen while profiles are not",
                        api,
                        small().unknown(PROFILES, "AccessDenied"),
                        "open: AccessDenied: " + PROFILES),
                row(
                        check,
                        "a name that resolved",
                        Failure.login(OTHER_ADDRESS),
                        small().firewall(1, "BLOCK", "*"),
                        "n/a: the name resolved"),
                row(
                        check,
                        "a name asked elsewhere",
                        lookup(API, "10.9.0.53"),
                        small().firewall(1, "BLOCK", "*"),
                        "n/a: the name was asked of 10.9.0.53, which is not Amazon's resolver"));
    }

    private static Stream<Row> asked() {
        Check check = new ResolverAsked();
        return Stream.of(
                row(check, "the link-local one", lookup(API, "169.254.169.253"), small(), "passed"),
                row(check, "the VPC's second address", lookup(API, "10.0.0.2"), small(), "passed"),
                row(check, "the second address of another network", lookup(API, "192.168.0.2"), small(), "custom"),
                row(
                        check,
                        "a second address in a VPC that is not read",
                        lookup(API, "10.0.0.2"),
                        small().unknown("ec2:DescribeDhcpOptions", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeDhcpOptions"),
                row(
                        check,
                        "nobody knows whom",
                        Failure.of("image_pull.dns_resolution").image("nginx:1.27"),
                        small(),
                        "open: the message does not name the resolver that was asked"));
    }

    /** The name resolved, to a public address. */
    private static Stream<Row> misled() {
        Check check = new PrivateZone();
        Failure login = Failure.login(OTHER_ADDRESS);
        return Stream.of(
                row(check, "no zone", login, small(), "passed"),
                row(check, "to the dialled address", login, small().zone("Z1", API, a(API, OTHER_ADDRESS)), "misleads"),
                row(check, "to a central endpoint", login, small().zone("Z1", API, a(API, "10.8.0.9")), "answers"),
                row(
                        check,
                        "without a record",
                        login,
                        small().zone("Z1", API),
                        "open: private hosted zone Z1 has no record of " + API + ", which resolved all the same: "
                                + RECORDS),
                row(
                        new ForwardingRule(),
                        "to a public address",
                        login,
                        small().rule("r1", "", "FORWARD"),
                        "forwarded"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_inItsAccount_says(Row row) {
        assertThat(NetworkChecksTest.says(row.check().run(row.failure().in(row.account()))))
                .isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("idle")
    void check_thatDoesNotApply_readsNoName(Row row) {
        row.check().run(row.failure().in(row.account()));
        assertThat(row.account().asked()).noneMatch(operation -> operation.startsWith("route53"));
    }

    @ParameterizedTest
    @CsvSource({
        "logs.undefined.amazonaws.com, placeholder",
        "null.dkr.ecr.us-east-1.amazonaws.com, placeholder",
        "api.ecr.us-esat-1.amazonaws.com, region",
        "secretsmanager.eu-west-9.amazonaws.com, region",
        "api.ecr.amazonaws.com, region",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com, partition",
        "111122223333.dkr.ecr.us-east-1.amazonaws.com.cn, partition",
        "111122223333.dkr.ecr.us-east-1.amazonaws.con, typo",
        "111122223333.dkr.ecr.us-east-1.amazonws.com, typo",
        "registry-1.dokcer.io, typo",
        "ghcr.oi, typo",
        "api.ecr.us-east-1.amazonaws.com, passed",
        "111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com, passed",
        "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn, passed",
        "registry.undefined-labs.example.com, passed",
        "registry-1.docker.io, passed",
        "gcr.io, passed",
        "hcr.io, passed",
        "registry.example.com, passed",
        "logs.*.amazonaws.com, 'n/a: a part of the name is redacted, or it is no host name'",
        "'', n/a: the message names no host"
    })
    void wrongHost_ofANameThatDidNotResolve_says(String host, String says) {
        Failure failure = Failure.of("image_pull.dns_resolution");
        assertThat(NetworkChecksTest.says(
                        new WrongHost().run((host.isEmpty() ? failure : failure.fact(Fact.HOST, host)).in(small()))))
                .isEqualTo(says);
    }

    @Test
    void wrongHost_inTheTasksOwnRegion_isNeverTheRegion() {
        Inquiry elsewhere =
                lookup("api.ecr.xx-north-7.amazonaws.com", VPC_RESOLVER).in(small());
        Inquiry there = new Inquiry(
                new Subject(FakeAccount.ID, "xx-north-7", "prod", "api", "", "api:42"),
                elsewhere.task(),
                elsewhere.culprit(),
                elsewhere.seen(),
                elsewhere.account());

        assertThat(NetworkChecksTest.says(new WrongHost().run(elsewhere))).isEqualTo("region");
        assertThat(NetworkChecksTest.says(new WrongHost().run(there))).isEqualTo("passed");
    }

    @Test
    void wrongHost_ofALogConfiguration_isJudgedWithoutALookup() {
        assertThat(NetworkChecksTest.says(new WrongHost()
                        .run(Failure.of("logging.bad_config")
                                .fact(Fact.HOST, "logs.undefined.amazonaws.com")
                                .in(small()))))
                .isEqualTo("placeholder");
    }

    @Test
    void wrongHost_thatResolved_isNotJudged() {
        assertThat(new WrongHost()
                        .run(Failure.login(OTHER_ADDRESS)
                                .fact(Fact.HOST, "api.ecr.us-east-1.amazonaws.con")
                                .in(small())))
                .isEqualTo(new NotApplicable("the name resolved"));
    }

    @Test
    void privateZone_withTheRecord_saysWhereItLeads() {
        assertThat(new PrivateZone()
                        .run(lookup(API, VPC_RESOLVER)
                                .in(small().zone("Z1", API, a(API, "vpce-9.api.ecr.us-east-1.vpce.amazonaws.com")))))
                .isEqualTo(new Passed(
                        Resources.of("vpc", "vpc-0aa1", "subnet", "subnet-0aa1", "hosted-zone", "Z1", "host", API),
                        new Evidence(
                                "Private hosted zone Z1 (" + API + ") resolves " + API
                                        + " to vpce-9.api.ecr.us-east-1.vpce.amazonaws.com",
                                RECORDS)));
    }

    @Test
    void forwardingRule_ofEveryName_isTold() {
        assertThat(new ForwardingRule().run(lookup(API, VPC_RESOLVER).in(small().rule("r1", "", "FORWARD"))))
                .isEqualTo(new Failed(
                        "forwarded",
                        Resources.of("vpc", "vpc-0aa1", "subnet", "subnet-0aa1", "resolver-rule", "r1", "host", API),
                        new Evidence(
                                "Resolver rule r1 (.) forwards " + API + " to 10.9.0.53",
                                "route53resolver:GetResolverRule")));
    }

    @Test
    void firewall_thatBlocks_namesGroupListAndAnswer() {
        assertThat(new FirewallOfNames()
                        .run(lookup(API, VPC_RESOLVER).in(small().firewall(7, "BLOCK", "*.amazonaws.com"))))
                .isEqualTo(new Failed(
                        "blocked",
                        Resources.of(
                                "vpc",
                                "vpc-0aa1",
                                "subnet",
                                "subnet-0aa1",
                                "firewall-group",
                                "rslvr-frg-0aa1",
                                "domain-list",
                                "rslvr-fdl-7",
                                "domain",
                                "*.amazonaws.com",
                                "host",
                                API),
                        new Evidence(
                                "DNS Firewall blocks *.amazonaws.com by rule 7 of rule group rslvr-frg-0aa1 (domain list"
                                        + " rslvr-fdl-7), answering NXDOMAIN",
                                DOMAINS)));
    }

    @Test
    void checks_onAnInstance_areInconclusive() {
        assertThat(new FirewallOfNames()
                        .run(lookup(API, VPC_RESOLVER).onInstance().in(small())))
                .isInstanceOf(Inconclusive.class);
    }

    private static Failure lookup(String host, String resolver) {
        return Failure.of(host.equals(API) ? "registry_auth.network_timeout" : "image_pull.dns_resolution")
                .fact(Fact.HOST, host)
                .fact(Fact.RESOLVER, resolver);
    }

    private static RecordSet a(String name, String value) {
        return new RecordSet(name, "A", List.of(value));
    }

    private static Answer<List<String>> listed(String... domains) {
        return new Answer.Known<>(List.of(domains), DOMAINS);
    }

    private static Firewall.Rule rule(int priority, String type, Answer<List<String>> domains) {
        return new Firewall.Rule("rslvr-frg-1", 101, priority, "rslvr-fdl-1", domains, type, "BLOCK", "NODATA");
    }

    private static Endpoint withoutPrivateDns(Endpoint e) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                e.state(),
                false,
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                e.policy());
    }
}
