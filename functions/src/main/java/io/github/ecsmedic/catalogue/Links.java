package io.github.ecsmedic.catalogue;

import java.util.Map;

/** Pages of AWS's documentation. */
final class Links {
    private static final String DOCS = "https://docs.aws.amazon.com/";
    private static final String ECS_GUIDE = DOCS + "AmazonECS/latest/developerguide/";

    private static final Map<String, String> GUIDE_BY_FAMILY = Map.ofEntries(
            Map.entry("image_pull", "task_cannot_pull_image"),
            Map.entry("registry_auth", "task_cannot_pull_image"),
            Map.entry("secrets", "resource-initialization-error"),
            Map.entry("resource_init", "resource-initialization-error"),
            Map.entry("env_file", "taskdef-envfiles"),
            Map.entry("logging", "resource-initialization-error"),
            Map.entry("network", "fargate-task-networking"),
            Map.entry("storage", "efs-volumes"),
            Map.entry("container_config", "cannot-start-container"),
            Map.entry("memory", "out-of-memory"),
            Map.entry("health", "troubleshoot-service-load-balancers"),
            Map.entry("capacity", "service-event-messages-list"),
            Map.entry("host", "task-maintenance"),
            Map.entry("deployment", "deployment-type-ecs"),
            Map.entry("lifecycle", "stopped-task-errors"));

    /** Where the operations of a service stand: what comes before their names. */
    private static final Map<String, String> REFERENCE_BY_SERVICE = Map.ofEntries(
            Map.entry("autoscaling", "autoscaling/ec2/APIReference/API_"),
            Map.entry("cloudtrail", "awscloudtrail/latest/APIReference/API_"),
            Map.entry("cloudwatch", "AmazonCloudWatch/latest/APIReference/API_"),
            Map.entry("ec2", "AWSEC2/latest/APIReference/API_"),
            Map.entry("ecr", "AmazonECR/latest/APIReference/API_"),
            Map.entry("ecs", "AmazonECS/latest/APIReference/API_"),
            Map.entry("elasticfilesystem", "efs/latest/ug/API_"),
            Map.entry("elasticloadbalancing", "elasticloadbalancing/latest/APIReference/API_"),
            Map.entry("iam", "IAM/latest/APIReference/API_"),
            Map.entry("kms", "kms/latest/APIReference/API_"),
            Map.entry("logs", "AmazonCloudWatchLogs/latest/APIReference/API_"),
            Map.entry("route53", "Route53/latest/APIReference/API_"),
            Map.entry("route53profiles", "Route53/latest/APIReference/API_route53profiles_"),
            Map.entry("route53resolver", "Route53/latest/APIReference/API_route53resolver_"),
            Map.entry("secretsmanager", "secretsmanager/latest/apireference/API_"),
            Map.entry("servicediscovery", "cloud-map/latest/api/API_"),
            Map.entry("servicequotas", "servicequotas/2019-06-24/apireference/API_"),
            Map.entry("ssm", "systems-manager/latest/APIReference/API_"),
            Map.entry("sts", "STS/latest/APIReference/API_"));

    private Links() {}

    /** The page of the developer guide for the family of a label. */
    static String guide(String label) {
        String family = label.substring(0, Math.max(0, label.indexOf('.')));
        return ECS_GUIDE + GUIDE_BY_FAMILY.getOrDefault(family, "stopped-task-errors") + ".html";
    }

    /** The reference of an IAM action's operation, or {@code ""} when its place is not known. */
    static String operation(String action) {
        int colon = action.indexOf(':');
        String place = colon < 0 ? null : REFERENCE_BY_SERVICE.get(action.substring(0, colon));
        return place == null ? "" : DOCS + place + action.substring(colon + 1) + ".html";
    }
}
