package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.EndpointPrivateDns;
import io.github.ecsmedic.fix.EndpointRoute;
import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.Ingress;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.VpcAttribute;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request as it looks on the wire, how AWS answers it, and how what it changes is read.
 *
 * @param sent path and body
 * @param answer to the request
 * @param started id of the deployment that begins by it, or {@code ""}
 * @param reads the operation by which the value is read
 * @param was its answer before the change
 * @param is its answer after the change
 */
public record Change(
        String name, Request request, String sent, String answer, String started, String reads, String was, String is) {
    static final String REGION = "us-east-1";

    private static final String GROUPS = "autoscaling:DescribeAutoScalingGroups";
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String TARGET =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0a1b2c3d4e5f6071";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf";

    /** Each kind of request, and each form of it that is written by code of its own. */
    public static Stream<Change> all() {
        return Stream.of(services(), tasks(), networks(), groups(), objects(), targets())
                .flatMap(all -> all);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<Change> services() {
        return Stream.of(
                update(
                        "new deployment",
                        null,
                        new NewDeployment(),
                        "\"forceNewDeployment\":true",
                        "\"deployments\":[{\"id\":\"ecs-svc/1\",\"status\":\"PRIMARY\"}]",
                        "\"deployments\":[{\"id\":\"ecs-svc/2\",\"status\":\"PRIMARY\"},{\"id\":\"ecs-svc/1\",\"status\":\"ACTIVE\"}]"),
                update(
                        "definition",
                        new Definition("api:42"),
                        new Definition("api:41"),
                        "\"taskDefinition\":\"api:41\"",
                        "\"taskDefinition\":\"" + ARN + "task-definition/api:42\"",
                        "\"taskDefinition\":\"" + ARN + "task-definition/api:41\""),
                update(
                        "grace period",
                        new GracePeriod(0),
                        new GracePeriod(90),
                        "\"healthCheckGracePeriodSeconds\":90",
                        "\"desiredCount\":2",
                        "\"healthCheckGracePeriodSeconds\":90"),
                update(
                        "desired count",
                        new DesiredCount(6),
                        new DesiredCount(1),
                        "\"desiredCount\":1",
                        "\"desiredCount\":6",
                        "\"desiredCount\":1"),
                update(
                        "rollout",
                        new Rollout(100, 100, false, false),
                        new Rollout(200, 100, true, true),
                        rollout(true, 200),
                        rollout(false, 100),
                        rollout(true, 200)),
                update(
                        "strategy",
                        new Strategy(List.of(new Strategy.Share("FARGATE_SPOT", 1, 0))),
                        new Strategy(
                                List.of(new Strategy.Share("FARGATE", 1, 1), new Strategy.Share("FARGATE_SPOT", 1, 0))),
                        "\"capacityProviderStrategy\":[{\"capacityProvider\":\"FARGATE\",\"weight\":1,\"base\":1},{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":1,\"base\":0}]",
                        "\"capacityProviderStrategy\":[{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":1}]",
                        "\"capacityProviderStrategy\":[{\"capacityProvider\":\"FARGATE\",\"weight\":1,\"base\":1},{\"capacityProvider\":\"FARGATE_SPOT\",\"weight\":1,\"base\":0}]"));
    }

    private static String rollout(boolean breaker, int most) {
        return "\"deploymentConfiguration\":{\"deploymentCircuitBreaker\":{\"enable\":" + breaker + ",\"rollback\":"
                + breaker + "},\"maximumPercent\":" + most + ",\"minimumHealthyPercent\":100}";
    }

    private static Change update(
            String name, @Nullable ServiceSetting from, ServiceSetting to, String member, String was, String is) {
        boolean deploys = to instanceof NewDeployment || to instanceof Definition;
        return new Change(
                name,
                new ServiceUpdate(REGION, "prod", "api", from, to),
                "/ {\"cluster\":\"prod\",\"service\":\"api\"," + member + "}",
                "{\"service\":{\"serviceName\":\"api\",\"deployments\":[{\"id\":\"ecs-svc/1\",\"status\":\"ACTIVE\"},{\"id\":\"ecs-svc/2\",\"status\":\"PRIMARY\"}]}}",
                deploys ? "ecs-svc/2" : "",
                SERVICES,
                service(was),
                service(is));
    }

    private static String service(String member) {
        return "{\"services\":[{\"serviceArn\":\"" + ARN + "service/prod/api\"," + member + "}],\"failures\":[]}";
    }

    private static Stream<Change> tasks() {
        String deployment = ARN + "service-deployment/prod/api/d7";
        String task = ARN + "task/prod/t1";
        String host = ARN + "container-instance/prod/h1";
        return Stream.of(
                new Change(
                        "deployment stop",
                        new DeploymentStop(REGION, deployment),
                        "/ {\"serviceDeploymentArn\":\"" + deployment + "\",\"stopType\":\"ROLLBACK\"}",
                        "{\"serviceDeploymentArn\":\"" + deployment + "\"}",
                        "",
                        "ecs:DescribeServiceDeployments",
                        status(deployment, "IN_PROGRESS"),
                        status(deployment, "ROLLBACK_IN_PROGRESS")),
                new Change(
                        "task protection",
                        new TaskProtection(REGION, "prod", List.of(task), false),
                        "/ {\"cluster\":\"prod\",\"tasks\":[\"" + task + "\"],\"protectionEnabled\":false}",
                        protection(task, false),
                        "",
                        "ecs:GetTaskProtection",
                        protection(task, true),
                        protection(task, false)),
                new Change(
                        "instance state",
                        new InstanceState(REGION, "prod", host, true),
                        "/ {\"cluster\":\"prod\",\"containerInstances\":[\"" + host + "\"],\"status\":\"DRAINING\"}",
                        instance(host, "DRAINING"),
                        "",
                        "ecs:DescribeContainerInstances",
                        instance(host, "ACTIVE"),
                        instance(host, "DRAINING")));
    }

    private static String status(String arn, String status) {
        return "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + arn + "\",\"status\":\"" + status
                + "\",\"targetServiceRevision\":{\"arn\":\"revision-7\"}}],\"failures\":[]}";
    }

    private static String protection(String task, boolean on) {
        return "{\"protectedTasks\":[{\"taskArn\":\"" + task + "\",\"protectionEnabled\":" + on + "}],\"failures\":[]}";
    }

    private static String instance(String arn, String status) {
        return "{\"containerInstances\":[{\"containerInstanceArn\":\"" + arn + "\",\"status\":\"" + status
                + "\"}],\"failures\":[]}";
    }

    private static Stream<Change> networks() {
        return Stream.of(
                attribute(
                        "enableDnsSupport",
                        "EnableDnsSupport",
                        "<enableDnsSupport><value>%s</value></enableDnsSupport>"),
                attribute(
                        "enableDnsHostnames",
                        "EnableDnsHostnames",
                        "<enableDnsHostnames><value>%s</value></enableDnsHostnames>"),
                new Change(
                        "private DNS",
                        new EndpointPrivateDns(REGION, "vpce-1", true),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&PrivateDnsEnabled=true"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<privateDnsEnabled>false</privateDnsEnabled>"),
                        endpoint("<privateDnsEnabled>true</privateDnsEnabled>")),
                new Change(
                        "route to an endpoint",
                        new EndpointRoute(REGION, "vpce-1", "rtb-1", true),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&AddRouteTableId.1=rtb-1"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<routeTableIdSet><item>rtb-2</item></routeTableIdSet>"),
                        endpoint("<routeTableIdSet><item>rtb-2</item><item>rtb-1</item></routeTableIdSet>")),
                new Change(
                        "route to an endpoint, taken away",
                        new EndpointRoute(REGION, "vpce-1", "rtb-1", false),
                        ec2("ModifyVpcEndpoint", "&VpcEndpointId=vpce-1&RemoveRouteTableId.1=rtb-1"),
                        said("ModifyVpcEndpoint"),
                        "",
                        ENDPOINTS,
                        endpoint("<routeTableIdSet><item>rtb-1</item></routeTableIdSet>"),
                        endpoint("<routeTableIdSet/>")));
    }

    private static Change attribute(String name, String member, String value) {
        String answer = "<DescribeVpcAttributeResponse><vpcId>vpc-1</vpcId>%s</DescribeVpcAttributeResponse>";
        String other = name.equals("enableDnsSupport")
                ? "<enableDnsHostnames><value>false</value></enableDnsHostnames>"
                : "<enableDnsSupport><value>true</value></enableDnsSupport>";
        return new Change(
                name,
                new VpcAttribute(REGION, "vpc-1", name, true),
                ec2("ModifyVpcAttribute", "&" + member + ".Value=true&VpcId=vpc-1"),
                said("ModifyVpcAttribute"),
                "",
                "ec2:DescribeVpcAttribute",
                answer.formatted(value.formatted(false) + other),
                answer.formatted(value.formatted(true) + other));
    }

    private static String endpoint(String member) {
        return "<DescribeVpcEndpointsResponse><vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId>" + member
                + "</item></vpcEndpointSet></DescribeVpcEndpointsResponse>";
    }

    private static String ec2(String operation, String members) {
        return "/ Action=" + operation + "&Version=2016-11-15" + members;
    }

    private static String said(String operation) {
        return "<" + operation + "Response><requestId>r</requestId><return>true</return></" + operation + "Response>";
    }

    private static Stream<Change> groups() {
        String rule =
                "&GroupId=sg-1&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443"
                        + "&IpPermissions.1.Groups.1.GroupId=sg-2";
        String shut = group("<ipPermissions/>");
        String open =
                group("<ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>443</fromPort><toPort>443</toPort>"
                        + "<groups><item><groupId>sg-2</groupId></item></groups></item></ipPermissions>");
        return Stream.of(
                new Change(
                        "ingress",
                        new Ingress(REGION, "sg-1", "443", "sg-2", true),
                        ec2("AuthorizeSecurityGroupIngress", rule),
                        said("AuthorizeSecurityGroupIngress"),
                        "",
                        "ec2:DescribeSecurityGroups",
                        shut,
                        open),
                new Change(
                        "ingress, taken away",
                        new Ingress(REGION, "sg-1", "443", "sg-2", false),
                        ec2("RevokeSecurityGroupIngress", rule),
                        said("RevokeSecurityGroupIngress"),
                        "",
                        "ec2:DescribeSecurityGroups",
                        open,
                        shut));
    }

    private static String group(String rules) {
        return "<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><vpcId>vpc-1</vpcId>"
                + rules + "</item></securityGroupInfo></DescribeSecurityGroupsResponse>";
    }

    private static Stream<Change> objects() {
        return Stream.of(
                new Change(
                        "log group",
                        new LogGroup(REGION, "/example/api"),
                        "/ {\"logGroupName\":\"/example/api\"}",
                        "",
                        "",
                        "logs:DescribeLogGroups",
                        "{\"logGroups\":[{\"logGroupName\":\"/example/api-old\"}]}",
                        "{\"logGroups\":[{\"logGroupName\":\"/example/api\"}]}"),
                new Change(
                        "mount target",
                        new MountTarget(REGION, "fs-1", "subnet-1", List.of("sg-1")),
                        "/2015-02-01/mount-targets {\"FileSystemId\":\"fs-1\",\"SubnetId\":\"subnet-1\",\"SecurityGroups\":[\"sg-1\"]}",
                        "{\"MountTargetId\":\"fsmt-1\"}",
                        "",
                        "elasticfilesystem:DescribeMountTargets",
                        "{\"MountTargets\":[]}",
                        "{\"MountTargets\":[{\"MountTargetId\":\"fsmt-1\",\"SubnetId\":\"subnet-1\",\"LifeCycleState\":\"creating\"}]}"),
                new Change(
                        "pull-through rule",
                        new PullThroughRule(REGION, "hub", "docker-hub", "registry-1.docker.io", SECRET),
                        "/ {\"ecrRepositoryPrefix\":\"hub\",\"upstreamRegistryUrl\":\"registry-1.docker.io\",\"upstreamRegistry\":\"docker-hub\",\"credentialArn\":\""
                                + SECRET + "\"}",
                        "{\"ecrRepositoryPrefix\":\"hub\"}",
                        "",
                        "ecr:DescribePullThroughCacheRules",
                        "",
                        "{\"pullThroughCacheRules\":[{\"ecrRepositoryPrefix\":\"hub\",\"upstreamRegistryUrl\":\"registry-1.docker.io\"}]}"),
                new Change(
                        "secret",
                        new SecretRestore(REGION, SECRET),
                        "/ {\"SecretId\":\"" + SECRET + "\"}",
                        "{\"ARN\":\"" + SECRET + "\"}",
                        "",
                        "secretsmanager:DescribeSecret",
                        "{\"ARN\":\"" + SECRET + "\",\"Name\":\"shop/db\",\"DeletedDate\":1795132800}",
                        "{\"ARN\":\"" + SECRET + "\",\"Name\":\"shop/db\"}"),
                new Change(
                        "group size",
                        new GroupSize(REGION, "hosts", new GroupSize.Size(4, 4), new GroupSize.Size(5, 5)),
                        "/ Action=UpdateAutoScalingGroup&Version=2011-01-01&AutoScalingGroupName=hosts&MaxSize=5&DesiredCapacity=5",
                        "<UpdateAutoScalingGroupResponse><ResponseMetadata/></UpdateAutoScalingGroupResponse>",
                        "",
                        GROUPS,
                        size(4, 4),
                        size(5, 5)),
                new Change(
                        "group size, without its desired one",
                        new GroupSize(REGION, "hosts", new GroupSize.Size(4, null), new GroupSize.Size(5, null)),
                        "/ Action=UpdateAutoScalingGroup&Version=2011-01-01&AutoScalingGroupName=hosts&MaxSize=5",
                        "<UpdateAutoScalingGroupResponse><ResponseMetadata/></UpdateAutoScalingGroupResponse>",
                        "",
                        GROUPS,
                        size(4, 4),
                        size(5, 4)),
                new Change(
                        "instance termination",
                        new InstanceTermination(REGION, "i-1"),
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

    private static Stream<Change> targets() {
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
                new TargetGroupSetting(REGION, TARGET, setting, from, to),
                "/ Action=ModifyTargetGroup&Version=2015-12-01&TargetGroupArn=" + TARGET + "&" + member,
                "<ModifyTargetGroupResponse><ModifyTargetGroupResult><TargetGroups/></ModifyTargetGroupResult></ModifyTargetGroupResponse>",
                "",
                "elasticloadbalancing:DescribeTargetGroups",
                answer.formatted(from),
                answer.formatted(to));
    }
}
