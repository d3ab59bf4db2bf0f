package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.FixSettings;
import io.github.ecsmedic.mend.Mode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixerTest {
    static final Map<String, String> CONTEXT = Map.of(
            Installation.FIXES, "on",
            Installation.FIX_MODE, "approve",
            Installation.FIX_AUTO, "create-log-group extend-grace-period",
            Installation.FIX_APPROVERS, "U0AAA1111 U0BBB2222",
            Installation.FIX_TWO_PEOPLE, "restore-secret",
            Installation.FIX_DRY_RUN, "off",
            Installation.FIX_CALENDARS, "freeze");
    private static final Template FIXES = Template.of("fixes", CONTEXT);

    private static Stream<JsonNode> statements(String effect) {
        return FIXES.json().path("Resources").properties().stream()
                .filter(entry -> entry.getKey().startsWith("EcsMedicFixer"))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Policy"))
                .flatMap(policy -> policy.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals(effect));
    }

    @Test
    void fixer_unlessAskedFor_isNotThere() {
        assertThat(Template.PLAIN.json().toString()).doesNotContain("FixHandler", "ModifyVpcAttribute");
    }

    @Test
    void role_may_readWhatGuardsAskSendWhatFixesSendAndDoItsOwnWork() {
        SortedSet<String> expected = new TreeSet<>(AwsFixes.READS);
        Catalogue.full().fixes().stream()
                .flatMap(fix -> WriteScope.grants(Catalogue.full().requests(fix.id()), Mode.APPROVE).stream())
                .forEach(grant -> expected.add(grant.action()));
        expected.addAll(Table.ACTIONS);
        expected.addAll(List.of(
                "events:PutEvents",
                "kms:Decrypt",
                "kms:GenerateDataKey",
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "sns:Publish"));
        SortedSet<String> actions = new TreeSet<>();
        statements("Allow").forEach(s -> actions.addAll(Template.texts(s.path("Action"))));
        assertThat(actions).isEqualTo(expected);
    }

    @Test
    void role_inADryRun_mayChangeNothing_andWithoutApproversOnlyWhatStartsByItself() {
        Template dry = Template.of("dry", Map.of(Installation.FIXES, "on", Installation.FIX_APPROVERS, "U0AAA1111"));
        Template alone = Template.of("alone", Map.of(Installation.FIXES, "on", Installation.FIX_DRY_RUN, "off"));

        assertThat(Permissions.of(dry).changes("ecs-medic-fix").keySet())
                .isEqualTo(
                        ownWork(Permissions.of(dry).changes("ecs-medic-sweep").keySet()));
        assertThat(Permissions.of(alone).changes("ecs-medic-fix").keySet())
                .contains(
                        "ecs:RunTask",
                        "ecs:StopServiceDeployment",
                        "ecs:UpdateService",
                        "iam:PassRole",
                        "logs:CreateLogGroup")
                .doesNotContain("ecs:StopTask", "ec2:ModifyVpcAttribute", "secretsmanager:RestoreSecret");
    }

    /** The sweep leaves what it fails at in a queue of its own. */
    private static SortedSet<String> ownWork(Set<String> sweep) {
        SortedSet<String> own = new TreeSet<>(sweep);
        own.remove("sqs:SendMessage");
        return own;
    }

    @Test
    void role_never_optsItselfInOrReadsAnyParameterButTheKillSwitch() {
        assertThat(statements("Deny").filter(s -> s.path("Sid").asText().equals("NeverWidenOrDestroy")))
                .singleElement()
                .satisfies(
                        s -> assertThat(Template.texts(s.path("Action"))).containsExactlyElementsOf(WriteScope.NEVER));
        assertThat(statements("Deny").filter(s -> s.path("Sid").asText().equals("NeverReadParameters")))
                .singleElement()
                .satisfies(s -> assertThat(s.path("NotResource").toString()).contains("parameter/ecs-medic/mode"));
    }

    private static String auditId() {
        return FIXES.json().path("Resources").properties().stream()
                .map(Map.Entry::getKey)
                .filter(id -> id.startsWith("EcsMedicFixerAudit"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void auditLog_isKeptForEverAndStaysWhenTheStackGoes() {
        JsonNode group = FIXES.json().path("Resources").path(auditId());
        assertThat(group.path("Type").asText()).isEqualTo("AWS::Logs::LogGroup");
        assertThat(group.path("Properties").has("RetentionInDays")).isFalse();
        assertThat(group.path("Properties").has("LogGroupName")).isFalse();
        assertThat(group.path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(group.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(FIXES.json().at("/Outputs/AuditLogGroupName/Value/Ref").asText())
                .isEqualTo(auditId());
    }

    @Test
    void role_mayAppendToTheAudit_andDoNothingElseToIt() {
        String group = auditId();
        assertThat(statements("Allow").filter(s -> s.path("Resource").toString().contains(group)))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.path("Sid").asText()).isEqualTo("AppendToAudit");
                    assertThat(Template.texts(s.path("Action"))).isEqualTo(AwsFixes.AUDIT);
                    assertThat(s.path("Resource").toString()).doesNotContain("*");
                });
        assertThat(statements("Deny").filter(s -> s.path("Sid").asText().equals("NeverWidenOrDestroy")))
                .singleElement()
                .satisfies(s -> assertThat(Template.texts(s.path("Action")))
                        .contains("logs:Delete*", "logs:PutRetentionPolicy"));
        assertThat(FIXES.named("AWS::Lambda::Function", "ecs-medic-fix")
                        .at("/Environment/Variables/" + FixSettings.AUDIT_LOG + "/Ref")
                        .asText())
                .isEqualTo(group);
    }

    @Test
    void functions_thatDiagnose_mayStillChangeNothing() {
        List<String> changes = WriteScope.grants(
                        Catalogue.full().fixes().stream()
                                .flatMap(fix -> Catalogue.full().requests(fix.id()).stream())
                                .toList(),
                        Mode.APPROVE)
                .stream()
                .map(WriteScope.Grant::action)
                .toList();
        FIXES.json().path("Resources").properties().stream()
                .filter(entry -> !entry.getKey().startsWith("EcsMedicFixer"))
                .map(Map.Entry::getValue)
                .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Policy"))
                .flatMap(policy -> policy.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .forEach(statement ->
                        assertThat(Template.texts(statement.path("Action"))).doesNotContainAnyElementsOf(changes));
    }

    @Test
    void function_runsEveryMinuteAndNeverTwiceAtOnce() {
        JsonNode function = FIXES.named("AWS::Lambda::Function", "ecs-medic-fix");
        assertThat(function.path("Handler").asText()).isEqualTo("io.github.ecsmedic.handler.FixHandler::handleRequest");
        assertThat(function.path("ReservedConcurrentExecutions").asInt()).isEqualTo(1);
        assertThat(FIXES.named("AWS::Events::Rule", "ecs-medic-fixer")
                        .path("ScheduleExpression")
                        .asText())
                .isEqualTo("rate(1 minute)");
    }

    @Test
    void settings_reachEveryFunction() {
        for (String name : List.of("ecs-medic-diagnose", "ecs-medic-sweep", "ecs-medic-fix")) {
            Map<String, String> environment = new HashMap<>();
            FIXES.named("AWS::Lambda::Function", name)
                    .at("/Environment/Variables")
                    .properties()
                    .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
            assertThat(FixSettings.read(environment))
                    .as(name)
                    .isEqualTo(FixSettings.read(Map.of(
                            FixSettings.FIXES, "on",
                            FixSettings.MODE, "approve",
                            FixSettings.AUTO, "create-log-group extend-grace-period",
                            FixSettings.APPROVERS, "U0AAA1111 U0BBB2222",
                            FixSettings.TWO_PEOPLE, "restore-secret",
                            FixSettings.DRY_RUN, "off",
                            FixSettings.CALENDARS, "freeze")));
        }
    }

    @Test
    void dryRun_isOnUnlessSwitchedOff() {
        JsonNode function =
                Template.of("dry", Map.of(Installation.FIXES, "on")).named("AWS::Lambda::Function", "ecs-medic-fix");
        assertThat(function.at("/Environment/Variables/" + FixSettings.DRY_RUN).asText())
                .isEqualTo("on");
    }

    @Test
    void wrongSettings_areEachSaid() {
        Map<String, String> wrong = new HashMap<>(Map.of(
                Installation.FIXES, "on",
                Installation.FIX_MODE, "sometimes",
                Installation.FIX_AUTO, "create-log-group restart",
                Installation.FIX_APPROVERS, "ann"));
        wrong.put(Installation.JAR, "src");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Installation.read(wrong))
                .withMessageContainingAll(
                        "ecs-medic:fix-mode must be off, notify, approve or auto",
                        "ecs-medic:fix-auto names a fix that does not exist: restart",
                        "ecs-medic:fix-approvers must hold ids of users");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Installation.read(Map.of(Installation.JAR, "src", Installation.FIX_MODE, "auto")))
                .withMessageContaining("settings of fixes need ecs-medic:fixes=on");
    }
}
