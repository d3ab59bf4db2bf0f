package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.sns.SnsClient;

/** The emulator breaks what it is told to break, and nothing else. */
final class EmulatorIT {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x"));

    private static Emulator emulator;
    private static Ec2Client ec2;

    @BeforeAll
    static void start() {
        emulator = Emulator.start();
        ec2 = client(Duration.ofSeconds(30));
    }

    private static Ec2Client client(Duration patience) {
        return Ec2Client.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.builder()
                        .socketTimeout(patience)
                        .build())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @AfterAll
    static void end() {
        ec2.close();
        emulator.close();
    }

    @BeforeEach
    void reset() {
        emulator.reset();
    }

    @Test
    void calls_afterTwoReadsAndAWrite_areCountedByOperation() {
        ec2.describeVpcs();
        ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16"));
        ec2.describeVpcs();

        assertThat(emulator.calls())
                .isEqualTo(new Emulator.Calls(
                        3,
                        Map.of("ec2:CreateVpc", 1, "ec2:DescribeVpcs", 2),
                        List.of("ec2:CreateVpc"),
                        List.of("ec2:DescribeVpcs", "ec2:CreateVpc", "ec2:DescribeVpcs")));
    }

    @Test
    void fault_onOneOperation_leavesItsNeighboursAlone() {
        emulator.faults(Map.of("ec2:DescribeVpcs", Emulator.Fault.ACCESS_DENIED));

        assertThatThrownBy(() -> ec2.describeVpcs())
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnauthorizedOperation"));
        assertThat(ec2.describeSubnets().subnets()).isNotEmpty();
    }

    @Test
    void fault_withTimes_endsAfterThem() {
        emulator.fault("ec2:DescribeVpcs", Emulator.Fault.THROTTLING, 1);

        assertThatThrownBy(() -> ec2.describeVpcs())
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.isThrottlingException()).isTrue());
        assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
    }

    @Test
    void fault_ofTheConnection_isNoAnswerOfAws() {
        emulator.fault("*", Emulator.Fault.RESET, 1);
        assertThatThrownBy(() -> ec2.describeVpcs()).isInstanceOf(SdkClientException.class);

        emulator.fault("*", Emulator.Fault.HANG, 1);
        try (Ec2Client impatient = client(Duration.ofMillis(100))) {
            assertThatThrownBy(() -> impatient.describeVpcs())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void fault_empty_isAnAnswerWithoutContent() {
        emulator.faults(Map.of("*", Emulator.Fault.EMPTY));

        assertThat(ec2.describeVpcs().vpcs()).isEmpty();
    }

    @Test
    void answer_setForAnOperation_isGivenInsteadOfTheAccounts() {
        emulator.answers(Map.of(
                "ec2:DescribeVpcs",
                "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-0abc</vpcId></item></vpcSet></DescribeVpcsResponse>"));

        assertThat(ec2.describeVpcs().vpcs())
                .containsExactly(Vpc.builder().vpcId("vpc-0abc").build());
    }

    @Test
    void endpoint_created_hasInterfacesOfItsSubnetAndGroup() {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.9.3.0/24"))
                .subnet()
                .subnetId();
        String group = ec2.createSecurityGroup(
                        r -> r.vpcId(vpc).groupName("endpoints").description("endpoints"))
                .groupId();
        String id = ec2.createVpcEndpoint(r -> r.vpcId(vpc)
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws.us-east-1.logs")
                        .subnetIds(subnet)
                        .securityGroupIds(group))
                .vpcEndpoint()
                .networkInterfaceIds()
                .getFirst();

        NetworkInterface made = ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id))
                .networkInterfaces()
                .getFirst();
        assertThat(made.privateIpAddress()).startsWith("10.9.3.");
        assertThat(made.interfaceTypeAsString()).isEqualTo("vpc_endpoint");
        assertThat(made.groups()).map(GroupIdentifier::groupId).containsExactly(group);
    }

    @Test
    void mail_ofATopic_isTheTextForMail() {
        try (SnsClient sns = SnsClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            String topic = sns.createTopic(r -> r.name("findings")).topicArn();
            sns.subscribe(r -> r.topicArn(topic).protocol("email").endpoint("oncall@example.com"));
            sns.publish(r -> r.topicArn(topic)
                    .subject("checkout fails")
                    .messageStructure("json")
                    .message("{\"default\":\"{}\",\"email\":\"No route to S3.\"}"));
        }

        assertThat(emulator.mails())
                .map(JsonNode::toString)
                .containsExactly(
                        "{\"to\":\"oncall@example.com\",\"subject\":\"checkout fails\",\"text\":\"No route to S3.\"}");
    }

    @Test
    void slack_limitedOnce_takesTheSecondPost() throws Exception {
        emulator.slack(Emulator.SlackAnswer.RATE_LIMITED, 1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest post = HttpRequest.newBuilder(emulator.slackWebhook())
                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"hello\"}"))
                    .build();

            assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(429);
            assertThat(emulator.slackMessages()).isEmpty();
            assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).body())
                    .isEqualTo("ok");
            assertThat(emulator.slackMessages())
                    .map(message -> message.get("text").asText())
                    .containsExactly("hello");
        }
    }

    @Test
    void operation_thatIsNotEmulated_isAWrongCallAndNotAServerError() {
        assertThatThrownBy(() -> ec2.describeCapacityBlocks(r -> {}))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(400));
    }
}
