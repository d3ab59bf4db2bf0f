package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.handler.SweepHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadPolicyTest {
    /** What the function does besides diagnosing. */
    private static final Set<String> OWN = Set.of(
            "dynamodb:BatchGetItem",
            "dynamodb:DeleteItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem",
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "sns:Publish",
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage");

    /** Every action that may be allowed on all resources, because AWS can limit none of them further. */
    private static SortedSet<String> forced() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/actions-without-resource.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Template> templates() {
        return List.of(Template.PLAIN, Template.FULL);
    }

    private static Stream<JsonNode> statements(Template template, String effect) {
        return template.diagnosing("AWS::IAM::Policy")
                .path("PolicyDocument")
                .path("Statement")
                .valueStream()
                .filter(statement -> statement.path("Effect").asText().equals(effect));
    }

    private static JsonNode statement(Template template, String sid) {
        return template.diagnosing("AWS::IAM::Policy")
                .path("PolicyDocument")
                .path("Statement")
                .valueStream()
                .filter(statement -> statement.path("Sid").asText().equals(sid))
                .findFirst()
                .orElseThrow();
    }

    private static SortedSet<String> allowed(Template template) {
        SortedSet<String> actions = new TreeSet<>();
        statements(template, "Allow").forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
        return actions;
    }

    @Test
    void events_always_arePutAsOursAlone() {
        assertThat(statement(Template.PLAIN, "TellEventBus").path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"events:source\":\"ecs-medic\"}}");
    }

    @Test
    void role_withoutSlack_mayDoWhatTheCatalogueDeclaresAndItsOwnWork() {
        SortedSet<String> expected = new TreeSet<>(OWN);
        expected.addAll(Catalogue.full().readActions());
        expected.add("events:PutEvents");
        assertThat(allowed(Template.PLAIN)).isEqualTo(expected);
    }

    @Test
    void role_withSlackAndWithoutTheBus_mayReadOneSecretAndPutNoEvents() {
        SortedSet<String> expected = new TreeSet<>(OWN);
        expected.addAll(Catalogue.full().readActions());
        expected.add("secretsmanager:GetSecretValue");
        assertThat(allowed(Template.FULL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void role_always_hasNoOtherPolicyAndNoManagedOne(Template template) {
        assertThat(template.diagnosing("AWS::IAM::Role").has("ManagedPolicyArns"))
                .isFalse();
        assertThat(template.diagnosing("AWS::IAM::Role").has("Policies")).isFalse();
        assertThat(template.all("AWS::IAM::Policy")).hasSize(2);
    }

    @Test
    void sweep_always_mayReadWhatItDeclaresAndDoItsOwnWork() {
        SortedSet<String> expected = new TreeSet<>(OWN);
        expected.removeIf(action -> action.startsWith("sqs:"));
        expected.addAll(SweepHandler.READS);
        expected.addAll(List.of("events:PutEvents", "sqs:SendMessage"));
        SortedSet<String> actions = new TreeSet<>();
        Template.PLAIN.all("AWS::IAM::Policy").stream()
                .filter(policy -> !policy.equals(Template.PLAIN.diagnosing("AWS::IAM::Policy")))
                .flatMap(policy -> policy.findPath("Statement").valueStream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .forEach(statement -> actions.addAll(Template.texts(statement.path("Action"))));
        assertThat(actions).isEqualTo(expected);
    }

    /** IAM counts the characters of a role's inline policies; references resolve to fewer than they take here. */
    @Test
    void policy_withEverySetting_isShorterThanIamAllows() {
        assertThat(Template.FULL
                                .diagnosing("AWS::IAM::Policy")
                                .path("PolicyDocument")
                                .toString()
                        + statement(Template.PLAIN, "TellEventBus"))
                .hasSizeLessThan(10_240);
    }

    @Test
    void catalogue_always_readsOnly() {
        assertThat(Catalogue.full().readActions())
                .allSatisfy(action -> assertThat(action.substring(action.indexOf(':') + 1))
                        .matches("(Describe|Get|List|Filter|Lookup|Simulate|BatchGet).*"))
                .doesNotContain(
                        "secretsmanager:GetSecretValue",
                        "ssm:GetParameter",
                        "ssm:GetParameters",
                        "ssm:GetParametersByPath",
                        "s3:GetObject",
                        "ecr:GetAuthorizationToken");
    }

    @Test
    void catalogue_always_isKnownToReadScope() {
        assertThat(Catalogue.full().readActions())
                .allSatisfy(action -> assertThat(ReadScope.of(action)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void statement_onAllResources_holdsOnlyActionsThatAwsCannotLimit(Template template) throws IOException {
        assertThat(statements(template, "Allow")
                        .filter(statement ->
                                Template.texts(statement.path("Resource")).contains("*"))
                        .flatMap(statement -> Template.texts(statement.path("Action")).stream()))
                .isSubsetOf(forced());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void statement_onAllResourcesOfRegionalServices_isHeldToTheRegion(Template template) {
        JsonNode statement = statement(template, "ReadInThisRegion");
        assertThat(Template.texts(statement.path("Resource"))).containsExactly("*");
        assertThat(statement.path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"aws:RequestedRegion\":{\"Ref\":\"AWS::Region\"}}}");
    }

    @Test
    void resources_ofAnAction_areAsNarrowAsAwsAllows() {
        assertThat(Template.texts(statement(Template.PLAIN, "ReadEcsService").path("Resource")))
                .containsExactly("arn:aws:ecs:us-east-1:111122223333:service/*");
        assertThat(Template.texts(statement(Template.PLAIN, "ReadEcsTask").path("Resource")))
                .containsExactly("arn:aws:ecs:us-east-1:111122223333:task/*");
    }

    @Test
    void readScope_onAllResources_knowsTheListedActionsOnly() throws IOException {
        SortedSet<String> anywhere = new TreeSet<>(ReadScope.REGIONAL);
        anywhere.addAll(ReadScope.GLOBAL);
        assertThat(anywhere).isEqualTo(forced());
    }

    @Test
    void action_unknown_isRefused() {
        assertThatThrownBy(() -> ReadScope.of("ec2:TerminateInstances"))
                .hasMessage("ReadScope does not know on what ec2:TerminateInstances is allowed: add it there");
    }

    @Test
    void secrets_withoutSlack_areAllDenied() {
        JsonNode deny = statement(Template.PLAIN, "NeverReadSecrets");
        assertThat(Template.texts(deny.path("Action")))
                .containsExactly("secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue");
        assertThat(Template.texts(deny.path("Resource"))).containsExactly("*");
        assertThat(deny.has("NotResource")).isFalse();
        assertThat(deny.path("Effect").asText()).isEqualTo("Deny");
    }

    @Test
    void secrets_withSlack_areDeniedButTheWebhook() {
        String own = "arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-??????";
        JsonNode deny = statement(Template.FULL, "NeverReadSecrets");
        assertThat(Template.texts(deny.path("NotResource"))).containsExactly(own);
        assertThat(deny.has("Resource")).isFalse();
        assertThat(Template.texts(statement(Template.FULL, "ReadOwnSecret").path("Resource")))
                .containsExactly(own);
    }

    @Test
    void secrets_byArn_areNamedByThatArn() {
        String arn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-AbCdEf";
        Template template = Template.of("byArn", Map.of(Installation.SLACK_WEBHOOK_SECRET, arn));
        assertThat(Template.texts(statement(template, "NeverReadSecrets").path("NotResource")))
                .containsExactly(arn);
        assertThat(Template.texts(statement(template, "ReadOwnSecret").path("Resource")))
                .containsExactly(arn);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void parameters_always_areDenied(Template template) {
        JsonNode deny = statement(template, "NeverReadParameters");
        assertThat(deny.path("Effect").asText()).isEqualTo("Deny");
        assertThat(Template.texts(deny.path("Action")))
                .containsExactly(
                        "ssm:GetParameter", "ssm:GetParameterHistory", "ssm:GetParameters", "ssm:GetParametersByPath");
        assertThat(Template.texts(deny.path("Resource"))).containsExactly("*");
    }

    /** Lambda decrypts the environment, and Secrets Manager the webhook, in the name of the role. */
    @Test
    void decryption_always_isDeniedButForTopicEnvironmentAndWebhook() {
        JsonNode plain = statement(Template.PLAIN, "NeverDecrypt");
        assertThat(Template.texts(plain.path("NotResource"))).containsExactly("<EcsMedicOutletKeyE8CDF0EF.Arn>");
        assertThat(plain.path("Condition").fieldNames()).toIterable().containsExactly("StringNotLike");
        assertThat(Template.texts(plain.path("Condition")
                        .path("StringNotLike")
                        .path("kms:EncryptionContext:aws:lambda:FunctionArn")))
                .containsExactly(
                        "arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-diagnose",
                        "arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-diagnose:*");

        JsonNode full = statement(Template.FULL, "NeverDecrypt").path("Condition");
        assertThat(Template.texts(full.path("StringNotLike").path("kms:EncryptionContext:aws:lambda:FunctionArn")))
                .contains("arn:aws:lambda:us-east-1:111122223333:function:ecs-medic-two-diagnose");
        assertThat(Template.text(full.path("StringNotLike").path("kms:EncryptionContext:SecretARN")))
                .isEqualTo("arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-??????");
    }

    @Test
    void webhookKey_given_mayDecryptThatSecretOnly() {
        JsonNode allow = statement(Template.FULL, "DecryptOwnSecret");
        assertThat(Template.texts(allow.path("Resource")))
                .containsExactly("arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d");
        assertThat(Template.text(allow.path("Condition").path("StringLike").path("kms:EncryptionContext:SecretARN")))
                .isEqualTo("arn:aws:secretsmanager:us-east-1:111122223333:secret:ops/slack-??????");
    }

    @ParameterizedTest
    @CsvSource({
        "TakeFromOwnQueue, <EcsMedicIntakeQueue1C2850CD.Arn>",
        "TellOwnTopic, <EcsMedicOutletTopicF40D6703>",
        "TellEventBus, arn:aws:events:us-east-1:111122223333:event-bus/default",
        "EncryptForOwnTopic, <EcsMedicOutletKeyE8CDF0EF.Arn>",
        "WriteOwnLog, <EcsMedicLogEFEEAC13.Arn>"
    })
    void ownWork_always_isHeldToOwnResources(String sid, String resource) {
        assertThat(Template.texts(statement(Template.PLAIN, sid).path("Resource")))
                .containsExactly(resource);
    }
}
