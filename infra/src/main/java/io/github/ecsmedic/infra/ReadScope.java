package io.github.ecsmedic.infra;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;

/**
 * On what each read-only action is allowed: on a kind of object where AWS can limit it so, else on {@code *}. An action
 * that stands nowhere here is refused when the app is built.
 *
 * <p>Facts of the Service Authorization Reference, but for {@code ecs:ListTasks}: it names the container instance, yet
 * a listing by service or cluster is authorised on {@code *}.
 */
final class ReadScope {
    private static final String ANY = "*";
    private static final String HERE = "here";

    /** A kind of object; {@code account} and {@code region} are {@code HERE}, {@code *} or empty. */
    private record Kind(String region, String account, String path, Set<String> actions) {
        String arn(String service, String where) {
            return Names.arn(
                    service,
                    region.equals(HERE) ? where : region,
                    account.equals(HERE) ? Aws.ACCOUNT_ID : account,
                    path);
        }
    }

    /** AWS has no resource-level permission for these; they are held to the region. */
    static final Set<String> REGIONAL = Set.of(
            "application-autoscaling:DescribeScalableTargets",
            "autoscaling:DescribeAutoScalingGroups",
            "autoscaling:DescribeAutoScalingInstances",
            "autoscaling:DescribeScalingActivities",
            "cloudtrail:LookupEvents",
            "cloudwatch:GetMetricData",
            "ec2:DescribeDhcpOptions",
            "ec2:DescribeEgressOnlyInternetGateways",
            "ec2:DescribeFlowLogs",
            "ec2:DescribeInstanceTypes",
            "ec2:DescribeInstances",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeManagedPrefixLists",
            "ec2:DescribeNatGateways",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribePrefixLists",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVpcBlockPublicAccessExclusions",
            "ec2:DescribeVpcBlockPublicAccessOptions",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcs",
            "ecr:DescribePullThroughCacheRules",
            "ecs:DescribeTaskDefinition",
            "ecs:ListAccountSettings",
            "ecs:ListClusters",
            "ecs:ListServices",
            "ecs:ListTasks",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "logs:DescribeLogGroups",
            "route53profiles:ListProfileAssociations",
            "route53profiles:ListProfileResourceAssociations",
            "route53resolver:ListFirewallRuleGroupAssociations",
            "route53resolver:ListResolverQueryLogConfigAssociations",
            "route53resolver:ListResolverQueryLogConfigs",
            "route53resolver:ListResolverRuleAssociations",
            "route53resolver:ListResolverRules",
            "secretsmanager:ListSecrets",
            "ssm:DescribeParameters");

    /** The same of services that answer in one region for all. */
    static final Set<String> GLOBAL = Set.of("health:DescribeEvents", "route53:ListHostedZonesByVPC");

    /**
     * Objects that another account can share, as VPCs, prefix lists, repositories, secrets and keys, are allowed in
     * every account: their owner has to allow the read as well. A log driver may write to another region.
     */
    private static final List<Kind> KINDS = List.of(
            here("capacity-provider/*", "ecs:DescribeCapacityProviders", "ecs:ListTagsForResource"),
            here("cluster/*", "ecs:DescribeClusters", "ecs:ListContainerInstances", "ecs:ListTagsForResource"),
            here("container-instance/*", "ecs:DescribeContainerInstances", "ecs:ListTagsForResource"),
            here(
                    "service/*",
                    "ecs:DescribeServiceDeployments",
                    "ecs:DescribeServiceRevisions",
                    "ecs:DescribeServices",
                    "ecs:ListServiceDeployments",
                    "ecs:ListTagsForResource"),
            here("service-deployment/*", "ecs:DescribeServiceDeployments"),
            here("service-revision/*", "ecs:DescribeServiceRevisions"),
            here("task/*", "ecs:DescribeTasks", "ecs:GetTaskProtection", "ecs:ListTagsForResource"),
            here("task-definition/*", "ecs:ListTagsForResource"),
            new Kind(HERE, ANY, "vpc/*", Set.of("ec2:DescribeVpcAttribute")),
            here("network-interface/*", "ec2:DescribeNetworkInterfaceAttribute"),
            new Kind(HERE, ANY, "prefix-list/*", Set.of("ec2:GetManagedPrefixListEntries")),
            new Kind(
                    ANY,
                    ANY,
                    "repository/*",
                    Set.of(
                            "ecr:BatchGetImage",
                            "ecr:DescribeImages",
                            "ecr:DescribeRepositories",
                            "ecr:GetRepositoryPolicy")),
            new Kind(
                    ANY,
                    ANY,
                    "secret:*",
                    Set.of("secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds")),
            new Kind(ANY, ANY, "key/*", Set.of("kms:DescribeKey")),
            new Kind("", HERE, "role/*", Set.of("iam:GetRole", "iam:SimulatePrincipalPolicy")),
            new Kind("", HERE, "instance-profile/*", Set.of("iam:GetInstanceProfile")),
            new Kind(
                    ANY,
                    HERE,
                    "log-group:*",
                    Set.of("logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents")),
            here("alarm:*", "cloudwatch:DescribeAlarms"),
            new Kind("", "", "hostedzone/*", Set.of("route53:ListResourceRecordSets")),
            here("resolver-rule/*", "route53resolver:GetResolverRule"),
            here("autodefined-rule/*", "route53resolver:GetResolverRule"),
            here("firewall-rule-group/*", "route53resolver:ListFirewallRules"),
            here("firewall-domain-list/*", "route53resolver:ListFirewallDomains"),
            here(
                    "file-system/*",
                    "elasticfilesystem:DescribeAccessPoints",
                    "elasticfilesystem:DescribeFileSystemPolicy",
                    "elasticfilesystem:DescribeFileSystems",
                    "elasticfilesystem:DescribeMountTargetSecurityGroups",
                    "elasticfilesystem:DescribeMountTargets"),
            here("access-point/*", "elasticfilesystem:DescribeAccessPoints", "elasticfilesystem:DescribeMountTargets"),
            here("parameter/ecs-medic/mode", "ssm:GetParameter"),
            here("document/*", "ssm:GetCalendarState"),
            here("stack/*", "cloudformation:DescribeStacks"),
            here("namespace/*", "servicediscovery:GetNamespace"),
            here("*", "servicequotas:GetServiceQuota"),
            new Kind("", "", "*", Set.of("s3:GetBucketLocation")));

    private ReadScope() {}

    /**
     * The ARNs for one action, as CloudFormation will resolve them; {@code *} alone where AWS allows nothing narrower.
     *
     * @throws IllegalArgumentException when the action is not known here
     */
    static List<String> of(String action) {
        return of(action, Aws.REGION);
    }

    /** The same; {@code where} stands for the region of what belongs to one. */
    static List<String> of(String action, String where) {
        if (REGIONAL.contains(action) || GLOBAL.contains(action)) {
            return List.of(ANY);
        }
        String service = service(action);
        List<String> arns = KINDS.stream()
                .filter(kind -> kind.actions.contains(action))
                .map(kind -> kind.arn(service, where))
                .toList();
        if (arns.isEmpty()) {
            throw new IllegalArgumentException(
                    "ReadScope does not know on what " + action + " is allowed: add it there");
        }
        return arns;
    }

    /** Services of which nothing is read but in the regions that are looked at. */
    static List<String> regional() {
        Set<String> beyond = KINDS.stream()
                .filter(kind -> !kind.region.equals(HERE))
                .flatMap(kind -> kind.actions.stream().map(ReadScope::service))
                .collect(Collectors.toSet());
        return Stream.concat(REGIONAL.stream(), KINDS.stream().flatMap(kind -> kind.actions.stream()))
                .map(ReadScope::service)
                .filter(service -> !beyond.contains(service))
                .distinct()
                .sorted()
                .toList();
    }

    private static String service(String action) {
        return action.substring(0, action.indexOf(':'));
    }

    private static Kind here(String path, String... actions) {
        return new Kind(HERE, HERE, path, Set.of(actions));
    }
}
