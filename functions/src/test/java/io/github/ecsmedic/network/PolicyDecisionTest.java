package io.github.ecsmedic.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import io.github.ecsmedic.network.PolicyDecision.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyDecisionTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/start-api";
    private static final String LAYER = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer";
    private static final Request GET = new Request("s3:GetObject", LAYER, ROLE);
    private static final Request LOGIN = new Request("ecr:GetAuthorizationToken", "*", ROLE);

    /** One decision. */
    record Row(String name, Request request, PolicyDecision decision, List<Statement> statements) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        Statement all = allow("*", "*");
        return Stream.of(
                row("everything", GET, PolicyDecision.ALLOWED, all),
                row("the bucket of the layers", GET, PolicyDecision.ALLOWED, allow("s3:Get*", LAYER_BUCKET)),
                row("another case of the action", GET, PolicyDecision.ALLOWED, allow("S3:getobject", LAYER_BUCKET)),
                row("another bucket", GET, PolicyDecision.DENIED, allow("s3:GetObject", "arn:aws:s3:::mine/*")),
                row(
                        "the bucket in another partition",
                        GET,
                        PolicyDecision.DENIED,
                        allow("s3:GetObject", LAYER_BUCKET.replace("arn:aws:", "arn:aws-cn:"))),
                row("another action", GET, PolicyDecision.DENIED, allow("s3:PutObject", "*")),
                row("a Deny beside it", GET, PolicyDecision.DENIED, all, deny("s3:*", "*", false)),
                row("a Deny of something else", GET, PolicyDecision.ALLOWED, all, deny("s3:Put*", "*", false)),
                row("a Deny on a condition", GET, PolicyDecision.OPEN, all, deny("s3:*", "*", true)),
                row(
                        "an Allow on a condition only",
                        GET,
                        PolicyDecision.OPEN,
                        new Statement(true, List.of("*"), texts("*"), texts("*"), true)),
                row(
                        "NotAction that leaves it out",
                        GET,
                        PolicyDecision.DENIED,
                        new Statement(true, List.of("*"), new Patterns(List.of("s3:Get*"), true), texts("*"), false)),
                row(
                        "NotAction about something else",
                        GET,
                        PolicyDecision.ALLOWED,
                        new Statement(true, List.of("*"), new Patterns(List.of("s3:Put*"), true), texts("*"), false)),
                row(
                        "NotResource that leaves it out",
                        GET,
                        PolicyDecision.DENIED,
                        new Statement(
                                true, List.of("*"), texts("*"), new Patterns(List.of(LAYER_BUCKET), true), false)),
                row("the role", GET, PolicyDecision.ALLOWED, principal(ROLE)),
                row("the role's account", GET, PolicyDecision.ALLOWED, principal("arn:aws:iam::111122223333:root")),
                row("another account", GET, PolicyDecision.DENIED, principal("444455556666")),
                row(
                        "a session of the role",
                        GET,
                        PolicyDecision.OPEN,
                        principal("arn:aws:sts::111122223333:assumed-role/start-api/x")),
                row(
                        "nobody knows who asks",
                        new Request("s3:GetObject", LAYER, ""),
                        PolicyDecision.OPEN,
                        principal(ROLE)),
                row("a login and everything", LOGIN, PolicyDecision.ALLOWED, allow("ecr:*", "*")),
                row(
                        "a login and a repository, which it has not",
                        LOGIN,
                        PolicyDecision.DENIED,
                        allow("ecr:*", "arn:aws:ecr:us-east-1:111122223333:repository/*")),
                row(
                        "an unknown resource and a narrow statement",
                        new Request("ecr:BatchGetImage", "", ROLE),
                        PolicyDecision.OPEN,
                        allow("ecr:*", "arn:aws:ecr:us-east-1:111122223333:repository/*")),
                row(
                        "an unknown resource and no statement at all",
                        new Request("ecr:BatchGetImage", "", ROLE),
                        PolicyDecision.DENIED,
                        allow("ecr:GetAuthorizationToken", "*")),
                row(
                        "a variable in the resource",
                        GET,
                        PolicyDecision.OPEN,
                        allow("s3:GetObject", "arn:aws:s3:::${aws:PrincipalTag/team}/*")),
                row(
                        "a Deny with a variable in the resource",
                        GET,
                        PolicyDecision.OPEN,
                        all,
                        deny("s3:*", "arn:aws:s3:::${aws:PrincipalTag/team}/*", false)),
                row("roles by a wildcard", GET, PolicyDecision.OPEN, principal("arn:aws:iam::111122223333:role/*")),
                row("no statements", GET, PolicyDecision.DENIED));
    }

    private static final String LAYER_BUCKET = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*";

    @ParameterizedTest
    @MethodSource("rows")
    void policy_aboutRequest_decides(Row row) {
        assertThat(PolicyDecision.of(new AccessPolicy(row.statements()), row.request()))
                .isEqualTo(row.decision());
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a*c, abbc, true",
        "a*c, ab, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*b*b*, abab, true",
        "*b*b*, aba, false"
    })
    void pattern_overText_matches(String pattern, String text, boolean matches) {
        assertThat(PolicyDecision.like(pattern, text)).isEqualTo(matches);
    }

    @Test
    void pattern_madeToBeSlow_isNot() {
        assertThat(PolicyDecision.like("*a".repeat(200) + "b", "a".repeat(20_000)))
                .isFalse();
    }

    private static Row row(String name, Request request, PolicyDecision decision, Statement... statements) {
        return new Row(name, request, decision, List.of(statements));
    }

    private static Patterns texts(String text) {
        return new Patterns(List.of(text), false);
    }

    private static Statement allow(String action, String resource) {
        return new Statement(true, List.of("*"), texts(action), texts(resource), false);
    }

    private static Statement deny(String action, String resource, boolean conditional) {
        return new Statement(false, List.of("*"), texts(action), texts(resource), conditional);
    }

    private static Statement principal(String who) {
        return new Statement(true, List.of(who), texts("*"), texts("*"), false);
    }
}
