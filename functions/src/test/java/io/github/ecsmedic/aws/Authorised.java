package io.github.ecsmedic.aws;

import java.util.stream.Stream;

/**
 * What IAM decides a request by: the action and the objects, by the Service Authorization Reference (a
 * listing of tasks by {@code *}, as the role's reads have it). An operation that it
 * does not know fails the test that asks.
 */
final class Authorised {
    private static final String HERE = "us-east-1:" + AccountUnderRepair.ACCOUNT + ":";
    private static final String ECS = "arn:aws:ecs:" + HERE;
    private static final String EC2 = "arn:aws:ec2:" + HERE;
    private static final String PASSED = "iam:PassRole arn:aws:iam::" + AccountUnderRepair.ACCOUNT + ":role/task";

    private Authorised() {}

    /** Lines {@code ACTION ARN}. */
    static Stream<String> of(Question question) {
        if (question.operation().equals("sts:GetCallerIdentity")) {
            return Stream.empty();
        }
        Stream<String> own = objects(question).map(arn -> question.operation() + " " + arn);
        return Stream.concat(own, also(question));
    }

    /** What one request needs of other actions: the roles of new tasks, the interface of a mount target. */
    private static Stream<String> also(Question q) {
        return switch (q.operation()) {
            case "ecs:UpdateService" -> q.text("taskDefinition").isEmpty() ? Stream.empty() : Stream.of(PASSED);
            case "ecs:RunTask" -> Stream.of(PASSED);
            case "elasticfilesystem:CreateMountTarget" ->
                Stream.of("subnet/" + q.text("SubnetId"), "network-interface/*", "security-group/sg-1")
                        .map(object -> "ec2:CreateNetworkInterface " + EC2 + object);
            default -> Stream.empty();
        };
    }

    private static Stream<String> objects(Question q) {
        return switch (q.operation()) {
            case "autoscaling:DescribeAutoScalingGroups",
                    "autoscaling:DescribeAutoScalingInstances",
                    "cloudtrail:LookupEvents",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeRouteTables",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeTags",
                    "ec2:DescribeVpcEndpoints",
                    "ecr:CreatePullThroughCacheRule",
                    "ecr:DescribePullThroughCacheRules",
                    "ecs:ListTasks",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "logs:DescribeLogGroups" -> Stream.of("*");
            case "ecs:DescribeServices" ->
                q.texts("services").stream().map(name -> ECS + "service/" + q.text("cluster") + "/" + name);
            case "ecs:ListServiceDeployments", "ecs:UpdateService" ->
                Stream.of(ECS + "service/" + q.text("cluster") + "/" + q.text("service"));
            case "ecs:StopServiceDeployment" -> Stream.of(q.text("serviceDeploymentArn"));
            case "ecs:DescribeServiceDeployments" -> q.texts("serviceDeploymentArns").stream();
            case "ecs:DescribeContainerInstances", "ecs:UpdateContainerInstancesState" ->
                q.texts("containerInstances").stream();
            case "ecs:DescribeTasks", "ecs:GetTaskProtection", "ecs:UpdateTaskProtection" -> q.texts("tasks").stream();
            case "ecs:RunTask" -> Stream.of(q.text("taskDefinition"));
            case "ecs:StopTask" -> Stream.of(q.text("task"));
            case "ec2:DescribeVpcAttribute", "ec2:ModifyVpcAttribute" -> Stream.of(EC2 + "vpc/" + q.text("VpcId"));
            case "ec2:ModifyVpcEndpoint" ->
                Stream.concat(
                        Stream.of(EC2 + "vpc-endpoint/" + q.text("VpcEndpointId")),
                        Stream.of("AddRouteTableId", "RemoveRouteTableId")
                                .flatMap(member -> q.texts(member).stream())
                                .map(table -> EC2 + "route-table/" + table));
            case "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress" ->
                Stream.of(EC2 + "security-group/" + q.text("GroupId"));
            case "autoscaling:UpdateAutoScalingGroup", "autoscaling:TerminateInstanceInAutoScalingGroup" ->
                Stream.of("arn:aws:autoscaling:" + HERE + "autoScalingGroup:0a1b2c3d:autoScalingGroupName/hosts");
            case "cloudformation:DescribeStacks" ->
                Stream.of("arn:aws:cloudformation:" + HERE + "stack/" + q.text("StackName") + "/0a1b2c3d");
            case "elasticfilesystem:CreateMountTarget" ->
                Stream.of("arn:aws:elasticfilesystem:" + HERE + "file-system/" + q.text("FileSystemId"));
            case "elasticfilesystem:DescribeMountTargets" ->
                Stream.of("arn:aws:elasticfilesystem:" + HERE + "file-system/" + q.text("FileSystemId"));
            case "elasticloadbalancing:ModifyTargetGroup" -> Stream.of(q.text("TargetGroupArn"));
            case "logs:CreateLogGroup" -> Stream.of("arn:aws:logs:" + HERE + "log-group:" + q.text("logGroupName"));
            case "secretsmanager:DescribeSecret", "secretsmanager:RestoreSecret" -> Stream.of(q.text("SecretId"));
            case "ssm:GetParameter" -> Stream.of("arn:aws:ssm:" + HERE + "parameter" + q.text("Name"));
            case "ssm:GetCalendarState" ->
                q.texts("CalendarNames").stream().map(name -> "arn:aws:ssm:" + HERE + "document/" + name);
            default -> throw new AssertionError("on what is " + q.operation() + " decided?");
        };
    }
}
