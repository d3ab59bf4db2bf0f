package io.github.ecsmedic.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands by which a person asks what a check asks, by IAM action, in the order in which one looks. */
final class Questions {
    private static final String REGION = " --region REGION";

    /** Where the event itself tells, this shows what it told. */
    static final List<String> OF_THE_TASK = List.of(
            "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query"
                    + " 'tasks[0].[stopCode,stoppedReason,containers[].[name,exitCode,reason]]'" + REGION,
            "aws ecs describe-services --cluster CLUSTER --services SERVICE --query 'services[0].events[:5].message'"
                    + REGION);

    private static final Map<String, String> ASKED = asked();

    private Questions() {}

    /** The commands for these actions; those of an action that is not known are left out. */
    static List<String> of(Collection<String> actions) {
        return actions.isEmpty()
                ? OF_THE_TASK
                : ASKED.entrySet().stream()
                        .filter(entry -> actions.contains(entry.getKey()))
                        .map(entry -> "aws " + entry.getValue() + REGION)
                        .toList();
    }

    /** Those for which nobody has written a command. */
    static List<String> unknown(Collection<String> actions) {
        List<String> left = new ArrayList<>(actions);
        left.removeAll(ASKED.keySet());
        return left;
    }

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        workloads(asked);
        networks(asked);
        names(asked);
        identities(asked);
        capacity(asked);
        return asked;
    }

    private static void workloads(Map<String, String> asked) {
        asked.put("ecs:ListTasks", "ecs list-tasks --cluster CLUSTER --service-name SERVICE --desired-status STOPPED");
        asked.put("ecs:DescribeTasks", "ecs describe-tasks --cluster CLUSTER --tasks TASK");
        asked.put("ecs:DescribeTaskDefinition", "ecs describe-task-definition --task-definition FAMILY:REVISION");
        asked.put("ecs:ListServices", "ecs list-services --cluster CLUSTER");
        asked.put("ecs:DescribeServices", "ecs describe-services --cluster CLUSTER --services SERVICE");
        asked.put("ecs:DescribeClusters", "ecs describe-clusters --clusters CLUSTER");
        asked.put("ecs:ListServiceDeployments", "ecs list-service-deployments --cluster CLUSTER --service SERVICE");
        asked.put(
                "ecs:DescribeServiceDeployments",
                "ecs describe-service-deployments --service-deployment-arns SERVICE_DEPLOYMENT");
        asked.put(
                "ecs:DescribeServiceRevisions",
                "ecs describe-service-revisions --service-revision-arns SERVICE_REVISION");
        asked.put("ecs:GetTaskProtection", "ecs get-task-protection --cluster CLUSTER --tasks TASK");
        asked.put("ecs:ListContainerInstances", "ecs list-container-instances --cluster CLUSTER");
        asked.put(
                "ecs:DescribeContainerInstances",
                "ecs describe-container-instances --cluster CLUSTER --container-instances CONTAINER_INSTANCE");
        asked.put("ecs:DescribeCapacityProviders", "ecs describe-capacity-providers --capacity-providers PROVIDER");
        asked.put("ecs:ListAccountSettings", "ecs list-account-settings --effective-settings");
        asked.put(
                "logs:GetLogEvents",
                "logs get-log-events --log-group-name LOG_GROUP --log-stream-name PREFIX/CONTAINER/TASK --limit 100");
        asked.put("logs:DescribeLogGroups", "logs describe-log-groups --log-group-name-prefix LOG_GROUP");
        asked.put(
                "elasticloadbalancing:DescribeTargetGroups",
                "elbv2 describe-target-groups --target-group-arns TARGET_GROUP");
        asked.put(
                "elasticloadbalancing:DescribeTargetHealth",
                "elbv2 describe-target-health --target-group-arn TARGET_GROUP");
        asked.put(
                "elasticloadbalancing:DescribeLoadBalancers",
                "elbv2 describe-load-balancers --load-balancer-arns LOAD_BALANCER");
        asked.put(
                "elasticloadbalancing:DescribeListeners", "elbv2 describe-listeners --load-balancer-arn LOAD_BALANCER");
        asked.put("elasticloadbalancing:DescribeRules", "elbv2 describe-rules --listener-arn LISTENER");
    }

    private static void networks(Map<String, String> asked) {
        asked.put("ec2:DescribeInstances", "ec2 describe-instances --instance-ids INSTANCE");
        asked.put(
                "ec2:DescribeNetworkInterfaces",
                "ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=ADDRESS");
        asked.put("ec2:DescribeSubnets", "ec2 describe-subnets --subnet-ids SUBNET");
        asked.put(
                "ec2:DescribeRouteTables",
                "ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET");
        asked.put("ec2:DescribeSecurityGroups", "ec2 describe-security-groups --group-ids TASK_GROUP");
        asked.put(
                "ec2:DescribeNetworkAcls",
                "ec2 describe-network-acls --filters Name=association.subnet-id,Values=SUBNET");
        asked.put("ec2:DescribeVpcEndpoints", "ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=VPC");
        asked.put("ec2:DescribeNatGateways", "ec2 describe-nat-gateways --filter Name=vpc-id,Values=VPC");
        asked.put(
                "ec2:DescribeInternetGateways",
                "ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values=VPC");
        asked.put(
                "ec2:DescribeEgressOnlyInternetGateways",
                "ec2 describe-egress-only-internet-gateways --egress-only-internet-gateway-ids GATEWAY");
        asked.put(
                "ec2:DescribeManagedPrefixLists",
                "ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=com.amazonaws.REGION.s3");
        asked.put(
                "ec2:GetManagedPrefixListEntries", "ec2 get-managed-prefix-list-entries --prefix-list-id PREFIX_LIST");
        asked.put("ec2:DescribeVpcBlockPublicAccessOptions", "ec2 describe-vpc-block-public-access-options");
        asked.put("ec2:DescribeVpcBlockPublicAccessExclusions", "ec2 describe-vpc-block-public-access-exclusions");
        asked.put(
                "cloudwatch:GetMetricData",
                "cloudwatch get-metric-statistics --namespace NAMESPACE --metric-name METRIC --dimensions"
                        + " Name=NAME,Value=VALUE --start-time FROM --end-time TO --period 60 --statistics Maximum");
        asked.put(
                "cloudtrail:LookupEvents",
                "cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=RESOURCE");
    }

    private static void names(Map<String, String> asked) {
        asked.put("ec2:DescribeVpcs", "ec2 describe-vpcs --vpc-ids VPC");
        asked.put("ec2:DescribeVpcAttribute", "ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsHostnames");
        asked.put("ec2:DescribeDhcpOptions", "ec2 describe-dhcp-options --dhcp-options-ids DHCP_OPTIONS");
        asked.put("route53:ListHostedZonesByVPC", "route53 list-hosted-zones-by-vpc --vpc-id VPC --vpc-region REGION");
        asked.put(
                "route53:ListResourceRecordSets",
                "route53 list-resource-record-sets --hosted-zone-id ZONE --start-record-name HOST");
        asked.put(
                "route53profiles:ListProfileAssociations",
                "route53profiles list-profile-associations --resource-id VPC");
        asked.put(
                "route53profiles:ListProfileResourceAssociations",
                "route53profiles list-profile-resource-associations --profile-id PROFILE");
        asked.put(
                "route53resolver:ListResolverRuleAssociations",
                "route53resolver list-resolver-rule-associations --filters Name=VPCId,Values=VPC");
        asked.put("route53resolver:GetResolverRule", "route53resolver get-resolver-rule --resolver-rule-id RULE");
        asked.put(
                "route53resolver:ListFirewallRuleGroupAssociations",
                "route53resolver list-firewall-rule-group-associations --vpc-id VPC");
        asked.put(
                "route53resolver:ListFirewallRules",
                "route53resolver list-firewall-rules --firewall-rule-group-id RULE_GROUP");
        asked.put(
                "route53resolver:ListFirewallDomains",
                "route53resolver list-firewall-domains --firewall-domain-list-id DOMAIN_LIST");
        asked.put("servicediscovery:GetNamespace", "servicediscovery get-namespace --id NAMESPACE");
    }

    private static void identities(Map<String, String> asked) {
        asked.put(
                "ecr:DescribeRepositories",
                "ecr describe-repositories --registry-id ACCOUNT --repository-names REPOSITORY");
        asked.put(
                "ecr:DescribeImages",
                "ecr describe-images --registry-id ACCOUNT --repository-name REPOSITORY --image-ids imageTag=TAG");
        asked.put(
                "ecr:BatchGetImage",
                "ecr batch-get-image --registry-id ACCOUNT --repository-name REPOSITORY --image-ids"
                        + " imageDigest=DIGEST");
        asked.put("ecr:GetRepositoryPolicy", "ecr get-repository-policy --repository-name REPOSITORY");
        asked.put("ecr:DescribePullThroughCacheRules", "ecr describe-pull-through-cache-rules");
        asked.put("ecr:ListImages", "ecr list-images --registry-id ACCOUNT --repository-name REPOSITORY");
        asked.put("iam:GetRole", "iam get-role --role-name ROLE");
        asked.put("iam:GetInstanceProfile", "iam get-instance-profile --instance-profile-name PROFILE");
        asked.put(
                "iam:SimulatePrincipalPolicy",
                "iam simulate-principal-policy --policy-source-arn ROLE --action-names ACTION --resource-arns RESOURCE");
        asked.put("secretsmanager:DescribeSecret", "secretsmanager describe-secret --secret-id SECRET");
        asked.put(
                "secretsmanager:ListSecrets",
                "secretsmanager list-secrets --filters Key=name,Values=NAME --query 'SecretList[].Name'");
        asked.put(
                "ssm:DescribeParameters",
                "ssm describe-parameters --parameter-filters Key=Name,Option=Equals,Values=PARAMETER");
        asked.put("kms:DescribeKey", "kms describe-key --key-id KEY");
    }

    private static void capacity(Map<String, String> asked) {
        asked.put(
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling describe-auto-scaling-groups --auto-scaling-group-names GROUP");
        asked.put(
                "autoscaling:DescribeScalingActivities",
                "autoscaling describe-scaling-activities --auto-scaling-group-name GROUP --max-items 10");
        asked.put("ec2:DescribeInstanceTypes", "ec2 describe-instance-types --instance-types TYPE");
        asked.put(
                "servicequotas:GetServiceQuota",
                "service-quotas get-service-quota --service-code SERVICE --quota-code QUOTA");
        asked.put("elasticfilesystem:DescribeFileSystems", "efs describe-file-systems --file-system-id FILE_SYSTEM");
        asked.put("elasticfilesystem:DescribeMountTargets", "efs describe-mount-targets --file-system-id FILE_SYSTEM");
        asked.put(
                "elasticfilesystem:DescribeMountTargetSecurityGroups",
                "efs describe-mount-target-security-groups --mount-target-id MOUNT_TARGET");
        asked.put(
                "elasticfilesystem:DescribeAccessPoints", "efs describe-access-points --access-point-id ACCESS_POINT");
        asked.put(
                "elasticfilesystem:DescribeFileSystemPolicy",
                "efs describe-file-system-policy --file-system-id FILE_SYSTEM");
    }
}
