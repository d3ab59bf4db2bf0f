package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkVaultTest {
    private static final String SECRET = "secretsmanager:DescribeSecret";
    private static final String VERSIONS = "secretsmanager:ListSecretVersionIds";
    private static final String SECRETS = "secretsmanager:ListSecrets";
    private static final String PARAMETERS = "ssm:DescribeParameters";
    private static final String KEY = "kms:DescribeKey";
    private static final String GROUPS = "logs:DescribeLogGroups";
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf";
    private static final String KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001";

    private final FakeAws aws = new FakeAws();

    @Test
    void secret_thatExists_isReadWithoutItsValue() {
        aws.on(SECRET, """
                {"ARN":"%s","Name":"shop/db","KmsKeyId":"%s","DeletedDate":1795132800,
                 "VersionIdsToStages":{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT","blue"]}}""".formatted(ARN, KEY_ARN));
        assertThat(aws.account().vault().secret("us-east-1", ARN))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Vault.Secret(
                                ARN,
                                "shop/db",
                                KEY_ARN,
                                "2026-11-20",
                                Map.of("v1", List.of("AWSPREVIOUS"), "v2", List.of("AWSCURRENT", "blue")))),
                        SECRET));
        assertThat(aws.operations()).containsExactly(SECRET);
    }

    @Test
    void secret_inAnotherRegion_isAskedThere() {
        aws.on(SECRET, 400, error("ResourceNotFoundException"));
        assertThat(aws.account().vault().secret("eu-west-1", "shop/db"))
                .isEqualTo(new Answer.Known<>(Optional.empty(), SECRET));
        assertThat(aws.asked().getFirst().host()).isEqualTo("secretsmanager.eu-west-1.amazonaws.com");
    }

    @Test
    void secret_thatIsRefusedOrEmpty_isUnknown() {
        aws.on(SECRET, 400, error("AccessDeniedException")).on(SECRET, "{}");
        assertThat(aws.account().vault().secret("us-east-1", ARN))
                .isEqualTo(new Answer.Unknown<>("AccessDenied", SECRET));
        assertThat(aws.account().vault().secret("us-east-1", ARN))
                .isEqualTo(new Answer.Unknown<>("empty answer", SECRET));
    }

    @Test
    void versions_onTwoPages_areAllRead() {
        aws.on(
                VERSIONS,
                "{\"ARN\":\"a\",\"Versions\":[{\"VersionId\":\"v1\"}],\"NextToken\":\"t\"}",
                "{\"ARN\":\"a\",\"Versions\":[{\"VersionId\":\"v2\"}]}");
        assertThat(aws.account().vault().versions("us-east-1", ARN))
                .isEqualTo(new Answer.Known<>(List.of("v1", "v2"), VERSIONS));
        assertThat(aws.asked().getFirst().body()).contains("\"IncludeDeprecated\":true");
    }

    @Test
    void secretsLike_aPrefix_areReadInOneRequest() {
        aws.on(SECRETS, "{\"SecretList\":[{\"ARN\":\"%s\",\"Name\":\"shop/db\"}],\"NextToken\":\"t\"}".formatted(ARN));
        assertThat(aws.account().vault().secretsLike("us-east-1", "shop/"))
                .isEqualTo(new Answer.Known<>(List.of(new Vault.Name("shop/db", ARN)), SECRETS));
        assertThat(aws.asked()).hasSize(1);
        assertThat(aws.asked().getFirst().body()).contains("\"Values\":[\"shop/\"]", "\"Key\":\"name\"");
    }

    @Test
    void parameters_byName_areThoseThatExist() {
        aws.on(PARAMETERS, """
                {"Parameters":[{"Name":"/shop/port","Type":"SecureString","KeyId":"alias/shop","Version":3}]}""");
        assertThat(aws.account().vault().parameters("us-east-1", List.of("/shop/port", "/shop/host")))
                .isEqualTo(new Answer.Known<>(
                        List.of(new Vault.Parameter("/shop/port", "SecureString", "alias/shop", 3L)), PARAMETERS));
        assertThat(aws.asked().getFirst().body())
                .contains("\"Option\":\"Equals\"", "\"Values\":[\"/shop/port\",\"/shop/host\"]");
    }

    @Test
    void parametersLike_whenTheAnswerHoldsNoList_isUnknown() {
        aws.on(PARAMETERS, "{}");
        assertThat(aws.account().vault().parametersLike("us-east-1", "/shop/"))
                .isEqualTo(new Answer.Unknown<>("empty answer", PARAMETERS));
        assertThat(aws.asked().getFirst().body()).contains("\"Option\":\"BeginsWith\"");
    }

    @Test
    void key_thatIsDisabled_isReadAsItStands() {
        aws.on(KEY, """
                {"KeyMetadata":{"Arn":"%s","KeyId":"x","KeyState":"Disabled","KeyManager":"CUSTOMER"}}""".formatted(KEY_ARN));
        assertThat(aws.account().keys().key("us-east-1", KEY_ARN))
                .isEqualTo(new Answer.Known<>(Optional.of(new Keys.Key(KEY_ARN, "Disabled", false)), KEY));
    }

    @Test
    void key_thatDoesNotExist_isKnownToBeAbsent() {
        aws.on(KEY, 400, error("NotFoundException"));
        assertThat(aws.account().keys().key("us-east-1", KEY_ARN)).isEqualTo(new Answer.Known<>(Optional.empty(), KEY));
    }

    @Test
    void key_withoutAState_isUnknown() {
        aws.on(KEY, "{\"KeyMetadata\":{\"Arn\":\"a\",\"KeyId\":\"x\"}}");
        assertThat(aws.account().keys().key("us-east-1", KEY_ARN)).isEqualTo(new Answer.Unknown<>("empty answer", KEY));
    }

    @Test
    void logGroups_ofAPrefix_areReadInTheirRegion() {
        aws.on(GROUPS, "{\"logGroups\":[{\"logGroupName\":\"/shop/api\",\"kmsKeyId\":\"%s\"}]}".formatted(KEY_ARN));
        assertThat(aws.account().logGroups().startingWith("eu-west-1", "/shop/api"))
                .isEqualTo(new Answer.Known<>(List.of(new LogGroups.Group("/shop/api", KEY_ARN)), GROUPS));
        assertThat(aws.asked().getFirst().host()).isEqualTo("logs.eu-west-1.amazonaws.com");
    }

    @Test
    void logGroups_onALaterPageOnly_areUnknown() {
        aws.on(GROUPS, "{\"logGroups\":[],\"nextToken\":\"t\"}");
        assertThat(aws.account().logGroups().startingWith("us-east-1", "/shop/api"))
                .isEqualTo(new Answer.Unknown<>("empty answer", GROUPS));
    }

    private static String error(String code) {
        return "{\"__type\":\"" + code + "\",\"message\":\"made up\"}";
    }
}
