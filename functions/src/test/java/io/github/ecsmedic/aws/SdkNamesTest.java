package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.Firewall;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.account.Resolution;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkNamesTest {
    private static final String HOST = "api.ecr.us-east-1.amazonaws.com";
    private static final String ATTRIBUTE = "ec2:DescribeVpcAttribute";
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String ZONES = "route53:ListHostedZonesByVPC";
    private static final String RECORDS = "route53:ListResourceRecordSets";
    private static final String RULES = "route53resolver:ListResolverRuleAssociations";
    private static final String RULE = "route53resolver:GetResolverRule";
    private static final String GROUPS = "route53resolver:ListFirewallRuleGroupAssociations";
    private static final String FIREWALL_RULES = "route53resolver:ListFirewallRules";
    private static final String DOMAINS = "route53resolver:ListFirewallDomains";
    private static final String PROFILES = "route53profiles:ListProfileAssociations";
    private static final String RESOURCES = "route53profiles:ListProfileResourceAssociations";
    private static final String SOA =
            record("ecr.us-east-1.amazonaws.com.", "SOA", "ns-1.example.com. admin.example.com. 1 2 3 4 5");

    private final FakeAws aws = new FakeAws();

    @BeforeEach
    void nothingAttached() {
        aws.on(ATTRIBUTE, asked -> FakeAws.response(200, asked.body().contains("enableDnsSupport") ? """
                        <DescribeVpcAttributeResponse><enableDnsSupport><value>true</value></enableDnsSupport></DescribeVpcAttributeResponse>""" : """
                        <DescribeVpcAttributeResponse><enableDnsHostnames><value>true</value></enableDnsHostnames></DescribeVpcAttributeResponse>"""));
        aws.on(ENDPOINTS, "<DescribeVpcEndpointsResponse><vpcEndpointSet/></DescribeVpcEndpointsResponse>");
    }

    private Resolution resolution() {
        return aws.account().names().resolution("vpc-1", HOST);
    }

    private FakeAws without(String... operations) {
        for (String operation : operations) {
            switch (operation) {
                case ZONES -> aws.on(ZONES, zones(""));
                case RULES -> aws.on(RULES, "{\"ResolverRuleAssociations\": []}");
                case PROFILES -> aws.on(PROFILES, "{\"ProfileAssociations\": []}");
                case GROUPS -> aws.on(GROUPS, "{\"FirewallRuleGroupAssociations\": []}");
                default -> throw new IllegalArgumentException(operation);
            }
        }
        return aws;
    }

    @Test
    void resolution_whereNothingIsAttached_costsOneCallEachAndOneStep() {
        without(ZONES, RULES, PROFILES);
        SdkAccount account = aws.account();

        Resolution found = account.names().resolution("vpc-1", HOST);

        assertThat(found.zones()).isEqualTo(new Known<>(List.of(), ZONES));
        assertThat(found.rules()).isEqualTo(new Known<>(List.of(), RULES));
        assertThat(found.profiles()).isEqualTo(new Known<>(List.of(), PROFILES));
        assertThat(aws.operations()).containsExactlyInAnyOrder(ENDPOINTS, ZONES, RULES, PROFILES);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
    }

    @Test
    void resolution_askedTwice_isReadOnce() {
        without(ZONES, RULES, PROFILES);
        SdkAccount account = aws.account();

        Resolution first = account.names().resolution("vpc-1", HOST);

        assertThat(account.names().resolution("vpc-1", HOST)).isEqualTo(first);
        assertThat(aws.operations()).hasSize(4);
    }

    @Test
    void zones_ofUsersOnTwoPages_areReadWithTheRecordsOfThoseThatCoverTheName() {
        without(RULES, PROFILES);
        aws.on(
                ZONES,
                zones(zone("Z1", "ecr.us-east-1.amazonaws.com.", "<OwningAccount>111122223333</OwningAccount>"))
                        .replace("</ListHosted", "<NextToken>more</NextToken></ListHosted"),
                zones(zone("Z2", "corp.example.com.", "<OwningAccount>444455556666</OwningAccount>")
                        + zone("Z3", HOST + ".", "<OwningService>vpce.amazonaws.com</OwningService>")));
        aws.on(RECORDS, records(false, SOA + record("\\052.ecr.us-east-1.amazonaws.com.", "A", "10.0.0.9")));

        assertThat(resolution().zones())
                .isEqualTo(new Known<>(
                        List.of(
                                new HostedZone(
                                        "Z1",
                                        "ecr.us-east-1.amazonaws.com",
                                        "",
                                        new Known<>(
                                                List.of(
                                                        soa(),
                                                        new RecordSet(
                                                                "*.ecr.us-east-1.amazonaws.com",
                                                                "A",
                                                                List.of("10.0.0.9"))),
                                                RECORDS)),
                                new HostedZone("Z2", "corp.example.com", "", new Known<>(List.of(), ZONES))),
                        ZONES));
        assertThat(bodies(ZONES).getFirst())
                .contains("vpcid=vpc-1", "vpcregion=us-east-1")
                .doesNotContain("nexttoken");
        assertThat(bodies(ZONES).getLast()).contains("nexttoken=more");
        assertThat(bodies(RECORDS)).containsExactly("/2013-04-01/hostedzone/Z1/rrset?");
    }

    @Test
    void records_ofALargeZone_areReadAtTheNameAndItsWildcardsOnly() {
        without(RULES, PROFILES);
        aws.on(ZONES, zones(zone("Z1", "ecr.us-east-1.amazonaws.com.", "<OwningAccount>111122223333</OwningAccount>")));
        aws.on(
                RECORDS,
                asked -> FakeAws.response(
                        200,
                        asked.body().contains("name=")
                                ? records(
                                        true,
                                        asked.body().contains("name=api")
                                                ? alias(HOST + ".", "vpce-1.api.ecr.vpce.amazonaws.com.")
                                                        + record("zzz.ecr.us-east-1.amazonaws.com.", "A", "10.0.0.8")
                                                : record("aaa.ecr.us-east-1.amazonaws.com.", "A", "10.0.0.7"))
                                : records(true, SOA)));

        Resolution found = resolution();

        assertThat(found.zones())
                .isEqualTo(new Known<>(
                        List.of(new HostedZone(
                                "Z1",
                                "ecr.us-east-1.amazonaws.com",
                                "",
                                new Known<>(
                                        List.of(
                                                soa(),
                                                new RecordSet(HOST, "A", List.of("vpce-1.api.ecr.vpce.amazonaws.com"))),
                                        RECORDS))),
                        ZONES));
        assertThat(bodies(RECORDS)).hasSize(3);
    }

    @Test
    void records_thatMayNotBeRead_leaveTheZoneKnown() {
        without(RULES, PROFILES);
        aws.on(ZONES, zones(zone("Z1", "ecr.us-east-1.amazonaws.com.", "<OwningAccount>444455556666</OwningAccount>")));
        aws.on(RECORDS, 403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");

        assertThat(resolution().zones())
                .isEqualTo(new Known<>(
                        List.of(new HostedZone(
                                "Z1", "ecr.us-east-1.amazonaws.com", "", new Unknown<>("AccessDenied", RECORDS))),
                        ZONES));
    }

    @Test
    void records_ofAZoneThatShowsNone_areUnknown() {
        without(RULES, PROFILES);
        aws.on(ZONES, zones(zone("Z1", HOST + ".", "<OwningAccount>111122223333</OwningAccount>")));
        aws.on(RECORDS, records(false, ""));

        assertThat(resolution().zones())
                .isEqualTo(new Known<>(
                        List.of(new HostedZone("Z1", HOST, "", new Unknown<>("empty answer", RECORDS))), ZONES));
    }

    @Test
    void rules_ofUsers_areReadAndThoseOfAwsCostNoCall() {
        without(ZONES, PROFILES);
        aws.on(RULES, """
                {"NextToken": "more", "ResolverRuleAssociations": [
                 {"ResolverRuleId": "rslvr-autodefined-rr-internet-resolver", "Status": "COMPLETE"},
                 {"ResolverRuleId": "rslvr-rr-gone", "Status": "DELETING"}]}""", """
                {"ResolverRuleAssociations": [{"ResolverRuleId": "rslvr-rr-1", "Status": "COMPLETE"}]}""");
        aws.on(RULE, """
                {"ResolverRule": {"Id": "rslvr-rr-1", "DomainName": "AmazonAWS.com.", "RuleType": "FORWARD",
                 "TargetIps": [{"Ip": "10.9.0.53", "Port": 53}, {"Ipv6": "fd00::53"}]}}""");

        assertThat(resolution().rules())
                .isEqualTo(new Known<>(
                        List.of(new ResolverRule(
                                "rslvr-rr-1", "amazonaws.com", "FORWARD", List.of("10.9.0.53", "fd00::53"), "")),
                        RULES));
        assertThat(bodies(RULES).getFirst()).contains("VPCId", "vpc-1");
        assertThat(bodies(RULE)).hasSize(1);
    }

    @Test
    void rules_ofWhichOneMayNotBeRead_areUnknown() {
        without(ZONES, PROFILES);
        aws.on(
                RULES,
                "{\"ResolverRuleAssociations\": [{\"ResolverRuleId\": \"rslvr-rr-1\", \"Status\": \"COMPLETE\"}]}");
        aws.on(RULE, 400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");

        assertThat(resolution().rules()).isEqualTo(new Unknown<>("AccessDenied", RULE));
    }

    @Test
    void parts_answeredWithNothingInThem_areUnknownEach() {
        aws.on(ZONES, "<ListHostedZonesByVPCResponse/>");
        aws.on(RULES, "{}");
        aws.on(PROFILES, "{}");
        aws.on(GROUPS, "{}");
        SdkAccount account = aws.account();

        Resolution found = account.names().resolution("vpc-1", HOST);

        assertThat(found.zones()).isEqualTo(new Unknown<>("empty answer", ZONES));
        assertThat(found.rules()).isEqualTo(new Unknown<>("empty answer", RULES));
        assertThat(found.profiles()).isEqualTo(new Unknown<>("empty answer", PROFILES));
        assertThat(account.names().firewall("vpc-1"))
                .isEqualTo(
                        new Firewall(new Unknown<>("empty answer", GROUPS), new Unknown<>("empty answer", PROFILES)));
    }

    @Test
    void parts_thatAreDenied_areUnknownAndHideNoOther() {
        without(RULES);
        aws.on(ZONES, 403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
        aws.on(PROFILES, 403, "{\"message\": \"no\"}");

        Resolution found = resolution();

        assertThat(found.zones()).isEqualTo(new Unknown<>("AccessDenied", ZONES));
        assertThat(found.rules()).isEqualTo(new Known<>(List.of(), RULES));
        assertThat(found.profiles()).isEqualTo(new Unknown<>("AccessDenied", PROFILES));
    }

    @Test
    void profile_isReadWithItsZonesRulesAndEndpoints() {
        without(ZONES, RULES);
        aws.on(PROFILES, """
                {"ProfileAssociations": [{"ProfileId": "rp-1", "ResourceId": "vpc-1", "Status": "COMPLETE"},
                                         {"ProfileId": "rp-0", "ResourceId": "vpc-1", "Status": "DELETING"}]}""");
        aws.on(RESOURCES, """
                {"NextToken": "more", "ProfileResourceAssociations": [
                 {"ResourceArn": "arn:aws:route53:::hostedzone/Z9", "Status": "COMPLETE"}]}""", """
                {"ProfileResourceAssociations": [
                 {"ResourceArn": "arn:aws:route53resolver:us-east-1:444455556666:resolver-rule/rslvr-rr-9", "Status": "COMPLETE"},
                 {"ResourceArn": "arn:aws:ec2:us-east-1:444455556666:vpc-endpoint/vpce-9", "Status": "COMPLETE"}]}""");
        aws.on(RECORDS, records(false, SOA));
        aws.on(RULE, """
                {"ResolverRule": {"Id": "rslvr-rr-9", "DomainName": ".", "RuleType": "SYSTEM"}}""");
        SdkAccount account = aws.account();

        assertThat(account.names().resolution("vpc-1", HOST).profiles())
                .isEqualTo(new Known<>(
                        List.of(new DnsProfile(
                                "rp-1",
                                List.of(new HostedZone(
                                        "Z9",
                                        "ecr.us-east-1.amazonaws.com",
                                        "rp-1",
                                        new Known<>(List.of(soa()), RECORDS))),
                                List.of(new ResolverRule("rslvr-rr-9", "", "SYSTEM", List.of(), "rp-1")),
                                List.of("arn:aws:ec2:us-east-1:444455556666:vpc-endpoint/vpce-9"))),
                        PROFILES));
        assertThat(bodies(PROFILES).getFirst()).contains("resourceId=vpc-1");
        assertThat(bodies(RESOURCES).getLast()).contains("/profileid/rp-1", "nextToken=more");
        assertThat(account.cost().criticalPath()).isEqualTo(4);
    }

    @Test
    void profile_whoseZoneMayNotBeRead_isUnknown() {
        without(ZONES, RULES);
        aws.on(PROFILES, "{\"ProfileAssociations\": [{\"ProfileId\": \"rp-1\", \"Status\": \"COMPLETE\"}]}");
        aws.on(RESOURCES, """
                {"ProfileResourceAssociations": [{"ResourceArn": "arn:aws:route53:::hostedzone/Z9", "Status": "COMPLETE"}]}""");
        aws.on(RECORDS, 403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");

        assertThat(resolution().profiles()).isEqualTo(new Unknown<>("AccessDenied", RECORDS));
    }

    @Test
    void firewall_isReadWithTheDomainsOfItsListsAndThoseOfProfiles() {
        aws.on(GROUPS, """
                {"FirewallRuleGroupAssociations": [
                 {"FirewallRuleGroupId": "rslvr-frg-1", "VpcId": "vpc-1", "Priority": 101, "Status": "COMPLETE"}]}""");
        aws.on(PROFILES, "{\"ProfileAssociations\": [{\"ProfileId\": \"rp-1\", \"Status\": \"COMPLETE\"}]}");
        aws.on(RESOURCES, """
                {"ProfileResourceAssociations": [
                 {"ResourceArn": "arn:aws:route53resolver:us-east-1:111122223333:firewall-rule-group/rslvr-frg-9",
                  "ResourceProperties": "{\\"priority\\":102}", "Status": "COMPLETE"}]}""");
        aws.on(FIREWALL_RULES, asked -> FakeAws.response(200, asked.body().contains("rslvr-frg-1") ? """
                        {"FirewallRules": [
                         {"FirewallRuleGroupId": "rslvr-frg-1", "FirewallDomainListId": "rslvr-fdl-1", "Priority": 10,
                          "Action": "BLOCK", "BlockResponse": "NODATA"},
                         {"FirewallRuleGroupId": "rslvr-frg-1", "FirewallDomainListId": "rslvr-fdl-aws", "Priority": 20,
                          "Action": "BLOCK", "BlockResponse": "NXDOMAIN", "Qtype": "AAAA"}]}""" : """
                        {"FirewallRules": [{"FirewallRuleGroupId": "rslvr-frg-9", "Priority": 5, "Action": "ALERT",
                          "DnsThreatProtection": "DGA"}]}"""));
        aws.on(
                DOMAINS,
                asked -> asked.body().contains("rslvr-fdl-aws")
                        ? FakeAws.response(400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}")
                        : FakeAws.response(
                                200,
                                asked.body().contains("NextToken")
                                        ? "{\"Domains\": [\"*.example.com.\"]}"
                                        : "{\"Domains\": [\"*.amazonaws.com.\"], \"NextToken\": \"more\"}"));
        SdkAccount account = aws.account();

        assertThat(account.names().firewall("vpc-1"))
                .isEqualTo(new Firewall(
                        new Known<>(
                                List.of(
                                        new Firewall.Rule(
                                                "rslvr-frg-1",
                                                101,
                                                10,
                                                "rslvr-fdl-1",
                                                known("*.amazonaws.com.", "*.example.com."),
                                                "",
                                                "BLOCK",
                                                "NODATA"),
                                        new Firewall.Rule(
                                                "rslvr-frg-1",
                                                101,
                                                20,
                                                "rslvr-fdl-aws",
                                                new Unknown<>("AccessDenied", DOMAINS),
                                                "AAAA",
                                                "BLOCK",
                                                "NXDOMAIN")),
                                GROUPS),
                        new Known<>(
                                List.of(new Firewall.Rule(
                                        "rslvr-frg-9",
                                        102,
                                        5,
                                        "",
                                        new Unknown<>(
                                                "a threat protection rule of AWS shows no domains", FIREWALL_RULES),
                                        "",
                                        "ALERT",
                                        "")),
                                FIREWALL_RULES)));
        assertThat(bodies(GROUPS).getFirst()).contains("vpc-1");
    }

    @Test
    void firewall_withoutGroups_costsTwoCalls() {
        without(GROUPS, PROFILES);
        assertThat(aws.account().names().firewall("vpc-1"))
                .isEqualTo(new Firewall(new Known<>(List.of(), GROUPS), new Known<>(List.of(), FIREWALL_RULES)));
        assertThat(aws.operations()).containsExactlyInAnyOrder(GROUPS, PROFILES);
    }

    private List<String> bodies(String operation) {
        return aws.asked().stream()
                .filter(asked -> asked.operation().equals(operation))
                .map(FakeAws.Asked::body)
                .toList();
    }

    private static Answer<List<String>> known(String... domains) {
        return new Known<>(List.of(domains), DOMAINS);
    }

    private static RecordSet soa() {
        return new RecordSet(
                "ecr.us-east-1.amazonaws.com", "SOA", List.of("ns-1.example.com. admin.example.com. 1 2 3 4 5"));
    }

    private static String zones(String summaries) {
        return "<ListHostedZonesByVPCResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZoneSummaries>"
                + summaries + "</HostedZoneSummaries><MaxItems>100</MaxItems></ListHostedZonesByVPCResponse>";
    }

    private static String zone(String id, String name, String owner) {
        return "<HostedZoneSummary><HostedZoneId>" + id + "</HostedZoneId><Name>" + name + "</Name><Owner>" + owner
                + "</Owner></HostedZoneSummary>";
    }

    private static String records(boolean cut, String records) {
        return "<ListResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ResourceRecordSets>"
                + records + "</ResourceRecordSets><IsTruncated>" + cut
                + "</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>";
    }

    private static String record(String name, String type, String value) {
        return "<ResourceRecordSet><Name>" + name + "</Name><Type>" + type
                + "</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>" + value
                + "</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>";
    }

    private static String alias(String name, String target) {
        return "<ResourceRecordSet><Name>" + name
                + "</Name><Type>A</Type><AliasTarget><HostedZoneId>Z0</HostedZoneId><DNSName>" + target
                + "</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>";
    }
}
