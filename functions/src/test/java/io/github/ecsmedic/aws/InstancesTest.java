package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.SdkNetworksTest.ec2;
import static io.github.ecsmedic.aws.SdkNetworksTest.ec2Error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Instance;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private static final String INSTANCES = "ec2:DescribeInstances";
    private static final String CONTAINER_INSTANCES = "ecs:DescribeContainerInstances";
    private static final String PROFILE = "iam:GetInstanceProfile";
    private static final String PROFILE_ARN = "arn:aws:iam::111122223333:instance-profile/ecs/hosts";

    private final FakeAws aws = new FakeAws();

    @Test
    void instance_withPublicAddressAndProfile_isRead() {
        aws.on(INSTANCES, ec2("DescribeInstances", """
                <reservationSet><item><instancesSet><item>
                  <instanceId>i-1</instanceId><vpcId>vpc-1</vpcId><subnetId>subnet-1</subnetId>
                  <privateIpAddress>10.20.1.4</privateIpAddress><ipAddress>198.51.100.8</ipAddress>
                  <groupSet><item><groupId>sg-1</groupId></item><item><groupId>sg-2</groupId></item></groupSet>
                  <iamInstanceProfile><arn>arn:aws:iam::111122223333:instance-profile/hosts</arn></iamInstanceProfile>
                </item></instancesSet></item></reservationSet>"""));

        assertThat(aws.account().networks().instance("i-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Instance(
                                "i-1",
                                "vpc-1",
                                "subnet-1",
                                "10.20.1.4",
                                "198.51.100.8",
                                List.of("sg-1", "sg-2"),
                                "arn:aws:iam::111122223333:instance-profile/hosts")),
                        INSTANCES));
        assertThat(aws.asked().getFirst().body()).contains("InstanceId.1=i-1");
    }

    @Test
    void instance_thatWasTerminated_hasNoPlaceAndIsUnknown() {
        aws.on(INSTANCES, ec2("DescribeInstances", """
                <reservationSet><item><instancesSet><item><instanceId>i-1</instanceId></item></instancesSet></item></reservationSet>"""));

        assertThat(aws.account().networks().instance("i-1")).isEqualTo(new Answer.Unknown<>("empty answer", INSTANCES));
    }

    @Test
    void instance_withAnEmptyAnswer_isUnknown() {
        aws.on(INSTANCES, ec2("DescribeInstances", "<reservationSet/>"));

        assertThat(aws.account().networks().instance("i-1")).isEqualTo(new Answer.Unknown<>("empty answer", INSTANCES));
    }

    @Test
    void instance_thatAwsDoesNotFind_isKnownToBeAbsent() {
        aws.on(INSTANCES, 400, ec2Error("InvalidInstanceID.NotFound"));

        assertThat(aws.account().networks().instance("i-1")).isEqualTo(new Answer.Known<>(Optional.empty(), INSTANCES));
    }

    @Test
    void containerInstance_thatIsRegistered_namesItsInstance() {
        aws.on(CONTAINER_INSTANCES, """
                {"containerInstances":[{"containerInstanceArn":"arn:x","ec2InstanceId":"i-1"}],"failures":[]}""");

        assertThat(aws.account().workloads().instanceOf("prod", "arn:x"))
                .isEqualTo(new Answer.Known<>(Optional.of("i-1"), CONTAINER_INSTANCES));
        assertThat(aws.asked().getFirst().body()).contains("\"arn:x\"", "\"prod\"");
    }

    @Test
    void containerInstance_thatIsMissing_isKnownToBeAbsent() {
        aws.on(CONTAINER_INSTANCES, """
                {"containerInstances":[],"failures":[{"arn":"arn:x","reason":"MISSING"}]}""");

        assertThat(aws.account().workloads().instanceOf("prod", "arn:x"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), CONTAINER_INSTANCES));
    }

    @Test
    void containerInstance_withAnEmptyAnswer_isUnknown() {
        aws.on(CONTAINER_INSTANCES, "{}");

        assertThat(aws.account().workloads().instanceOf("prod", "arn:x"))
                .isEqualTo(new Answer.Unknown<>("empty answer", CONTAINER_INSTANCES));
    }

    @Test
    void instanceProfile_namesItsRole() {
        aws.on(PROFILE, profile("""
                <Roles><member><Arn>arn:aws:iam::111122223333:role/ecs/hosts</Arn></member></Roles>"""));

        assertThat(aws.account().roles().instanceRole(PROFILE_ARN))
                .isEqualTo(new Answer.Known<>(Optional.of("arn:aws:iam::111122223333:role/ecs/hosts"), PROFILE));
        assertThat(aws.asked().getFirst().body()).contains("InstanceProfileName=hosts");
    }

    @Test
    void instanceProfile_withoutARole_isKnownToHoldNone() {
        aws.on(PROFILE, profile("<Roles/>"));

        assertThat(aws.account().roles().instanceRole(PROFILE_ARN))
                .isEqualTo(new Answer.Known<>(Optional.empty(), PROFILE));
    }

    @Test
    void instanceProfile_withAnEmptyAnswer_isUnknown() {
        aws.on(PROFILE, """
                <GetInstanceProfileResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"/>""");

        assertThat(aws.account().roles().instanceRole(PROFILE_ARN))
                .isEqualTo(new Answer.Unknown<>("empty answer", PROFILE));
    }

    private static String profile(String content) {
        return "<GetInstanceProfileResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetInstanceProfileResult>"
                + "<InstanceProfile><InstanceProfileName>hosts</InstanceProfileName>" + content
                + "</InstanceProfile></GetInstanceProfileResult></GetInstanceProfileResponse>";
    }
}
