package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Balancers.Listener;
import io.github.ecsmedic.account.LoadBalancer;
import io.github.ecsmedic.account.Target;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkBalancersTest {
    private static final String GROUPS = "elasticloadbalancing:DescribeTargetGroups";
    private static final String HEALTH = "elasticloadbalancing:DescribeTargetHealth";
    private static final String BALANCERS = "elasticloadbalancing:DescribeLoadBalancers";
    private static final String LISTENERS = "elasticloadbalancing:DescribeListeners";
    private static final String RULES = "elasticloadbalancing:DescribeRules";

    private final FakeAws aws = new FakeAws();

    @Test
    void targetGroup_thatIsThere_isReadWithItsHealthCheck() {
        aws.on(
                GROUPS,
                elb(
                        "DescribeTargetGroups",
                        "<TargetGroups>" + group("<LoadBalancerArns><member>lb-1</member></LoadBalancerArns>")
                                + "</TargetGroups>"));
        assertThat(aws.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new TargetGroup(
                                "tg-1",
                                "shop",
                                "ip",
                                "vpc-1",
                                List.of("lb-1"),
                                new TargetGroup.HealthCheck(
                                        "HTTP", "traffic-port", "/health", "200-299", false, 15, 5, 3, 2))),
                        GROUPS));
        assertThat(aws.asked().getFirst().body()).contains("TargetGroupArns.member.1=tg-1");
    }

    @Test
    void targetGroup_ofGrpcAndWithoutLoadBalancer_isRead() {
        String grpc = group("<LoadBalancerArns/>").replace("HttpCode>200-299</HttpCode", "GrpcCode>0</GrpcCode");
        aws.on(GROUPS, elb("DescribeTargetGroups", "<TargetGroups>" + grpc + "</TargetGroups>"));
        assertThat(aws.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new TargetGroup(
                                "tg-1",
                                "shop",
                                "ip",
                                "vpc-1",
                                List.of(),
                                new TargetGroup.HealthCheck(
                                        "HTTP", "traffic-port", "/health", "0", true, 15, 5, 3, 2))),
                        GROUPS));
    }

    @Test
    void targetGroup_thatDoesNotSayWhoUsesIt_isUnknown() {
        aws.on(GROUPS, elb("DescribeTargetGroups", "<TargetGroups>" + group("") + "</TargetGroups>"));
        assertThat(aws.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", GROUPS));
    }

    @Test
    void targetGroup_thatElbDoesNotFind_isKnownToBeAbsent() {
        aws.on(GROUPS, 400, error("TargetGroupNotFound"));
        assertThat(aws.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), GROUPS));
    }

    @Test
    void targetGroup_refusedOrEmpty_isUnknown() {
        aws.on(GROUPS, 403, error("AccessDenied"));
        assertThat(aws.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", GROUPS));
        FakeAws empty = new FakeAws().on(GROUPS, elb("DescribeTargetGroups", "<TargetGroups/>"));
        assertThat(empty.account().balancers().targetGroup("tg-1"))
                .isEqualTo(new Answer.Unknown<>("empty answer", GROUPS));
    }

    @Test
    void targets_areReadWithReasonAndDescription() {
        aws.on(HEALTH, elb("DescribeTargetHealth", """
                <TargetHealthDescriptions>
                  <member><HealthCheckPort>8080</HealthCheckPort>
                    <Target><Id>10.0.1.9</Id><Port>8080</Port><AvailabilityZone>us-east-1b</AvailabilityZone></Target>
                    <TargetHealth><State>unhealthy</State><Reason>Target.ResponseCodeMismatch</Reason>
                      <Description>Health checks failed with these codes: [404]</Description></TargetHealth></member>
                  <member><Target><Id>10.0.2.9</Id><Port>8080</Port></Target>
                    <TargetHealth><State>a_state_of_tomorrow</State></TargetHealth></member>
                </TargetHealthDescriptions>"""));
        assertThat(aws.account().balancers().targets("tg-1"))
                .isEqualTo(new Answer.Known<>(
                        List.of(
                                new Target(
                                        "10.0.1.9",
                                        "us-east-1b",
                                        "unhealthy",
                                        "Target.ResponseCodeMismatch",
                                        "Health checks failed with these codes: [404]"),
                                new Target("10.0.2.9", "", "a_state_of_tomorrow", "", "")),
                        HEALTH));
    }

    @Test
    void targets_whereNoneIsRegistered_areKnownToBeNone() {
        aws.on(HEALTH, elb("DescribeTargetHealth", "<TargetHealthDescriptions/>"));
        assertThat(aws.account().balancers().targets("tg-1")).isEqualTo(new Answer.Known<>(List.of(), HEALTH));
    }

    @Test
    void targets_withoutAListOrOfAGroupThatIsGone_areUnknown() {
        aws.on(HEALTH, elb("DescribeTargetHealth", ""));
        assertThat(aws.account().balancers().targets("tg-1")).isEqualTo(new Answer.Unknown<>("empty answer", HEALTH));
        FakeAws gone = new FakeAws().on(HEALTH, 400, error("TargetGroupNotFound"));
        assertThat(gone.account().balancers().targets("tg-1"))
                .isEqualTo(new Answer.Unknown<>("TargetGroupNotFound", HEALTH));
    }

    @Test
    void loadBalancer_isReadWithItsZones() {
        aws.on(BALANCERS, elb("DescribeLoadBalancers", """
                <LoadBalancers><member><LoadBalancerArn>lb-1</LoadBalancerArn><LoadBalancerName>front</LoadBalancerName>
                  <Type>application</Type><Scheme>internal</Scheme><VpcId>vpc-1</VpcId>
                  <SecurityGroups><member>sg-1</member></SecurityGroups>
                  <AvailabilityZones><member><ZoneName>us-east-1a</ZoneName><SubnetId>subnet-1</SubnetId></member>
                  </AvailabilityZones></member></LoadBalancers>"""));
        assertThat(aws.account().balancers().loadBalancer("lb-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new LoadBalancer(
                                "lb-1",
                                "front",
                                "application",
                                "internal",
                                "vpc-1",
                                List.of("sg-1"),
                                List.of(new LoadBalancer.Zone("us-east-1a", "subnet-1")))),
                        BALANCERS));
    }

    @Test
    void loadBalancer_thatElbDoesNotFind_isKnownToBeAbsent() {
        aws.on(BALANCERS, 400, error("LoadBalancerNotFound"));
        assertThat(aws.account().balancers().loadBalancer("lb-1"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), BALANCERS));
    }

    @Test
    void listener_thatForwardsByDefault_isFoundOnTheSecondPageWithoutReadingRules() {
        aws.on(
                LISTENERS,
                elb(
                        "DescribeListeners",
                        "<Listeners>" + listener("l-1", 80, "<Type>redirect</Type>")
                                + "</Listeners><NextMarker>more</NextMarker>"),
                elb(
                        "DescribeListeners",
                        "<Listeners>"
                                + listener("l-2", 443, "<Type>forward</Type><TargetGroupArn>tg-1</TargetGroupArn>")
                                + "</Listeners>"));
        assertThat(aws.account().balancers().listener("lb-1", "tg-1"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Listener("l-2", "HTTP", 443)), LISTENERS));
        assertThat(aws.operations()).containsExactly(LISTENERS, LISTENERS);
        assertThat(aws.asked().getLast().body()).contains("Marker=more");
    }

    @Test
    void listener_thatForwardsByAWeightedRule_isFound() {
        aws.on(
                        LISTENERS,
                        elb(
                                "DescribeListeners",
                                "<Listeners>" + listener("l-1", 80, "<Type>fixed-response</Type>") + "</Listeners>"))
                .on(RULES, elb("DescribeRules", """
                        <Rules><member><RuleArn>r-1</RuleArn><Actions><member><Type>forward</Type><ForwardConfig><TargetGroups>
                          <member><TargetGroupArn>tg-0</TargetGroupArn><Weight>1</Weight></member>
                          <member><TargetGroupArn>tg-1</TargetGroupArn><Weight>0</Weight></member>
                        </TargetGroups></ForwardConfig></member></Actions></member></Rules>"""));
        assertThat(aws.account().balancers().listener("lb-1", "tg-1"))
                .isEqualTo(new Answer.Known<>(Optional.of(new Listener("l-1", "HTTP", 80)), LISTENERS));
    }

    @Test
    void listener_whereNoneForwards_isKnownToBeAbsent() {
        aws.on(
                        LISTENERS,
                        elb(
                                "DescribeListeners",
                                "<Listeners>"
                                        + listener(
                                                "l-1", 80, "<Type>forward</Type><TargetGroupArn>tg-0</TargetGroupArn>")
                                        + "</Listeners>"))
                .on(RULES, elb("DescribeRules", "<Rules/>"));
        assertThat(aws.account().balancers().listener("lb-1", "tg-1"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), LISTENERS));
    }

    @Test
    void listener_whoseRulesAreRefused_isUnknown() {
        aws.on(
                        LISTENERS,
                        elb(
                                "DescribeListeners",
                                "<Listeners>" + listener("l-1", 80, "<Type>fixed-response</Type>") + "</Listeners>"))
                .on(RULES, 403, error("AccessDenied"));
        assertThat(aws.account().balancers().listener("lb-1", "tg-1"))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", RULES));
    }

    private static String group(String balancers) {
        return """
                <member><TargetGroupArn>tg-1</TargetGroupArn><TargetGroupName>shop</TargetGroupName>
                  <Protocol>HTTP</Protocol><Port>80</Port><VpcId>vpc-1</VpcId><TargetType>ip</TargetType>
                  <HealthCheckProtocol>HTTP</HealthCheckProtocol><HealthCheckPort>traffic-port</HealthCheckPort>
                  <HealthCheckPath>/health</HealthCheckPath><Matcher><HttpCode>200-299</HttpCode></Matcher>
                  <HealthCheckIntervalSeconds>15</HealthCheckIntervalSeconds>
                  <HealthCheckTimeoutSeconds>5</HealthCheckTimeoutSeconds>
                  <HealthyThresholdCount>3</HealthyThresholdCount>
                  <UnhealthyThresholdCount>2</UnhealthyThresholdCount>""" + balancers + "</member>";
    }

    private static String listener(String arn, int port, String action) {
        return "<member><ListenerArn>" + arn + "</ListenerArn><Port>" + port
                + "</Port><Protocol>HTTP</Protocol><DefaultActions><member>" + action
                + "</member></DefaultActions></member>";
    }

    private static String elb(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><"
                + operation + "Result>" + content + "</" + operation
                + "Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></" + operation + "Response>";
    }

    private static String error(String code) {
        return "<ErrorResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>made up</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }
}
