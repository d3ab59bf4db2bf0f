package io.github.ecsmedic.aws;

import java.util.List;

/** What fixes need of AWS. */
public final class AwsFixes {
    /** The IAM actions of what is read before and after a change, sorted. */
    public static final List<String> READS = List.of(
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "cloudformation:DescribeStacks",
            "cloudtrail:LookupEvents",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcEndpoints",
            "ecr:DescribePullThroughCacheRules",
            "ecs:DescribeContainerInstances",
            "ecs:DescribeServiceDeployments",
            "ecs:DescribeServices",
            "ecs:DescribeTasks",
            "ecs:GetTaskProtection",
            "ecs:ListServiceDeployments",
            "ecs:ListTasks",
            "elasticfilesystem:DescribeMountTargets",
            "elasticloadbalancing:DescribeTargetGroups",
            "logs:DescribeLogGroups",
            "secretsmanager:DescribeSecret",
            "ssm:GetCalendarState",
            "ssm:GetParameter");

    /** The IAM actions of appending to the audit, sorted. */
    public static final List<String> AUDIT = List.of(SdkAuditLog.STREAM, SdkAuditLog.PUT);

    private AwsFixes() {}
}
