package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static String plan(Template template) {
        return Plan.of(template.json(), "111122223333", "us-east-1");
    }

    /** The text between two headings. */
    private static String part(String plan, String from, String to) {
        return plan.substring(plan.indexOf(from) + from.length(), to.isEmpty() ? plan.length() : plan.indexOf(to))
                .strip();
    }

    @Test
    void creates_fullStack_namesEveryResource() {
        assertThat(part(plan(Template.FULL), "It creates", "The functions may")
                        .lines()
                        .map(String::strip))
                .filteredOn(line -> !line.startsWith("rule") && !line.startsWith("alarm"))
                .containsExactly(
                        "queue      ecs-medic-two-events-dead",
                        "queue      ecs-medic-two-events-undelivered",
                        "queue      ecs-medic-two-events",
                        "queue      ecs-medic-two-sweep-dead",
                        "mapping    ecs-medic-two-events to ecs-medic-two-diagnose",
                        "trigger    ecs-medic-two-sweep to ecs-medic-two-sweep",
                        "function   ecs-medic-two-diagnose: ECS Medic: tells why tasks of Amazon ECS fail",
                        "function   ecs-medic-two-sweep: ECS Medic: sends what is due, and looks whether incidents are"
                                + " over",
                        "role       ecs-medic-two-diagnose-us-east-1: ECS Medic: reads to diagnose, changes nothing",
                        "role       ecs-medic-two-sweep-us-east-1: ECS Medic: reads whether incidents are over,"
                                + " changes nothing",
                        "log group  /aws/lambda/ecs-medic-two-diagnose",
                        "log group  /aws/lambda/ecs-medic-two-sweep",
                        "table      ecs-medic-two-incidents",
                        "topic      ecs-medic-two-findings",
                        "mail       oncall@example.com",
                        "key        Encrypts the incidents of ecs-medic-two in their table and on their way through SNS",
                        "dashboard  ecs-medic-two-us-east-1");
    }

    @Test
    void creates_alarms_saysWhatEachMeansAndWhatToDo() {
        assertThat(part(plan(Template.FULL), "It creates", "The functions may")
                        .lines()
                        .map(String::strip))
                .filteredOn(line -> line.startsWith("alarm"))
                .contains("alarm      ecs-medic-two-dead-letters: Events that ECS Medic failed to diagnose five times"
                        + " wait in ecs-medic-two-events-dead. Read the newest ERROR in"
                        + " /aws/lambda/ecs-medic-two-diagnose, mend it, then start the queue's redrive")
                .map(line -> line.substring(11, line.indexOf(':')))
                .containsExactly(
                        "ecs-medic-two-dead-letters",
                        "ecs-medic-two-undelivered-events",
                        "ecs-medic-two-oldest-message",
                        "ecs-medic-two-sweep-fails",
                        "ecs-medic-two-untold-messages",
                        "ecs-medic-two-diagnosis-fails",
                        "ecs-medic-two-throttled",
                        "ecs-medic-two-events-come-back",
                        "ecs-medic-two-sweep-dead-letters",
                        "ecs-medic-two-no-heartbeat",
                        "ecs-medic-two-slack-refuses");
    }

    @Test
    void creates_always_tellsEveryTypeOfResourceButPolicies() {
        long told = part(plan(Template.FULL), "It creates", "The functions may")
                .lines()
                .count();
        assertThat(told)
                .isEqualTo(Template.FULL
                        .resources()
                        .filter(resource -> !resource.path("Type").asText().endsWith("Policy"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ecs:DescribeTasks, ecs:GetTaskProtection | arn:aws:ecs:us-east-1:111122223333:task/*
                    sns:Publish | ecs-medic-two-findings
                    kms:Decrypt, kms:GenerateDataKey | our own key
                    secretsmanager:GetSecretValue | arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-??????
                    """)
    void may_always_namesActionAndResource(String action, String on) {
        assertThat(part(plan(Template.FULL), "The functions may", "The functions may never"))
                .contains("  " + action + System.lineSeparator() + "    on " + on);
    }

    @Test
    void may_always_tellsEveryGrant() {
        long grants = Template.FULL.all("AWS::IAM::Policy").stream()
                .flatMap(policy -> policy.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .map(statement ->
                        List.of(statement.path("Action"), statement.path("Resource"), statement.path("Condition")))
                .distinct()
                .count();
        assertThat(part(plan(Template.FULL), "The functions may", "The functions may never")
                        .lines())
                .hasSize((int) (2 * grants));
    }

    @Test
    void never_withoutSlack_isWithoutException() {
        assertThat(part(plan(Template.PLAIN), "The functions may never, whatever else allows it", "Services of AWS"))
                .isEqualTo("""
                        secretsmanager:BatchGetSecretValue, secretsmanager:GetSecretValue
                            on everything
                          ssm:GetParameter, ssm:GetParameterHistory, ssm:GetParameters, ssm:GetParametersByPath
                            on everything
                          kms:Decrypt
                            on anything but our own key, if kms:EncryptionContext:aws:lambda:FunctionArn is not \
                        arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-diagnose, arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-diagnose:*
                          kms:Decrypt
                            on anything but our own key, if kms:EncryptionContext:aws:lambda:FunctionArn is not \
                        arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-sweep, arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-sweep:*""");
    }

    @Test
    void services_always_nameTheirSources() {
        assertThat(part(plan(Template.PLAIN), "Services of AWS may, in this account only", "")
                        .lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  events.amazonaws.com: sqs:SendMessage on ecs-medic-events, for")
                        .contains("ecs-medic-task-failures"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  cloudwatch.amazonaws.com: sns:Publish on ecs-medic-findings, for")
                        .contains("alarm:ecs-medic-dead-letters"));
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, aws", "cn-north-1, aws-cn", "us-gov-west-1, aws-us-gov"})
    void partition_always_followsTheRegion(String region, String partition) {
        assertThat(Plan.of(Template.PLAIN.json(), "111122223333", region))
                .contains("arn:" + partition + ":ecs:" + region + ":111122223333:task/*");
    }
}
