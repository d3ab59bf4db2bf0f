package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.TargetGroupSetting;
import java.util.List;
import java.util.stream.Stream;

/** Requests to the other services. */
final class ObjectChangeRows {
    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
    private static final String TARGET =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0a1b2c3d4e5f6071";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf";

    private ObjectChangeRows() {}

    static Stream<Change> objects() {
        return Stream.of(
                new Change(
                        "log group",
                        new LogGroup(Change.REGION, "/example/api"),
                        "/ {\"logGroupName\":\"/example/api\"}",
                        "",
                        "",
                        "logs:DescribeLogGroups",
                        "{\"logGroups\":[{\"logGroupName\":\"/example/api-old\"}]}",
                        "{\"logGroups\":[{\"logGroupName\":\"/example/api\"}]}"),
                new Change(
                        "mount target",
                        new MountTarget(Change.REGION, "fs-1", "subnet-1", List.of("sg-1")),
                        "/2015-02-01/mount-targets {\"FileSystemId\":\"fs-1\",\"SubnetId\":\"subnet-1\",\"SecurityGroups\":[\"sg-1\"]}",
                        "{\"MountTargetId\":\"fsmt-1\"}",
                        "",
                        "elasticfilesystem:DescribeMountTargets",
                        "{\"MountTargets\":[]}",
                        "{\"MountTargets\":[{\"MountTargetId\":\"fsmt-1\",\"SubnetId\":\"subnet-1\",\"LifeCycleState\":\"creating\"}]}"),
                new Change(
                        "pull-through rule",
                        new PullThroughRule(Change.REGION, "hub", "docker-hub", "registry-1.docker.io", SECRET),
                        "/ {\"ecrRepositoryPrefix\":\"hub\",\"upstreamRegistryUrl\":\"registry-1.docker.io\",\"upstreamRegistry\":\"docker-hub\",\"credentialArn\":\""
                                + SECRET + "\"}",
                        "{\"ecrRepositoryPrefix\":\"hub\"}",
                        "",
                        "ecr:DescribePullThroughCacheRules",
                        "",
                        "{\"pullThroughCacheRules\":[{\"ecrRepositoryPrefix\":\"hub\",\"upstreamRegistryUrl\":\"registry-1.docker.io\"}]}"),
                new Change(
                        "secret",
                        new SecretRestore(Change.REGION, SECRET),
                        "/ {\"SecretId\":\"" + SECRET + "\"}",
                        "{\"ARN\":\"" + SECRET + "\"}",
                        "",
                        "secretsmanager:DescribeSecret",
                        "{\"ARN\":\"" + SECRET + "\",\"Name\":\"shop/db\",\"DeletedDate\":1795132800}",
                        "{\"ARN\":\"" + SECRET + "\",\"Name\":\"shop/db\"}"),
                new Change(
                        "group size",
                        new GroupSize(Change.REGION, "hosts", new GroupSize.Size(4, 4), new GroupSize.Size(5, 5)),
                        "/ Action=UpdateAutoScalingGroup&Version=2011-01-01&AutoScalingGroupName=hosts&MaxSize=5&DesiredCapacity=5",
                        "<UpdateAutoScalingGroupResponse><ResponseMetadata/></UpdateAutoScalingGroupResponse>",
                        "",
                        GROUPS,
                        size(4, 4),
                        size(5, 5)),
                new Change(
                        "group size, without its desired one",
                        new GroupSize(Change.REGION, "hosts", new GroupSize.Size(4, null), new GroupSize.Size(5, null)),
                        "/ Action=UpdateAutoScalingGroup&Version=2011-01-01&AutoScalingGroupName=hosts&MaxSize=5",
                        "<UpdateAutoScalingGroupResponse><ResponseMetadata/></UpdateAutoScalingGroupResponse>",
                        "",
                        GROUPS,
                        size(4, 4),
                        size(5, 4)),
                new Change(
                        "instance termination",
                        new InstanceTermination(Change.REGION, "i-1"),
                        "/ Action=TerminateInstanceInAutoScalingGroup&Version=2011-01-01&InstanceId=i-1&ShouldDecrementDesiredCapacity=false",
                        "<TerminateInstanceInAutoScalingGroupResponse><TerminateInstanceInAutoScalingGroupResult><Activity><ActivityId>a</ActivityId></Activity></TerminateInstanceInAutoScalingGroupResult></TerminateInstanceInAutoScalingGroupResponse>",
                        "",
                        "autoscaling:DescribeAutoScalingInstances",
                        lifecycle("InService"),
                        lifecycle("Terminating:Wait")));
    }

    private static String size(int most, int desired) {
        return "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups><member><AutoScalingGroupName>hosts</AutoScalingGroupName><MinSize>0</MinSize><MaxSize>"
                + most + "</MaxSize><DesiredCapacity>" + desired
                + "</DesiredCapacity></member></AutoScalingGroups></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";
    }

    private static String lifecycle(String state) {
        return "<DescribeAutoScalingInstancesResponse><DescribeAutoScalingInstancesResult><AutoScalingInstances><member><InstanceId>i-1</InstanceId><LifecycleState>"
                + state
                + "</LifecycleState></member></AutoScalingInstances></DescribeAutoScalingInstancesResult></DescribeAutoScalingInstancesResponse>";
    }

    static Stream<Change> targets() {
        return Stream.of(
                target(
                        TargetGroupSetting.Setting.HEALTH_CHECK_PATH,
                        "/old",
                        "/up",
                        "HealthCheckPath=/up",
                        "<HealthCheckPath>%s</HealthCheckPath>"),
                target(
                        TargetGroupSetting.Setting.HEALTH_CHECK_PORT,
                        "8080",
                        "traffic-port",
                        "HealthCheckPort=traffic-port",
                        "<HealthCheckPort>%s</HealthCheckPort>"),
                target(
                        TargetGroupSetting.Setting.MATCHER,
                        "200",
                        "200,204",
                        "Matcher.HttpCode=200,204",
                        "<Matcher><HttpCode>%s</HttpCode></Matcher>"));
    }

    private static Change target(
            TargetGroupSetting.Setting setting, String from, String to, String member, String read) {
        String answer =
                "<DescribeTargetGroupsResponse><DescribeTargetGroupsResult><TargetGroups><member><TargetGroupArn>a</TargetGroupArn>"
                        + read
                        + "</member></TargetGroups></DescribeTargetGroupsResult></DescribeTargetGroupsResponse>";
        return new Change(
                "target group " + setting,
                new TargetGroupSetting(Change.REGION, TARGET, setting, from, to),
                "/ Action=ModifyTargetGroup&Version=2015-12-01&TargetGroupArn=" + TARGET + "&" + member,
                "<ModifyTargetGroupResponse><ModifyTargetGroupResult><TargetGroups/></ModifyTargetGroupResult></ModifyTargetGroupResponse>",
                "",
                "elasticloadbalancing:DescribeTargetGroups",
                answer.formatted(from),
                answer.formatted(to));
    }
}
