package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    @Test
    void policy_withSingleValuesAndLists_isRead() {
        assertThat(PolicyReader.policy("""
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]},
                  {"Effect":"Deny","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:role/x"]},
                   "NotAction":["s3:Get*"],"NotResource":"arn:aws:s3:::c","Condition":{"Bool":{"aws:SecureTransport":"false"}}},
                  {"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"*","Resource":"*"}]}"""))
                .isEqualTo(new AccessPolicy(List.of(
                        new Statement(
                                true,
                                List.of("*"),
                                new Patterns(List.of("s3:GetObject"), false),
                                new Patterns(List.of("arn:aws:s3:::a/*", "arn:aws:s3:::b/*"), false),
                                false),
                        new Statement(
                                false,
                                List.of("111122223333", "arn:aws:iam::111122223333:role/x"),
                                new Patterns(List.of("s3:Get*"), true),
                                new Patterns(List.of("arn:aws:s3:::c"), true),
                                true),
                        new Statement(
                                true,
                                List.of(),
                                new Patterns(List.of("*"), false),
                                new Patterns(List.of("*"), false),
                                true))));
    }

    @Test
    void policy_thatNamesNobody_isConditional() {
        assertThat(PolicyReader.policy("""
                {"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""))
                .isEqualTo(new AccessPolicy(List.of(new Statement(
                        true, List.of(), new Patterns(List.of("*"), false), new Patterns(List.of("*"), false), true))));
    }

    @Test
    void policy_longerThanAnyCanBe_isUnknown() {
        String padding = " ".repeat(40_000);

        assertThat(PolicyReader.policy("{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\","
                        + padding + "\"Resource\":\"*\"}]}"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"Statement\":[]}",
                "{\"Statement\":[{\"Effect\":\"Perhaps\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}",
                "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\"}]}"
            })
    void policy_thatIsNone_isUnknown(String json) {
        assertThat(PolicyReader.policy(json)).isNull();
    }
}
