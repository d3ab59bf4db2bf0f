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

    private static final Map<String, List<String>> ASKED = asked();

    private Questions() {}

    /** The commands for these actions; those of an action that is not known are left out. */
    static List<String> of(Collection<String> actions) {
        return actions.isEmpty()
                ? OF_THE_TASK
                : ASKED.entrySet().stream()
                        .filter(entry -> actions.contains(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .map(command -> "aws " + command + REGION)
                        .toList();
    }

    /** Those for which nobody has written a command. */
    static List<String> unknown(Collection<String> actions) {
        List<String> left = new ArrayList<>(actions);
        left.removeAll(ASKED.keySet());
        return left;
    }

    private static Map<String, List<String>> asked() {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        workloads(asked);
        networks(asked);
        names(asked);
        identities(asked);
        capacity(asked);
        return asked;
    }

    private static void workloads(Map<String, List<String>> asked) {
        asked.put(
                "ecs:ListTasks",
                List.of("ecs list-tasks --cluster CLUSTER --service-name SERVICE --desired-status STOPPED"));
        asked.put("ecs:DescribeTasks", List.of("ecs describe-tasks --cluster CLUSTER --tasks TASK"));
        asked.put(
                "ecs:DescribeTaskDefinition",
                List.of("ecs describe-task-definition --task-definition FAMILY:REVISION"));
        asked.put("ecs:ListServices", List.of("ecs list-services --cluster CLUSTER"));
        asked.put("ecs:DescribeServices", List.of("ecs describe-services --cluster CLUSTER --services SERVICE"));
        asked.put("ecs:DescribeClusters", List.of("ecs describe-clusters --clusters CLUSTER"));
        asked.put(
                "ecs:ListServiceDeployments",
                List.of("ecs list-service-deployments --cluster CLUSTER --service SERVICE"));
        asked.put(
                "ecs:DescribeServiceDeployments",
                List.of("ecs describe-service-deployments --service-deployment-arns SERVICE_DEPLOYMENT"));
        asked.put(
                "ecs:DescribeServiceRevisions",
                List.of("ecs describe-service-revisions --service-revision-arns SERVICE_REVISION"));
        asked.put("ecs:GetTaskProtection", List.of("ecs get-task-protection --cluster CLUSTER --tasks TASK"));
        asked.put("ecs:ListContainerInstances", List.of("ecs list-container-instances --cluster CLUSTER"));
        asked.put(
                "ecs:DescribeContainerInstances",
                List.of("ecs describe-container-instances --cluster CLUSTER --container-instances CONTAINER_INSTANCE"));
        asked.put(
                "ecs:DescribeCapacityProviders",
                List.of("ecs describe-capacity-providers --capacity-providers PROVIDER"));
        asked.put("ecs:ListAccountSettings", List.of("ecs list-account-settings --effective-settings"));
        asked.put(
                "logs:GetLogEvents",
                List.of(
                        "logs get-log-events --log-group-name LOG_GROUP --log-stream-name PREFIX/CONTAINER/TASK --limit 100"));
        asked.put("logs:DescribeLogGroups", List.of("logs describe-log-groups --log-group-name-prefix LOG_GROUP"));
        asked.put(
                "elasticloadbalancing:DescribeTargetGroups",
                List.of("elbv2 describe-target-groups --target-group-arns TARGET_GROUP"));
        asked.put(
                "elasticloadbalancing:DescribeTargetHealth",
                List.of("elbv2 describe-target-health --target-group-arn TARGET_GROUP"));
        asked.put(
                "elasticloadbalancing:DescribeLoadBalancers",
                List.of("elbv2 describe-load-balancers --load-balancer-arns LOAD_BALANCER"));
        asked.put(
                "elasticloadbalancing:DescribeListeners",
                List.of("elbv2 describe-listeners --load-balancer-arn LOAD_BALANCER"));
        asked.put("elasticloadbalancing:DescribeRules", List.of("elbv2 describe-rules --listener-arn LISTENER"));
    }

    private static void networks(Map<String, List<String>> asked) {
        asked.put("ec2:DescribeInstances", List.of("ec2 describe-instances --instance-ids INSTANCE"));
        asked.put(
                "ec2:DescribeNetworkInterfaces",
                List.of("ec2 describe-network-interfaces --filters Name=addresses.private-ip-address,Values=ADDRESS"));
        asked.put(
                "ec2:DescribeNetworkInterfaceAttribute",
                List.of("ec2 describe-network-interface-attribute --attribute groupSet --network-interface-id"
                        + " INTERFACE"));
        asked.put("ec2:DescribeSubnets", List.of("ec2 describe-subnets --subnet-ids SUBNET"));
        asked.put(
                "ec2:DescribeRouteTables",
                List.of(
                        "ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET",
                        "ec2 describe-route-tables --filters Name=vpc-id,Values=VPC Name=association.main,Values=true"));
        asked.put("ec2:DescribeSecurityGroups", List.of("ec2 describe-security-groups --group-ids TASK_GROUP"));
        asked.put(
                "ec2:DescribeNetworkAcls",
                List.of("ec2 describe-network-acls --filters Name=association.subnet-id,Values=SUBNET"));
        asked.put("ec2:DescribeVpcEndpoints", List.of("ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=VPC"));
        asked.put("ec2:DescribeNatGateways", List.of("ec2 describe-nat-gateways --filter Name=vpc-id,Values=VPC"));
        asked.put(
                "ec2:DescribeInternetGateways",
                List.of("ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values=VPC"));
        asked.put(
                "ec2:DescribeEgressOnlyInternetGateways",
                List.of("ec2 describe-egress-only-internet-gateways --egress-only-internet-gateway-ids GATEWAY"));
        asked.put(
                "ec2:DescribeManagedPrefixLists",
                List.of(
                        "ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=com.amazonaws.REGION.s3"));
        asked.put(
                "ec2:GetManagedPrefixListEntries",
                List.of("ec2 get-managed-prefix-list-entries --prefix-list-id PREFIX_LIST"));
        asked.put("ec2:DescribeVpcBlockPublicAccessOptions", List.of("ec2 describe-vpc-block-public-access-options"));
        asked.put(
                "ec2:DescribeVpcBlockPublicAccessExclusions",
                List.of("ec2 describe-vpc-block-public-access-exclusions"));
        asked.put(
                "cloudwatch:GetMetricData",
                List.of("cloudwatch get-metric-statistics --namespace NAMESPACE --metric-name METRIC --dimensions"
                        + " Name=NAME,Value=VALUE --start-time FROM --end-time TO --period 60 --statistics Maximum"));
        asked.put(
                "cloudtrail:LookupEvents",
                List.of(
                        "cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=RESOURCE"));
    }

    private static void names(Map<String, List<String>> asked) {
        asked.put("ec2:DescribeVpcs", List.of("ec2 describe-vpcs --vpc-ids VPC"));
        asked.put(
                "ec2:DescribeVpcAttribute",
                List.of(
                        "ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsSupport",
                        "ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsHostnames"));
        asked.put("ec2:DescribeDhcpOptions", List.of("ec2 describe-dhcp-options --dhcp-options-ids DHCP_OPTIONS"));
        asked.put(
                "route53:ListHostedZonesByVPC",
                List.of("route53 list-hosted-zones-by-vpc --vpc-id VPC --vpc-region REGION"));
        asked.put(
                "route53:ListResourceRecordSets",
                List.of("route53 list-resource-record-sets --hosted-zone-id ZONE --start-record-name HOST"));
        asked.put(
                "route53profiles:ListProfileAssociations",
                List.of("route53profiles list-profile-associations --resource-id VPC"));
        asked.put(
                "route53profiles:ListProfileResourceAssociations",
                List.of("route53profiles list-profile-resource-associations --profile-id PROFILE"));
        asked.put(
                "route53resolver:ListResolverRuleAssociations",
                List.of("route53resolver list-resolver-rule-associations --filters Name=VPCId,Values=VPC"));
        asked.put(
                "route53resolver:GetResolverRule",
                List.of("route53resolver get-resolver-rule --resolver-rule-id RULE"));
        asked.put(
                "route53resolver:ListFirewallRuleGroupAssociations",
                List.of("route53resolver list-firewall-rule-group-associations --vpc-id VPC"));
        asked.put(
                "route53resolver:ListFirewallRules",
                List.of("route53resolver list-firewall-rules --firewall-rule-group-id RULE_GROUP"));
        asked.put(
                "route53resolver:ListFirewallDomains",
                List.of("route53resolver list-firewall-domains --firewall-domain-list-id DOMAIN_LIST"));
        asked.put("servicediscovery:GetNamespace", List.of("servicediscovery get-namespace --id NAMESPACE"));
    }

    private static void identities(Map<String, List<String>> asked) {
        asked.put(
                "ecr:DescribeRepositories",
                List.of("ecr describe-repositories --registry-id ACCOUNT --repository-names REPOSITORY"));
        asked.put(
                "ecr:DescribeImages",
                List.of(
                        "ecr describe-images --registry-id ACCOUNT --repository-name REPOSITORY --image-ids imageTag=TAG"));
        asked.put(
                "ecr:BatchGetImage",
                List.of("ecr batch-get-image --registry-id ACCOUNT --repository-name REPOSITORY --image-ids"
                        + " imageDigest=DIGEST"));
        asked.put("ecr:GetRepositoryPolicy", List.of("ecr get-repository-policy --repository-name REPOSITORY"));
        asked.put("ecr:DescribePullThroughCacheRules", List.of("ecr describe-pull-through-cache-rules"));
        asked.put("ecr:ListImages", List.of("ecr list-images --registry-id ACCOUNT --repository-name REPOSITORY"));
        asked.put("iam:GetRole", List.of("iam get-role --role-name ROLE"));
        asked.put("iam:GetInstanceProfile", List.of("iam get-instance-profile --instance-profile-name PROFILE"));
        asked.put(
                "iam:SimulatePrincipalPolicy",
                List.of(
                        "iam simulate-principal-policy --policy-source-arn ROLE --action-names ACTION --resource-arns RESOURCE"));
        asked.put(
                "secretsmanager:ListSecretVersionIds",
                List.of("secretsmanager list-secret-version-ids --secret-id SECRET --include-deprecated"));
        asked.put("secretsmanager:DescribeSecret", List.of("secretsmanager describe-secret --secret-id SECRET"));
        asked.put(
                "secretsmanager:ListSecrets",
                List.of("secretsmanager list-secrets --filters Key=name,Values=NAME --query 'SecretList[].Name'"));
        asked.put(
                "ssm:DescribeParameters",
                List.of("ssm describe-parameters --parameter-filters Key=Name,Option=Equals,Values=PARAMETER"));
        asked.put("kms:DescribeKey", List.of("kms describe-key --key-id KEY"));
    }

    private static void capacity(Map<String, List<String>> asked) {
        asked.put(
                "autoscaling:DescribeAutoScalingGroups",
                List.of("autoscaling describe-auto-scaling-groups --auto-scaling-group-names GROUP"));
        asked.put(
                "autoscaling:DescribeScalingActivities",
                List.of("autoscaling describe-scaling-activities --auto-scaling-group-name GROUP --max-items 10"));
        asked.put(
                "autoscaling:DescribeAutoScalingInstances",
                List.of("autoscaling describe-auto-scaling-instances --instance-ids INSTANCE"));
        asked.put("ec2:DescribeInstanceTypes", List.of("ec2 describe-instance-types --instance-types TYPE"));
        asked.put(
                "servicequotas:GetServiceQuota",
                List.of("service-quotas get-service-quota --service-code SERVICE --quota-code QUOTA"));
        asked.put(
                "elasticfilesystem:DescribeFileSystems",
                List.of("efs describe-file-systems --file-system-id FILE_SYSTEM"));
        asked.put(
                "elasticfilesystem:DescribeMountTargets",
                List.of("efs describe-mount-targets --file-system-id FILE_SYSTEM"));
        asked.put(
                "elasticfilesystem:DescribeMountTargetSecurityGroups",
                List.of("efs describe-mount-target-security-groups --mount-target-id MOUNT_TARGET"));
        asked.put(
                "elasticfilesystem:DescribeAccessPoints",
                List.of("efs describe-access-points --access-point-id ACCESS_POINT"));
        asked.put(
                "elasticfilesystem:DescribeFileSystemPolicy",
                List.of("efs describe-file-system-policy --file-system-id FILE_SYSTEM"));
    }
}
