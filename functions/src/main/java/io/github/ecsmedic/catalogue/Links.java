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

    private static final Map<String, String> REFERENCE_BY_SERVICE = Map.of(
            "ecs", "AmazonECS/latest/APIReference/",
            "ec2", "AWSEC2/latest/APIReference/",
            "ecr", "AmazonECR/latest/APIReference/",
            "elasticloadbalancing", "elasticloadbalancing/latest/APIReference/",
            "iam", "IAM/latest/APIReference/",
            "logs", "AmazonCloudWatchLogs/latest/APIReference/",
            "route53", "Route53/latest/APIReference/",
            "secretsmanager", "secretsmanager/latest/apireference/",
            "ssm", "systems-manager/latest/APIReference/",
            "sts", "STS/latest/APIReference/");

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
        return place == null ? "" : DOCS + place + "API_" + action.substring(colon + 1) + ".html";
    }
}
