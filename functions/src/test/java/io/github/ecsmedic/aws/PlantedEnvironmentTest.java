package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.Difference;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Task;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of the environment are planted in every answer that has a place for them; none may come out. */
class PlantedEnvironmentTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String PLANTED = "planted-9f3c-value";

    private final FakeAws aws = new FakeAws();

    @Test
    void values_ofBothRevisions_neverComeOut() {
        Diagnosis told = diagnosis();

        assertThat(told.causes()).extracting("id").containsExactly("deployment.bad_revision", "app.crash");
        assertThat(told.difference())
                .containsExactly(
                        new Difference("image", "example/checkout:41", "example/checkout:42"),
                        new Difference("environment", "ONLY_41", "ONLY_42"));
        assertThat(told.toString()).doesNotContain(PLANTED);
    }

    private Diagnosis diagnosis() {
        aws.on(
                        "ecs:DescribeTaskDefinition",
                        asked -> FakeAws.response(200, definition(asked.body().contains(":41") ? 41 : 42)))
                .on("ecs:DescribeServices", """
                        {"services": [{"serviceArn": "%sservice/shop/checkout", "serviceName": "checkout",
                          "desiredCount": 2, "runningCount": 2, "pendingCount": 0}]}""".formatted(ECS))
                .on("ecs:ListServiceDeployments", """
                        {"serviceDeployments": [
                          {"serviceDeploymentArn": "d2", "status": "IN_PROGRESS", "targetServiceRevisionArn": "r2", "createdAt": 1772615800},
                          {"serviceDeploymentArn": "d1", "status": "SUCCESSFUL", "targetServiceRevisionArn": "r1", "createdAt": 1772615700}]}""")
                .on("ecs:DescribeServiceDeployments", """
                        {"serviceDeployments": [{"serviceDeploymentArn": "d2", "status": "IN_PROGRESS",
                          "targetServiceRevision": {"arn": "r2", "requestedTaskCount": 2},
                          "sourceServiceRevisions": [{"arn": "r1", "requestedTaskCount": 2, "runningTaskCount": 2}]}]}""")
                .on("ecs:DescribeServiceRevisions", """
                        {"serviceRevisions": [
                          {"serviceRevisionArn": "r1", "taskDefinition": "%1$stask-definition/checkout:41"},
                          {"serviceRevisionArn": "r2", "taskDefinition": "%1$stask-definition/checkout:42"}]}""".formatted(ECS))
                .on("ecs:ListTasks", "{\"taskArns\": []}")
                .on("ecs:DescribeTasks", """
                        {"tasks": [{"taskArn": "%1$stask/shop/t1", "clusterArn": "%1$scluster/shop",
                          "taskDefinitionArn": "%1$stask-definition/checkout:42", "lastStatus": "STOPPED",
                          "stopCode": "EssentialContainerExited", "stoppedReason": "Essential container in task exited",
                          "group": "service:checkout", "launchType": "FARGATE",
                          "overrides": {"containerOverrides": [{"name": "checkout", "command": ["%2$s"],
                             "environment": [{"name": "A", "value": "%2$s"}]}]},
                          "containers": [{"name": "checkout", "exitCode": 3}]}]}""".formatted(ECS, PLANTED));
        SdkAccount account = aws.account();
        Subject subject =
                new Subject("111122223333", "us-east-1", "shop", "checkout", ECS + "task/shop/t1", "checkout:42");
        return ((Outcome.Diagnosed) Catalogue.full().diagnoser().diagnose(subject, task(account), account)).diagnosis();
    }

    private static Task task(SdkAccount account) {
        return ((Answer.Known<Optional<Task>>) account.workloads().task("shop", "t1"))
                .value()
                .orElseThrow();
    }

    private static String definition(int revision) {
        return """
                {"taskDefinition": {"taskDefinitionArn": "%1$stask-definition/checkout:%2$d", "family": "checkout",
                  "revision": %2$d, "containerDefinitions": [{"name": "checkout", "image": "example/checkout:%2$d",
                    "dockerLabels": {"label": "%3$s"},
                    "logConfiguration": {"logDriver": "splunk", "options": {"splunk-token": "%3$s"}},
                    "environment": [{"name": "BOTH", "value": "%3$s-%2$d"}, {"name": "ONLY_%2$d", "value": "%3$s"}]}]}}""".formatted(ECS, revision, PLANTED);
    }
}
