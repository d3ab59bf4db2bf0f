package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.Placement;
import io.github.ecsmedic.account.Capacity.Quota;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.Capacity.Share;
import io.github.ecsmedic.account.Fleet;
import io.github.ecsmedic.account.Fleet.Host;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SdkCapacityTest {
    private static final String LIST = "ecs:ListContainerInstances";
    private static final String DESCRIBE = "ecs:DescribeContainerInstances";
    private static final String CLUSTERS = "ecs:DescribeClusters";
    private static final String DEFINITION = "ecs:DescribeTaskDefinition";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
    private static final String MEMBERS = "autoscaling:DescribeAutoScalingInstances";
    private static final String ACTIVITIES = "autoscaling:DescribeScalingActivities";
    private static final String QUOTA = "servicequotas:GetServiceQuota";

    private final FakeAws aws = new FakeAws();

    @Test
    void fleet_isReadWithWhatEachInstanceHasLeft() {
        aws.on(LIST, "{\"containerInstanceArns\": [\"ci/a\"]}").on(DESCRIBE, """
                {"containerInstances": [{"containerInstanceArn": "ci/a", "ec2InstanceId": "i-1", "status": "ACTIVE",
                  "agentConnected": true, "capacityProviderName": "hosts",
                  "remainingResources": [
                    {"name": "CPU", "type": "INTEGER", "integerValue": 512},
                    {"name": "MEMORY", "type": "INTEGER", "integerValue": 900},
                    {"name": "PORTS", "type": "STRINGSET", "stringSetValue": ["22", "8080"]},
                    {"name": "PORTS_UDP", "type": "STRINGSET", "stringSetValue": ["53"]},
                    {"name": "GPU", "type": "STRINGSET", "stringSetValue": ["g-1"]}],
                  "attributes": [{"name": "ecs.availability-zone", "value": "us-east-1a"},
                    {"name": "ecs.capability.task-eni"}]}], "failures": []}""");

        assertThat(aws.account().capacity().fleet("prod"))
                .isEqualTo(new Known<>(
                        new Fleet(
                                List.of(new Host(
                                        "ci/a",
                                        "i-1",
                                        "ACTIVE",
                                        true,
                                        512,
                                        900,
                                        Set.of("22", "8080", "53/udp"),
                                        1,
                                        Map.of("ecs.availability-zone", "us-east-1a", "ecs.capability.task-eni", ""),
                                        "hosts")),
                                1),
                        DESCRIBE));
    }

    @Test
    void fleet_withoutInstances_isKnownToBeEmptyAndDescribesNone() {
        aws.on(LIST, "{\"containerInstanceArns\": []}");

        assertThat(aws.account().capacity().fleet("prod")).isEqualTo(new Known<>(new Fleet(List.of(), 0), DESCRIBE));
        assertThat(aws.operations()).containsExactly(LIST);
    }

    @Test
    void fleet_ofManyPages_isBoundedAndSaysOfHowMany() {
        aws.on(LIST, page(0, true), page(1, true), page(2, true))
                .on(DESCRIBE, asked -> FakeAws.response(200, described(asked.body())))
                .on(
                        CLUSTERS,
                        "{\"clusters\": [{\"clusterName\": \"prod\", \"registeredContainerInstancesCount\": 812}]}");

        assertThat(aws.account().capacity().fleet("prod")).isInstanceOfSatisfying(Known.class, known -> {
            Fleet fleet = (Fleet) known.value();
            assertThat(List.of(fleet.hosts().size(), fleet.of())).isEqualTo(List.of(300, 812));
        });
        assertThat(aws.operations())
                .containsExactlyInAnyOrder(LIST, LIST, LIST, DESCRIBE, DESCRIBE, DESCRIBE, CLUSTERS);
    }

    @Test
    void fleet_emptyOrRefused_isUnknown() {
        assertThat(new FakeAws().on(LIST, "{}").account().capacity().fleet("prod"))
                .isEqualTo(new Unknown<>("empty answer", LIST));
        aws.on(LIST, "{\"containerInstanceArns\": [\"ci/a\"]}").on(DESCRIBE, "{}");
        assertThat(aws.account().capacity().fleet("prod")).isEqualTo(new Unknown<>("empty answer", DESCRIBE));
    }

    @Test
    void fleet_whoseInstanceTellsNoCpu_isUnknown() {
        aws.on(LIST, "{\"containerInstanceArns\": [\"ci/a\"]}").on(DESCRIBE, """
                {"containerInstances": [{"containerInstanceArn": "ci/a", "agentConnected": true,
                  "remainingResources": [{"name": "MEMORY", "integerValue": 900}]}], "failures": []}""");

        assertThat(aws.account().capacity().fleet("prod")).isEqualTo(new Unknown<>("empty answer", DESCRIBE));
    }

    @Test
    void matching_handsOnTheExpression() {
        aws.on(LIST, "{\"containerInstanceArns\": [\"ci/a\"]}");

        assertThat(aws.account().capacity().matching("prod", "attribute:disk == fast"))
                .isEqualTo(new Known<>(Set.of("ci/a"), LIST));
        assertThat(aws.asked().getFirst().body()).contains("\"filter\":\"attribute:disk == fast\"");
    }

    @Test
    void needs_ofContainersWithoutTaskSize_areAddedUp() {
        aws.on(DEFINITION, """
                {"taskDefinition": {"taskDefinitionArn": "td", "family": "api", "revision": 7, "networkMode": "bridge",
                  "requiresAttributes": [{"name": "ecs.capability.execution-role-awslogs"}],
                  "placementConstraints": [{"type": "memberOf", "expression": "attribute:disk == fast"}],
                  "containerDefinitions": [
                    {"name": "app", "cpu": 512, "memory": 1024, "memoryReservation": 256,
                     "portMappings": [{"containerPort": 80, "hostPort": 8080, "protocol": "tcp"},
                       {"containerPort": 81, "hostPort": 0}, {"containerPort": 53, "hostPort": 53, "protocol": "udp"}],
                     "resourceRequirements": [{"type": "GPU", "value": "2"}]},
                    {"name": "side", "cpu": 128, "memory": 100}]}}""");

        assertThat(aws.account().capacity().needs("api:7"))
                .isEqualTo(new Known<>(
                        new TaskNeeds(
                                "api:7",
                                "bridge",
                                640,
                                356,
                                1124,
                                List.of("8080", "53/udp"),
                                2,
                                List.of("ecs.capability.execution-role-awslogs"),
                                List.of("attribute:disk == fast"),
                                null),
                        DEFINITION));
    }

    @Test
    void needs_inAwsvpcMode_wantNoPortOfTheHost_andShareTheRequest() {
        aws.on(DEFINITION, """
                {"taskDefinition": {"taskDefinitionArn": "td", "family": "api", "revision": 7, "networkMode": "awsvpc",
                  "cpu": "256", "memory": "512", "ephemeralStorage": {"sizeInGiB": 30},
                  "containerDefinitions": [{"name": "app", "portMappings": [{"containerPort": 80, "hostPort": 80}]}]}}""");
        var account = aws.account();

        assertThat(account.capacity().needs("api:7"))
                .isEqualTo(new Known<>(
                        new TaskNeeds("api:7", "awsvpc", 256, 512, null, List.of(), 0, List.of(), List.of(), 30),
                        DEFINITION));
        assertThat(account.workloads().taskDefinition("api:7")).isInstanceOf(Known.class);
        assertThat(account.storage().fileVolumes("api:7")).isEqualTo(new Known<>(List.of(), DEFINITION));
        assertThat(aws.operations()).containsExactly(DEFINITION);
    }

    @Test
    void placement_isReadWithStrategyAndConstraints() {
        aws.on(SERVICES, """
                {"services": [{"serviceArn": "s", "serviceName": "api",
                  "capacityProviderStrategy": [{"capacityProvider": "hosts", "weight": 2, "base": 1}],
                  "placementConstraints": [{"type": "distinctInstance"},
                    {"type": "memberOf", "expression": "attribute:disk == fast"}]}], "failures": []}""");

        assertThat(aws.account().capacity().placement("prod", "api"))
                .isEqualTo(new Known<>(
                        Optional.of(new Placement(
                                "", List.of(new Share("hosts", 2, 1)), List.of("attribute:disk == fast"), true)),
                        SERVICES));
    }

    @Test
    void scalingGroup_isReadWithItsSizesAndActivities() {
        aws.on(MEMBERS, scaling("DescribeAutoScalingInstances", """
                        <AutoScalingInstances><member><InstanceId>i-1</InstanceId>
                        <AutoScalingGroupName>hosts</AutoScalingGroupName></member></AutoScalingInstances>"""))
                .on(GROUPS, scaling("DescribeAutoScalingGroups", """
                        <AutoScalingGroups><member><AutoScalingGroupName>hosts</AutoScalingGroupName><MinSize>1</MinSize>
                        <MaxSize>4</MaxSize><DesiredCapacity>3</DesiredCapacity><Instances>
                        <member><InstanceId>i-1</InstanceId><LifecycleState>InService</LifecycleState></member>
                        <member><InstanceId>i-2</InstanceId><LifecycleState>Pending</LifecycleState></member>
                        </Instances></member></AutoScalingGroups>"""))
                .on(ACTIVITIES, scaling("DescribeScalingActivities", """
                        <Activities><member><StatusCode>Failed</StatusCode><StatusMessage>no machine</StatusMessage>
                        <StartTime>2026-11-20T03:00:00Z</StartTime></member></Activities>"""));
        var capacity = aws.account().capacity();

        assertThat(capacity.groupsOf(List.of("i-1"))).isEqualTo(new Known<>(Set.of("hosts"), MEMBERS));
        assertThat(capacity.group("hosts"))
                .isEqualTo(new Known<>(Optional.of(new ScalingGroup("hosts", 1, 4, 3, 1)), GROUPS));
        assertThat(capacity.activities("hosts"))
                .isEqualTo(new Known<>(
                        List.of(new Activity("Failed", "no machine", Instant.parse("2026-11-20T03:00:00Z"))),
                        ACTIVITIES));
    }

    @Test
    void scalingGroup_answeredWithNothing_isUnknown() {
        aws.on(GROUPS, scaling("DescribeAutoScalingGroups", ""));

        assertThat(aws.account().capacity().group("hosts")).isEqualTo(new Unknown<>("empty answer", GROUPS));
    }

    @Test
    void quota_isReadWithItsValue() {
        aws.on(QUOTA, """
                {"Quota": {"QuotaName": "Fargate On-Demand vCPU resource count", "Value": 6.0, "Adjustable": true}}""");

        assertThat(aws.account().capacity().quota("fargate", "L-3032A538"))
                .isEqualTo(new Known<>(new Quota("Fargate On-Demand vCPU resource count", 6, true, null), QUOTA));
        assertThat(new FakeAws().on(QUOTA, "{}").account().capacity().quota("fargate", "L-3032A538"))
                .isEqualTo(new Unknown<>("empty answer", QUOTA));
    }

    @Test
    void interfaces_areCountedByInstanceAndLimitedByType() {
        aws.on("ec2:DescribeInstances", ec2("DescribeInstances", """
                        <reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><networkInterfaceSet>
                        <item><networkInterfaceId>eni-1</networkInterfaceId></item>
                        <item><networkInterfaceId>eni-2</networkInterfaceId></item>
                        </networkInterfaceSet></item></instancesSet></item></reservationSet>"""))
                .on("ec2:DescribeInstanceTypes", ec2("DescribeInstanceTypes", """
                        <instanceTypeSet><item><instanceType>m9.large</instanceType><networkInfo>
                        <maximumNetworkInterfaces>3</maximumNetworkInterfaces></networkInfo></item></instanceTypeSet>"""));
        var capacity = aws.account().capacity();

        assertThat(capacity.attachedInterfaces(List.of("i-1")))
                .isEqualTo(new Known<>(Map.of("i-1", 2), "ec2:DescribeInstances"));
        assertThat(capacity.mostInterfaces(List.of("m9.large")))
                .isEqualTo(new Known<>(Map.of("m9.large", 3), "ec2:DescribeInstanceTypes"));
    }

    private static String page(int number, boolean more) {
        String arns = IntStream.range(number * 100, number * 100 + 100)
                .mapToObj(i -> "\"ci/" + i + "\"")
                .collect(Collectors.joining(","));
        return "{\"containerInstanceArns\": [" + arns + "]" + (more ? ", \"nextToken\": \"t" + number + "\"" : "")
                + "}";
    }

    /** Every instance that the request names, each with nothing left. */
    private static String described(String request) {
        String list =
                request.replaceFirst("(?s)^.*\"containerInstances\":\\[", "").replaceFirst("(?s)\\].*$", "");
        return "{\"failures\": [], \"containerInstances\": ["
                + List.of(list.split(",", -1)).stream()
                        .map(arn -> "{\"containerInstanceArn\": " + arn + ", \"agentConnected\": true,"
                                + " \"remainingResources\": [{\"name\": \"CPU\", \"integerValue\": 0},"
                                + " {\"name\": \"MEMORY\", \"integerValue\": 0}]}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String scaling(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\"><" + operation
                + "Result>" + content + "</" + operation + "Result></" + operation + "Response>";
    }

    private static String ec2(String operation, String content) {
        return "<" + operation + "Response xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">" + content + "</"
                + operation + "Response>";
    }
}
