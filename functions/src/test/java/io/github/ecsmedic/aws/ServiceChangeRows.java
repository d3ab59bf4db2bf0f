package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.InstanceState;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskStop;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests to Amazon ECS. */
final class ServiceChangeRows {
    private static final String SERVICES = "ecs:DescribeServices";
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";

    private ServiceChangeRows() {}

    static Stream<Change> services() {
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
                new ServiceUpdate(Change.REGION, "prod", "api", from, to),
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

    static Stream<Change> tasks() {
        String deployment = ARN + "service-deployment/prod/api/d7";
        String task = ARN + "task/prod/t1";
        String host = ARN + "container-instance/prod/h1";
        return Stream.of(
                new Change(
                        "deployment stop",
                        new DeploymentStop(Change.REGION, deployment),
                        "/ {\"serviceDeploymentArn\":\"" + deployment + "\",\"stopType\":\"ROLLBACK\"}",
                        "{\"serviceDeploymentArn\":\"" + deployment + "\"}",
                        "",
                        "ecs:DescribeServiceDeployments",
                        status(deployment, "IN_PROGRESS"),
                        status(deployment, "ROLLBACK_IN_PROGRESS")),
                new Change(
                        "task protection",
                        new TaskProtection(Change.REGION, "prod", List.of(task), false),
                        "/ {\"cluster\":\"prod\",\"tasks\":[\"" + task + "\"],\"protectionEnabled\":false}",
                        protection(task, false),
                        "",
                        "ecs:GetTaskProtection",
                        protection(task, true),
                        protection(task, false)),
                new Change(
                        "instance state",
                        new InstanceState(Change.REGION, "prod", host, true),
                        "/ {\"cluster\":\"prod\",\"containerInstances\":[\"" + host + "\"],\"status\":\"DRAINING\"}",
                        instance(host, "DRAINING"),
                        "",
                        "ecs:DescribeContainerInstances",
                        instance(host, "ACTIVE"),
                        instance(host, "DRAINING")),
                new Change(
                        "task stop",
                        new TaskStop(Change.REGION, "prod", task),
                        "/ {\"cluster\":\"prod\",\"task\":\"" + task + "\",\"reason\":\"Stopped by ECS Medic\"}",
                        "{\"task\":{\"taskArn\":\"" + task + "\"}}",
                        "",
                        "ecs:DescribeTasks",
                        "{\"tasks\":[{\"taskArn\":\"" + task + "\",\"desiredStatus\":\"RUNNING\"}]}",
                        "{\"tasks\":[{\"taskArn\":\"" + task + "\",\"desiredStatus\":\"STOPPED\"}]}"),
                Reruns.CHANGE);
    }

    private static String status(String arn, String status) {
        return "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + arn + "\",\"status\":\"" + status
                + "\",\"targetServiceRevision\":{\"arn\":\"revision-7\"}}],\"failures\":[]}";
    }

    static String protection(String task, boolean on) {
        return "{\"protectedTasks\":[{\"taskArn\":\"" + task + "\",\"protectionEnabled\":" + on + "}],\"failures\":[]}";
    }

    private static String instance(String arn, String status) {
        return "{\"containerInstances\":[{\"containerInstanceArn\":\"" + arn + "\",\"status\":\"" + status
                + "\"}],\"failures\":[]}";
    }
}
