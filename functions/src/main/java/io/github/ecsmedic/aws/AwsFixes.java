package io.github.ecsmedic.aws;

import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Outlook;
import java.time.Clock;
import java.util.List;

/** Opens what a fix needs of AWS. */
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

    /** Changes that account alone; requests go to the region that each names. */
    public static Hand hand(String account, String region) {
        return new SdkHand(account, Clients.in(region), OneShot.in(region));
    }

    /**
     * The second place of the audit.
     *
     * @param group its log group in that region; with {@code ""} nothing can be appended, so that nothing is changed
     * @param worker whose streams nobody else appends to
     */
    public static AuditLog audit(String region, String group, String worker) {
        return group.isEmpty()
                ? AuditLog.NONE
                : new SdkAuditLog(Clients.in(region).logs(), group, worker, Clock.systemUTC());
    }

    /**
     * The kill switch and the change calendars are those of that region.
     *
     * @param calendars names or ARNs of change calendars of Systems Manager; none where nothing is ever frozen
     */
    public static Outlook outlook(String region, List<String> calendars) {
        return new SdkOutlook(Clients.in(region), calendars);
    }
}
