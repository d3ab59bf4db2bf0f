package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.NatGateway;
import io.github.ecsmedic.account.PrefixList;
import io.github.ecsmedic.account.RouteTable;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkNetworksTest {
    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String TABLES = "ec2:DescribeRouteTables";
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String GATEWAYS = "ec2:DescribeNatGateways";
    private static final String ATTRIBUTE = "ec2:DescribeVpcAttribute";
    private static final String LISTS = "ec2:DescribeManagedPrefixLists";
    private static final String ENTRIES = "ec2:GetManagedPrefixListEntries";

    private final FakeAws aws = new FakeAws();

    @Test
    void subnet_thatIsThere_isRead() {
        aws.on(SUBNETS, ec2("DescribeSubnets", """
                <subnetSet><item>
                  <subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId><cidrBlock>10.20.1.0/24</cidrBlock>
                  <availabilityZone>us-east-1b</availabilityZone><ownerId>111122223333</ownerId>
                  <availableIpAddressCount>251</availableIpAddressCount><state>available</state>
                </item></subnetSet>"""));
        assertThat(aws.account().networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Subnet("subnet-1", "vpc-1", "10.20.1.0/24", "us-east-1b", "111122223333", 251)),
                        SUBNETS));
        assertThat(aws.asked().getFirst().body()).contains("SubnetId.1=subnet-1");
    }

    @Test
    void subnet_thatAwsDoesNotFind_isKnownToBeAbsent() {
        aws.on(SUBNETS, 400, ec2Error("InvalidSubnetID.NotFound"));
        assertThat(aws.account().networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), SUBNETS));
    }

    @Test
    void subnet_withAnEmptyList_isUnknown() {
        aws.on(SUBNETS, ec2("DescribeSubnets", "<subnetSet/>"));
        assertThat(aws.account().networks().subnet("subnet-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", SUBNETS));
    }

    @Test
    void vpcDns_isReadFromBothAttributesAtOnce() {
        aws.on(
                ATTRIBUTE,
                asked -> FakeAws.response(
                        200,
                        ec2(
                                "DescribeVpcAttribute",
                                asked.body().contains("enableDnsSupport")
                                        ? "<vpcId>vpc-1</vpcId><enableDnsSupport><value>true</value></enableDnsSupport>"
                                        : "<vpcId>vpc-1</vpcId><enableDnsHostnames><value>false</value></enableDnsHostnames>")));
        SdkAccount account = aws.account();
        assertThat(account.networks().vpcDns("vpc-1"))
                .isEqualTo(new Answer.Known<>(new VpcDns("vpc-1", true, false), ATTRIBUTE));
        assertThat(account.cost().apiCalls()).isEqualTo(2);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
    }

    @Test
    void vpcDns_withoutAValue_isUnknown() {
        aws.on(ATTRIBUTE, ec2("DescribeVpcAttribute", "<vpcId>vpc-1</vpcId>"));
        assertThat(aws.account().networks().vpcDns("vpc-1")).isEqualTo(new Answer.Unknown<>("empty answer", ATTRIBUTE));
    }

    @Test
    void routeTable_ofASubnetWithItsOwn_isThatOneFoundOnTheSecondPage() {
        aws.on(
                TABLES,
                ec2(
                        "DescribeRouteTables",
                        "<routeTableSet>" + table("rtb-main", "<main>true</main>")
                                + "</routeTableSet><nextToken>more</nextToken>"),
                ec2("DescribeRouteTables", """
                        <routeTableSet><item><routeTableId>rtb-own</routeTableId><vpcId>vpc-1</vpcId>
                          <associationSet><item><subnetId>subnet-1</subnetId><main>false</main>
                            <associationState><state>associated</state></associationState></item></associationSet>
                          <routeSet>
                            <item><destinationCidrBlock>10.20.0.0/16</destinationCidrBlock><gatewayId>local</gatewayId><state>active</state></item>
                            <item><destinationPrefixListId>pl-1</destinationPrefixListId><gatewayId>vpce-1</gatewayId><state>active</state></item>
                            <item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><natGatewayId>nat-1</natGatewayId><state>blackhole</state></item>
                            <item><destinationIpv6CidrBlock>::/0</destinationIpv6CidrBlock><egressOnlyInternetGatewayId>eigw-1</egressOnlyInternetGatewayId><state>active</state></item>
                            <item><destinationCidrBlock>192.0.2.0/24</destinationCidrBlock><instanceId>i-1</instanceId><networkInterfaceId>eni-1</networkInterfaceId><state>Active</state></item>
                          </routeSet></item></routeTableSet>"""));
        assertThat(aws.account().networks().routeTable("subnet-1", "vpc-1"))
                .isEqualTo(new Answer.Known<>(
                        new RouteTable(
                                "rtb-own",
                                "vpc-1",
                                false,
                                List.of(
                                        new RouteTable.Route("10.20.0.0/16", "local", "active"),
                                        new RouteTable.Route("pl-1", "vpce-1", "active"),
                                        new RouteTable.Route("0.0.0.0/0", "nat-1", "blackhole"),
                                        new RouteTable.Route("::/0", "eigw-1", "active"),
                                        new RouteTable.Route("192.0.2.0/24", "eni-1", "active"))),
                        TABLES));
        assertThat(aws.asked().getFirst().body())
                .contains("Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-1")
                .doesNotContain("NextToken");
        assertThat(aws.asked().getLast().body()).contains("NextToken=more");
    }

    @Test
    void routeTable_ofASubnetWithout_isTheMainOne() {
        aws.on(
                TABLES,
                ec2(
                        "DescribeRouteTables",
                        "<routeTableSet>" + table("rtb-2", "<subnetId>subnet-2</subnetId>")
                                + table("rtb-main", "<main>true</main>") + "</routeTableSet>"));
        SdkAccount account = aws.account();
        assertThat(account.networks().routeTable("subnet-1", "vpc-1"))
                .isEqualTo(new Answer.Known<>(localOnly("rtb-main", true), TABLES));
        assertThat(account.networks().routeTable("subnet-2", "vpc-1"))
                .isEqualTo(new Answer.Known<>(localOnly("rtb-2", false), TABLES));
        assertThat(aws.operations()).containsExactly(TABLES);
    }

    @Test
    void routeTable_whenNoneIsSeen_isUnknown() {
        aws.on(TABLES, ec2("DescribeRouteTables", "<routeTableSet/>"));
        assertThat(aws.account().networks().routeTable("subnet-1", "vpc-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", TABLES));
    }

    @Test
    void routeTable_withoutRoutes_isUnknown() {
        aws.on(TABLES, ec2("DescribeRouteTables", """
                <routeTableSet><item><routeTableId>rtb-main</routeTableId>
                  <associationSet><item><main>true</main></item></associationSet></item></routeTableSet>"""));
        assertThat(aws.account().networks().routeTable("subnet-1", "vpc-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", TABLES));
    }

    @Test
    void routeTable_whosePagesNeverEnd_isUnknown() {
        aws.on(TABLES, ec2("DescribeRouteTables", "<routeTableSet/><nextToken>again</nextToken>"));
        assertThat(aws.account().networks().routeTable("subnet-1", "vpc-1"))
                .isEqualTo(new Answer.Unknown<>("malformed answer", TABLES));
    }

    @Test
    void endpoints_overTwoPages_areAllRead() {
        aws.on(ENDPOINTS, ec2("DescribeVpcEndpoints", """
                        <vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId><vpcId>vpc-1</vpcId>
                          <serviceName>com.amazonaws.us-east-1.ecr.api</serviceName><vpcEndpointType>Interface</vpcEndpointType>
                          <state>Available</state><privateDnsEnabled>true</privateDnsEnabled>
                          <subnetIdSet><item>subnet-1</item></subnetIdSet>
                          <groupSet><item><groupId>sg-1</groupId><groupName>g</groupName></item></groupSet>
                          <networkInterfaceIdSet><item>eni-1</item></networkInterfaceIdSet>
                        </item></vpcEndpointSet><nextToken>more</nextToken>"""), ec2("DescribeVpcEndpoints", """
                        <vpcEndpointSet><item><vpcEndpointId>vpce-2</vpcEndpointId><vpcId>vpc-1</vpcId>
                          <serviceName>com.amazonaws.us-east-1.s3</serviceName><vpcEndpointType>Gateway</vpcEndpointType>
                          <state>pending</state><policyDocument>{"Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}</policyDocument>
                          <routeTableIdSet><item>rtb-1</item></routeTableIdSet></item></vpcEndpointSet>"""));
        Endpoint api = new Endpoint(
                "vpce-1",
                "vpc-1",
                "com.amazonaws.us-east-1.ecr.api",
                "Interface",
                "available",
                true,
                List.of(),
                List.of("subnet-1"),
                List.of("sg-1"),
                List.of("eni-1"),
                null);
        Endpoint s3 = new Endpoint(
                "vpce-2",
                "vpc-1",
                "com.amazonaws.us-east-1.s3",
                "Gateway",
                "pending",
                false,
                List.of("rtb-1"),
                List.of(),
                List.of(),
                List.of(),
                new AccessPolicy(List.of(new AccessPolicy.Statement(
                        false,
                        List.of("*"),
                        new AccessPolicy.Patterns(List.of("s3:*"), false),
                        new AccessPolicy.Patterns(List.of("*"), false),
                        false))));
        SdkAccount account = aws.account();
        assertThat(account.networks().endpoints("vpc-1")).isEqualTo(new Answer.Known<>(List.of(api, s3), ENDPOINTS));
        assertThat(account.cost().criticalPath()).isEqualTo(2);
    }

    @Test
    void endpoints_ofAVpcWithout_areNone() {
        aws.on(ENDPOINTS, ec2("DescribeVpcEndpoints", "<vpcEndpointSet/>"));
        assertThat(aws.account().networks().endpoints("vpc-1")).isEqualTo(new Answer.Known<>(List.of(), ENDPOINTS));
    }

    @Test
    void endpoints_whenTheListIsMissing_areUnknown() {
        aws.on(ENDPOINTS, ec2("DescribeVpcEndpoints", ""));
        assertThat(aws.account().networks().endpoints("vpc-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", ENDPOINTS));
    }

    @Test
    void natGateway_thatIsPublic_namesItsAddresses() {
        aws.on(GATEWAYS, ec2("DescribeNatGateways", """
                <natGatewaySet><item><natGatewayId>nat-1</natGatewayId><vpcId>vpc-1</vpcId><subnetId>subnet-9</subnetId>
                  <state>available</state><connectivityType>public</connectivityType>
                  <natGatewayAddressSet>
                    <item><publicIp>198.51.100.7</publicIp><privateIp>10.20.9.4</privateIp></item>
                    <item><privateIp>10.20.9.5</privateIp></item>
                  </natGatewayAddressSet></item></natGatewaySet>"""));
        assertThat(aws.account().networks().natGateway("nat-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new NatGateway(
                                "nat-1", "vpc-1", "subnet-9", "available", true, List.of("198.51.100.7"))),
                        GATEWAYS));
    }

    @Test
    void natGateway_thatIsPrivateAndRegional_hasNoAddressAndNoSubnet() {
        aws.on(GATEWAYS, ec2("DescribeNatGateways", """
                <natGatewaySet><item><natGatewayId>nat-1</natGatewayId><vpcId>vpc-1</vpcId>
                  <state>deleted</state><connectivityType>private</connectivityType></item></natGatewaySet>"""));
        assertThat(aws.account().networks().natGateway("nat-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new NatGateway("nat-1", "vpc-1", "", "deleted", false, List.of())), GATEWAYS));
    }

    @Test
    void natGateway_thatAwsDoesNotFind_isKnownToBeAbsent() {
        aws.on(GATEWAYS, 400, ec2Error("NatGatewayNotFound"));
        assertThat(aws.account().networks().natGateway("nat-1"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), GATEWAYS));
    }

    @Test
    void prefixList_overTwoPages_hasAllItsRanges() {
        aws.on(
                ENTRIES,
                ec2(
                        "GetManagedPrefixListEntries",
                        "<entrySet><item><cidr>192.0.2.0/25</cidr></item></entrySet><nextToken>2</nextToken>"),
                ec2("GetManagedPrefixListEntries", "<entrySet><item><cidr>192.0.2.128/25</cidr></item></entrySet>"));
        assertThat(aws.account().networks().prefixList("pl-1"))
                .isEqualTo(new Answer.Known<>(
                        new PrefixList("pl-1", "", List.of("192.0.2.0/25", "192.0.2.128/25")), ENTRIES));
    }

    @Test
    void awsPrefixList_byName_sharesItsRangesWithTheOneById() {
        aws.on(LISTS, ec2("DescribeManagedPrefixLists", """
                        <prefixListSet><item><prefixListId>pl-1</prefixListId><ownerId>AWS</ownerId></item></prefixListSet>"""))
                .on(
                        ENTRIES,
                        ec2(
                                "GetManagedPrefixListEntries",
                                "<entrySet><item><cidr>192.0.2.0/24</cidr></item></entrySet>"));
        SdkAccount account = aws.account();
        String name = "com.amazonaws.us-east-1.s3";
        assertThat(account.networks().awsPrefixList(name))
                .isEqualTo(
                        new Answer.Known<>(Optional.of(new PrefixList("pl-1", name, List.of("192.0.2.0/24"))), LISTS));
        assertThat(account.networks().prefixList("pl-1"))
                .isEqualTo(new Answer.Known<>(new PrefixList("pl-1", "", List.of("192.0.2.0/24")), ENTRIES));
        assertThat(aws.operations()).containsExactly(LISTS, ENTRIES);
        assertThat(aws.asked().getFirst().body())
                .contains("Filter.1.Value.1=" + name, "Filter.2.Name=owner-id", "Filter.2.Value.1=AWS");
    }

    @Test
    void awsPrefixList_thatTheRegionLacks_isKnownToBeAbsent() {
        aws.on(LISTS, ec2("DescribeManagedPrefixLists", "<prefixListSet/>"));
        assertThat(aws.account().networks().awsPrefixList("com.amazonaws.us-east-1.s3"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), LISTS));
    }

    @Test
    void awsPrefixList_whoseRangesAreRefused_isUnknownAndNamesThatCall() {
        aws.on(
                        LISTS,
                        ec2(
                                "DescribeManagedPrefixLists",
                                "<prefixListSet><item><prefixListId>pl-1</prefixListId></item></prefixListSet>"))
                .on(ENTRIES, 403, ec2Error("UnauthorizedOperation"));
        assertThat(aws.account().networks().awsPrefixList("com.amazonaws.us-east-1.s3"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", ENTRIES));
    }

    static String ec2(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>1</requestId>"
                + content + "</" + operation + "Response>";
    }

    static String ec2Error(String code) {
        return "<Response><Errors><Error><Code>" + code
                + "</Code><Message>made up</Message></Error></Errors></Response>";
    }

    private static String table(String id, String association) {
        return "<item><routeTableId>" + id + "</routeTableId><vpcId>vpc-1</vpcId><associationSet><item>" + association
                + "</item></associationSet><routeSet><item><destinationCidrBlock>10.20.0.0/16</destinationCidrBlock>"
                + "<gatewayId>local</gatewayId><state>active</state></item></routeSet></item>";
    }

    private static RouteTable localOnly(String id, boolean main) {
        return new RouteTable(id, "vpc-1", main, List.of(new RouteTable.Route("10.20.0.0/16", "local", "active")));
    }
}
