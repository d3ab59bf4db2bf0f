package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityFixesTest {
    private static final Subject SUBJECT = new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "api", "", "api:42");
    private static final String ROLE = FakeAccount.EXECUTION_ROLE;
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":"
                    + "{\"aws:SourceAccount\":\"111122223333\"}}}";

    @Test
    void enableKey_thatIsDisabled_enablesIt() {
        Cause disabled = cause("kms.key_unusable", "key", IdentityCauseRows.KEY, "key-state", "disabled");

        assertThat(commands("enable-key", disabled))
                .containsExactly("aws kms enable-key --key-id " + IdentityCauseRows.KEY + " --region us-east-1");
        assertThat(undo("enable-key", disabled))
                .containsExactly("aws kms disable-key --key-id " + IdentityCauseRows.KEY + " --region us-east-1");
    }

    @Test
    void enableKey_thatWaitsForItsDeletion_takesItBackFirst() {
        assertThat(commands(
                        "enable-key",
                        cause("kms.key_unusable", "key", IdentityCauseRows.KEY, "key-state", "pending-deletion")))
                .containsExactly(
                        "aws kms cancel-key-deletion --key-id " + IdentityCauseRows.KEY + " --region us-east-1",
                        "aws kms enable-key --key-id " + IdentityCauseRows.KEY + " --region us-east-1");
    }

    @Test
    void trustEcsTasks_keepsTheOtherServices() {
        Cause untrusted = cause("iam.role_trust", "role", ROLE, "trusted-service", "ec2.amazonaws.com");

        assertThat(commands("trust-ecs-tasks", untrusted))
                .containsExactly(
                        "aws iam get-role --role-name start-api --query Role.AssumeRolePolicyDocument --region us-east-1",
                        "aws iam update-assume-role-policy --role-name start-api --policy-document '" + TRUST
                                + ",{\"Effect\":\"Allow\",\"Principal\":{\"Service\":[\"ec2.amazonaws.com\"]},"
                                + "\"Action\":\"sts:AssumeRole\"}]}' --region us-east-1");
        assertThat(undo("trust-ecs-tasks", untrusted))
                .containsExactly(
                        "",
                        "aws iam update-assume-role-policy --role-name start-api --policy-document"
                                + " file://trust-before.json --region us-east-1");
    }

    @Test
    void createRole_withItsPath_trustsEcsAndMayStartTasks() {
        assertThat(commands("create-role", cause("iam.role_missing", "role", ROLE)))
                .containsExactly(
                        "aws iam create-role --role-name start-api --path /service-role/ --assume-role-policy-document '"
                                + TRUST + "]}' --region us-east-1",
                        "aws iam attach-role-policy --role-name start-api --policy-arn"
                                + " arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
                                + " --region us-east-1");
    }

    @Test
    void createRole_ofEcsItself_letsTheServiceMakeIt() {
        String linked = "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";

        assertThat(commands("create-role", cause("iam.role_missing", "role", linked)))
                .containsExactly(
                        "aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com --region us-east-1");
    }

    @Test
    void restoreSecret_isSentToTheSecretsRegion() {
        String far = IdentityCauseRows.SECRET.replace("us-east-1", "eu-west-1");

        assertThat(commands("restore-secret", cause("secret.deleted", "secret", far)))
                .containsExactly("aws secretsmanager restore-secret --secret-id " + far + " --region eu-west-1");
    }

    @Test
    void grantRole_forASecretUnderItsName_matchesTheEndOfItsArn() {
        String bare = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db";

        assertThat(granted("secretsmanager:GetSecretValue", "denied-resource", bare))
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"secretsmanager:GetSecretValue\"],\"Resource\":[\""
                        + bare + "-??????\"]}");
    }

    @Test
    void grantRole_forAnEncryptedSecret_allowsItsKeyThroughSecretsManagerOnly() {
        assertThat(granted(
                        "secretsmanager:GetSecretValue",
                        "denied-resource",
                        IdentityCauseRows.SECRET,
                        "key",
                        IdentityCauseRows.KEY,
                        "via-service",
                        "secretsmanager.us-east-1.amazonaws.com"))
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"secretsmanager:GetSecretValue\"],\"Resource\":[\""
                        + IdentityCauseRows.SECRET
                        + "\"]},{\"Effect\":\"Allow\",\"Action\":[\"kms:Decrypt\"],\"Resource\":[\""
                        + IdentityCauseRows.KEY
                        + "\"],\"Condition\":{\"StringEquals\":{\"kms:ViaService\":"
                        + "\"secretsmanager.us-east-1.amazonaws.com\"}}}");
    }

    @Test
    void grantRole_forALogStream_allowsTheGroupsStreams() {
        assertThat(granted(
                        "logs:CreateLogStream",
                        "denied-resource",
                        "arn:aws:logs:us-east-1:111122223333:log-group:/shop/api:log-stream:ecs/app/1"))
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],"
                        + "\"Resource\":[\"arn:aws:logs:us-east-1:111122223333:log-group:/shop/api:*\"]}");
    }

    @Test
    void grantRole_forAnEnvironmentFile_allowsTheObjectAndItsBucketsLocation() {
        assertThat(granted(
                        "s3:GetObject",
                        "denied-resource",
                        IdentityCauseRows.ENV_FILE,
                        "bucket",
                        "arn:aws:s3:::example-settings"))
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Resource\":[\""
                        + IdentityCauseRows.ENV_FILE
                        + "\"]},{\"Effect\":\"Allow\",\"Action\":[\"s3:GetBucketLocation\"],\"Resource\":["
                        + "\"arn:aws:s3:::example-settings\"]}");
    }

    @Test
    void grantRole_forTheLogin_allowsItOnEverything() {
        assertThat(granted("ecr:GetAuthorizationToken"))
                .isEqualTo("{\"Effect\":\"Allow\",\"Action\":[\"ecr:GetAuthorizationToken\"],\"Resource\":[\"*\"]}");
    }

    /** The statements of the only command. */
    private static String granted(String action, String... more) {
        List<String> named = new ArrayList<>(List.of("role", ROLE, "action", action));
        named.addAll(List.of(more));
        String command = commands("grant-role", cause("iam.execution_role_denied", named.toArray(String[]::new)))
                .getFirst();
        int from = command.indexOf("\"Statement\":[") + "\"Statement\":[".length();
        return command.substring(from, command.lastIndexOf("]}'"));
    }

    private static Cause cause(String id, String... kindsAndIds) {
        return new Cause(id, Certainty.PROVEN, "", Resources.of(kindsAndIds), List.of());
    }

    private static List<String> commands(String id, Cause cause) {
        return fix(id).plan(cause, SUBJECT).stream()
                .map(step -> Shell.join(step.argv()))
                .toList();
    }

    private static List<String> undo(String id, Cause cause) {
        return fix(id).plan(cause, SUBJECT).stream()
                .map(step -> Shell.join(step.undo()))
                .toList();
    }

    private static Fix fix(String id) {
        return Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }
}
