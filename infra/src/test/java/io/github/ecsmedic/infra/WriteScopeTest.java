package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AwsFixes;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.infra.WriteScope.Grant;
import io.github.ecsmedic.mend.Mode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aws;

class WriteScopeTest {
    private static final Map<String, Map<String, List<String>>> TAGGED =
            Map.of("StringEquals", Map.of("aws:ResourceTag/ecs-medic:mode", List.of("approve", "auto")));
    private static final Map<String, Map<String, List<String>>> UNLESS =
            Map.of("StringNotEquals", Map.of("aws:ResourceTag/ecs-medic:mode", List.of("off", "notify")));
    private static final Map<String, Map<String, List<String>>> NONE = Map.of();
    private static final Grant PASSED = new Grant(
            "iam:PassRole",
            List.of(Names.arn("iam", "", Aws.ACCOUNT_ID, "role/*")),
            Map.of("StringEquals", Map.of("iam:PassedToService", List.of("ecs-tasks.amazonaws.com"))));

    private static List<Request> all() {
        return Catalogue.full().fixes().stream()
                .map(Fix::id)
                .flatMap(id -> Catalogue.full().requests(id).stream())
                .toList();
    }

    private static List<Grant> of(String... fixes) {
        return WriteScope.grants(
                Stream.of(fixes)
                        .flatMap(id -> Catalogue.full().requests(id).stream())
                        .toList(),
                Mode.NOTIFY);
    }

    private static Grant here(String action, Map<String, Map<String, List<String>>> conditions, String... kinds) {
        String service = action.substring(0, action.indexOf(':'));
        return new Grant(
                action, Stream.of(kinds).map(kind -> Names.here(service, kind)).toList(), conditions);
    }

    @Test
    void grants_ofNoFix_areNone() {
        assertThat(of()).isEmpty();
    }

    @Test
    void grants_ofOneFix_areItsActionOnItsKindOfObject() {
        assertThat(of("extend-grace-period")).containsExactly(here("ecs:UpdateService", TAGGED, "service/*"));
        assertThat(of("enable-vpc-dns")).containsExactly(here("ec2:ModifyVpcAttribute", TAGGED, "vpc/*"));
        assertThat(of("stop-deployment-rollback"))
                .containsExactly(here("ecs:StopServiceDeployment", NONE, "service-deployment/*"));
    }

    @Test
    void grants_ofAFixThatIsUndone_holdTheInverseToo() {
        assertThat(of("admit-task-at-endpoint"))
                .containsExactly(
                        here("ec2:AuthorizeSecurityGroupIngress", TAGGED, "security-group/*"),
                        here("ec2:RevokeSecurityGroupIngress", TAGGED, "security-group/*"));
    }

    @Test
    void grants_ofAllFixes_areTheseAndNoOthers() {
        assertThat(WriteScope.grants(all(), Mode.NOTIFY))
                .containsExactlyInAnyOrder(
                        here(
                                "autoscaling:TerminateInstanceInAutoScalingGroup",
                                UNLESS,
                                "autoScalingGroup:*:autoScalingGroupName/*"),
                        here("autoscaling:UpdateAutoScalingGroup", UNLESS, "autoScalingGroup:*:autoScalingGroupName/*"),
                        here("ec2:AuthorizeSecurityGroupIngress", TAGGED, "security-group/*"),
                        here("ec2:CreateNetworkInterface", NONE, "network-interface/*", "security-group/*"),
                        here("ec2:CreateNetworkInterface", TAGGED, "subnet/*"),
                        here("ec2:ModifyVpcAttribute", TAGGED, "vpc/*"),
                        here("ec2:ModifyVpcEndpoint", TAGGED, "route-table/*", "vpc-endpoint/*"),
                        here("ec2:RevokeSecurityGroupIngress", TAGGED, "security-group/*"),
                        new Grant(
                                "ecr:CreatePullThroughCacheRule",
                                List.of("*"),
                                Map.of("StringEquals", Map.of("aws:RequestedRegion", List.of(Aws.REGION)))),
                        here("ecs:RunTask", NONE, "task-definition/*"),
                        here("ecs:StopServiceDeployment", NONE, "service-deployment/*"),
                        here("ecs:StopTask", NONE, "task/*"),
                        here("ecs:UpdateContainerInstancesState", UNLESS, "container-instance/*"),
                        here("ecs:UpdateService", TAGGED, "service/*"),
                        here("ecs:UpdateTaskProtection", NONE, "task/*"),
                        here("elasticfilesystem:CreateMountTarget", UNLESS, "file-system/*"),
                        here("elasticloadbalancing:ModifyTargetGroup", UNLESS, "targetgroup/*"),
                        PASSED,
                        new Grant(
                                "logs:CreateLogGroup",
                                List.of(Names.arn("logs", "*", Aws.ACCOUNT_ID, "log-group:*")),
                                NONE),
                        here("secretsmanager:RestoreSecret", UNLESS, "secret:*"));
    }

    @Test
    void tags_whereTheInstallationAllowsWithoutThem_mustNotForbidIt() {
        assertThat(WriteScope.grants(Catalogue.full().requests("extend-grace-period"), Mode.AUTO))
                .containsExactly(here(
                        "ecs:UpdateService",
                        Map.of("StringNotEquals", Map.of("aws:ResourceTag/ecs-medic:mode", List.of("off", "notify"))),
                        "service/*"));
    }

    @Test
    void grants_areForTaggedObjects_orHaveAReasonNotToBe() {
        List<String> untagged = WriteScope.grants(all(), Mode.NOTIFY).stream()
                .filter(grant -> grant.conditions().values().stream()
                        .noneMatch(keys -> keys.containsKey("aws:ResourceTag/ecs-medic:mode")))
                .map(Grant::action)
                .toList();

        assertThat(untagged).containsExactlyInAnyOrderElementsOf(WriteScope.UNTAGGED.keySet());
    }

    @Test
    void roles_arePassedToTasksAlone_andOnlyByWhatStartsOthersThanTheServiceHas() {
        assertThat(of("roll-back-task-definition"))
                .containsExactly(here("ecs:UpdateService", TAGGED, "service/*"), PASSED);
        assertThat(of("rerun-task")).containsExactly(here("ecs:RunTask", NONE, "task-definition/*"), PASSED);
        assertThat(of("stop-task")).containsExactly(here("ecs:StopTask", NONE, "task/*"));
        assertThat(of("force-new-deployment")).containsExactly(here("ecs:UpdateService", TAGGED, "service/*"));
        assertThat(denials(of("roll-back-task-definition")))
                .containsExactly(
                        "NeverWidenOrDestroy {}",
                        "NeverTouchIdentities {StringNotEquals={iam:PassedToService=[ecs-tasks.amazonaws.com]}}");
        assertThat(denials(of("force-new-deployment")))
                .containsExactly("NeverWidenOrDestroy {}", "NeverTouchIdentities {}");
    }

    private static List<String> denials(List<Grant> grants) {
        return WriteScope.never(grants).stream()
                .map(statement -> statement.getSid() + " " + statement.getConditions())
                .toList();
    }

    @Test
    void denial_holdsTaggingIdentityDeletionAndTheKillSwitch() {
        List<Grant> grants = WriteScope.grants(all(), Mode.NOTIFY);
        assertThat(WriteScope.never(grants).stream().flatMap(statement -> statement.getActions().stream()))
                .containsExactlyInAnyOrder(
                        "ec2:CreateTags",
                        "ec2:Delete*",
                        "ecs:DeleteService",
                        "ecs:TagResource",
                        "ecs:UntagResource",
                        "iam:*",
                        "logs:Delete*",
                        "logs:PutRetentionPolicy",
                        "ssm:PutParameter");
        assertThat(grants)
                .map(Grant::action)
                .noneMatch(action -> WriteScope.NEVER.stream()
                        .anyMatch(denied -> denied.endsWith("*")
                                ? action.startsWith(denied.substring(0, denied.length() - 1))
                                : action.equals(denied)));
    }

    @Test
    void statement_ofAGrant_holdsItsActionResourcesAndCondition() {
        assertThat(of("extend-grace-period")
                        .getFirst()
                        .statement("Fix")
                        .toStatementJson()
                        .toString())
                .contains("ecs:UpdateService", "service/*", "StringEquals", "aws:ResourceTag/ecs-medic:mode");
    }

    @Test
    void reads_ofTheGuards_areKnownToReadScope() {
        assertThat(AwsFixes.READS)
                .allSatisfy(action -> assertThat(ReadScope.of(action)).isNotEmpty());
    }
}
