package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles of all functions, of a stack that has them all. */
class RolesTest {
    /** What the functions' own test recorded, fix by fix: an action and what it is decided on. */
    private static final Path CALLS = Path.of("../functions/src/test/resources/fixing-calls.txt");

    private static final Permissions ROLES = Permissions.of(Template.of("roles", everything()));
    private static final String FIXER = "ecs-medic-fix";
    private static final String HERE = "arn:aws:ecs:us-east-1:111122223333:";

    private static Map<String, String> everything() {
        Map<String, String> context = new TreeMap<>(ButtonsTest.CONTEXT);
        context.putAll(FixerTest.CONTEXT);
        context.put(Installation.SLACK_WEBHOOK_SECRET, "ops/slack");
        return context;
    }

    private static Map<String, String> context(String tag) {
        Map<String, String> context = new TreeMap<>(
                Map.of("aws:RequestedRegion", "us-east-1", "iam:PassedToService", "ecs-tasks.amazonaws.com"));
        if (!tag.isEmpty()) {
            context.put("aws:ResourceTag/ecs-medic:mode", tag);
        }
        return context;
    }

    private static boolean may(String action, String arn, String tag) {
        return ROLES.allows(FIXER, action, arn, context(tag));
    }

    @Test
    void functions_thatDiagnoseSweepAndTakeButtons_changeNothingButTheirOwn() {
        SortedMap<String, SortedMap<String, SortedSet<String>>> changes = new TreeMap<>();
        Stream.of("ecs-medic-diagnose", "ecs-medic-sweep", "ecs-medic-slack")
                .forEach(function -> changes.put(function, ROLES.changes(function)));

        assertThat(changes.get("ecs-medic-slack").keySet())
                .containsExactly("kms:Decrypt", "logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage");
        assertThat(changes.get("ecs-medic-sweep").keySet())
                .containsExactly(
                        "dynamodb:DeleteItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "events:PutEvents",
                        "kms:Decrypt",
                        "kms:GenerateDataKey",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "sns:Publish",
                        "sqs:SendMessage");
        assertThat(changes.get("ecs-medic-diagnose").keySet())
                .containsExactly(
                        "dynamodb:DeleteItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "events:PutEvents",
                        "kms:Decrypt",
                        "kms:GenerateDataKey",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "sns:Publish",
                        "sqs:ChangeMessageVisibility",
                        "sqs:DeleteMessage",
                        "sqs:ReceiveMessage");
        changes.values()
                .forEach(of -> of.forEach((action, on) -> assertThat(on)
                        .as(action)
                        .allSatisfy(arn -> assertThat(arn)
                                .matches("<EcsMedic.*|arn:aws:events:us-east-1:111122223333:event-bus/default|"
                                        + "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"))));
    }

    @Test
    void recordedRequests_ofAllFixes_areAllowed_andNothingElseIs() throws IOException {
        SortedSet<String> unused = new TreeSet<>();
        List<String[]> calls = Files.readAllLines(CALLS).stream()
                .map(line -> line.split(" ", 2))
                .toList();

        assertThat(calls)
                .allSatisfy(call -> assertThat(may(call[0], call[1], "approve"))
                        .as("%s on %s", call[0], call[1])
                        .isTrue());
        ROLES.allowed(FIXER)
                .filter(statement ->
                        statement.sid().startsWith("Change") || statement.sid().startsWith("Read"))
                .filter(statement -> !statement.sid().equals("ReadOwnSecret"))
                .forEach(statement -> statement
                        .actions()
                        .forEach(action -> (statement.sid().startsWith("Read")
                                        ? Stream.of("*")
                                        : statement.on().stream())
                                .filter(on -> calls.stream()
                                        .noneMatch(call -> call[0].equals(action) && Permissions.like(on, call[1])))
                                .forEach(on -> unused.add(action + " on " + on))));
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"approve, true", "auto, true", "'', true", "off, false", "notify, false"})
    void aService_isChangedAsItsTagsSay_whereTheStackAllowsItWithoutTags(String tag, boolean may) {
        assertThat(may("ecs:UpdateService", HERE + "service/prod/api", tag)).isEqualTo(may);
        assertThat(may("ec2:ModifyVpcAttribute", "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1", tag))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"approve, true", "auto, true", "'', false", "off, false", "notify, false", "yes, false"})
    void aService_isChangedOnlyWhereItsTagsSay_whereTheStackAllowsNothingWithoutThem(String tag, boolean may) {
        Permissions tagged = Permissions.of(TAGGED);
        assertThat(tagged.allows(FIXER, "ecs:UpdateService", HERE + "service/prod/api", context(tag)))
                .isEqualTo(may);
        assertThat(tagged.allows(
                        FIXER,
                        "ec2:CreateNetworkInterface",
                        "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                        context(tag)))
                .isEqualTo(may);
    }

    private static final Template TAGGED = Template.of(
            "tagged",
            Map.of(
                    Installation.FIXES, "on",
                    Installation.FIX_DRY_RUN, "off",
                    Installation.FIX_APPROVERS, "U0AAA1111"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecs:UpdateService arn:aws:ecs:us-east-1:444455556666:service/prod/api",
                "ecs:UpdateService arn:aws:ecs:eu-west-1:111122223333:service/prod/api",
                "ecs:UpdateService arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ecs:DeleteService arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "ecs:TagResource arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "ecs:UntagResource arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "ecs:RegisterTaskDefinition *",
                "ecs:RunTask arn:aws:ecs:us-east-1:444455556666:task-definition/report:3",
                "ecs:StopTask arn:aws:ecs:us-east-1:444455556666:task/prod/t1",
                "ec2:CreateTags arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1",
                "ec2:DeleteTags arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1",
                "ec2:DeleteRoute arn:aws:ec2:us-east-1:111122223333:route-table/rtb-1",
                "iam:PassRole arn:aws:iam::444455556666:role/task",
                "iam:PutRolePolicy arn:aws:iam::111122223333:role/ecs-medic-fix-us-east-1",
                "ssm:PutParameter arn:aws:ssm:us-east-1:111122223333:parameter/ecs-medic/mode",
                "ssm:GetParameter arn:aws:ssm:us-east-1:111122223333:parameter/shop/password",
                "secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf"
            })
    void anythingElse_isDenied(String call) {
        assertThat(may(call.split(" ", 2)[0], call.split(" ", 2)[1], "auto")).isFalse();
    }

    @Test
    void aRole_isPassedToTasksAlone() {
        String role = "arn:aws:iam::111122223333:role/shop/task";
        Map<String, String> elsewhere = context("auto");
        elsewhere.put("iam:PassedToService", "lambda.amazonaws.com");

        assertThat(may("iam:PassRole", role, "")).isTrue();
        assertThat(ROLES.allows(FIXER, "iam:PassRole", role, elsewhere)).isFalse();
        assertThat(ROLES.allows(FIXER, "iam:PassRole", role, Map.of())).isFalse();
    }
}
