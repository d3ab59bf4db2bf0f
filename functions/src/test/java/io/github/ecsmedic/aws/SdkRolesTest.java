package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.optional;

import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.model.Answer;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkRolesTest {
    private static final String ROLE = "iam:GetRole";
    private static final String SIMULATE = "iam:SimulatePrincipalPolicy";
    private static final String ARN = "arn:aws:iam::111122223333:role/team/exec";

    private final FakeAws aws = new FakeAws();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            one service        | {"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"} | ecs-tasks.amazonaws.com
            several            | {"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","ecs.amazonaws.com"]},"Action":["sts:TagSession","sts:AssumeRole"]} | ec2.amazonaws.com,ecs.amazonaws.com
            all of sts         | {"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:*"} | ec2.amazonaws.com
            everyone           | {"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"} | *
            a plus in it       | {"Effect":"Allow","Principal":{"Service":"a+b.amazonaws.com"},"Action":"sts:AssumeRole"} | a+b.amazonaws.com
            an account         | {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"} | -
            denied             | {"Effect":"Deny","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"} | -
            conditional        | {"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:SecureTransport":"true"}}} | -
            another action     | {"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:TagSession"} | -
            """)
    void role_trustsTheServicesOfItsAllowStatements(String name, String statement, String services) {
        aws.on(ROLE, role(ARN, "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"));
        List<String> trusted = services == null ? List.of() : Arrays.asList(services.split(",", -1));
        assertThat(aws.account().roles().role(ARN))
                .as(name)
                .isInstanceOfSatisfying(
                        Answer.Known.class,
                        known -> assertThat(known.value())
                                .asInstanceOf(optional(Roles.Role.class))
                                .get()
                                .extracting(Roles.Role::arn, Roles.Role::name, Roles.Role::trusted)
                                .containsExactly(ARN, "exec", trusted));
        assertThat(aws.asked().getFirst().body()).contains("RoleName=exec");
        assertThat(aws.asked().getFirst().host()).isEqualTo("iam.amazonaws.com");
    }

    @Test
    void role_trustedUnderConditions_tellsThoseThatCanBeWeighedAndNamesTheOthers() {
        aws.on(ROLE, role(ARN, """
                {"Statement":[{"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},
                              "ArnLike":{"aws:SourceArn":["arn:aws:ecs:us-east-1:111122223333:*"]},
                              "Bool":{"aws:SecureTransport":"true"},
                              "StringNotEquals":{"aws:SourceAccount":"444455556666"}}}]}"""));
        assertThat(aws.account().roles().role(ARN))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Roles.Role(
                                ARN,
                                "exec",
                                List.of(),
                                List.of(new Roles.Trust(
                                        "ecs-tasks.amazonaws.com",
                                        List.of("111122223333"),
                                        List.of("arn:aws:ecs:us-east-1:111122223333:*"),
                                        List.of("aws:SecureTransport", "aws:SourceAccount"))),
                                null)),
                        ROLE));
    }

    @Test
    void role_whoseTrustIsDeniedElsewhere_trustsNobody() {
        aws.on(ROLE, role(ARN, """
                {"Statement":[
                 {"Effect":"Allow","Principal":{"Service":["ecs-tasks.amazonaws.com","ec2.amazonaws.com"]},"Action":"sts:AssumeRole"},
                 {"Effect":"Deny","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""));
        assertThat(aws.account().roles().role(ARN))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Roles.Role(ARN, "exec", List.of("ec2.amazonaws.com"))), ROLE));
    }

    @Test
    void role_whoseStatementIsNoList_isRead() {
        aws.on(
                ROLE,
                role(
                        ARN,
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ecs.amazonaws.com\"},\"Action\":\"*\"}}"));
        assertThat(aws.account().roles().role(ARN))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(new Roles.Role(ARN, "exec", List.of("ecs.amazonaws.com"))), ROLE));
    }

    @Test
    void role_thatIamDoesNotKnow_isKnownToBeAbsent() {
        aws.on(ROLE, 404, iamError("NoSuchEntity"));
        assertThat(aws.account().roles().role(ARN)).isEqualTo(new Answer.Known<>(Optional.empty(), ROLE));
    }

    @Test
    void role_ofTheSameNameElsewhere_isUnknown() {
        aws.on(ROLE, role("arn:aws:iam::444455556666:role/team/exec", "{}"));
        assertThat(aws.account().roles().role(ARN)).isEqualTo(new Answer.Unknown<>("another role of that name", ROLE));
    }

    @Test
    void role_withABrokenPolicy_isUnknown() {
        aws.on(ROLE, role(ARN, "{\"Statement\":["));
        assertThat(aws.account().roles().role(ARN)).isEqualTo(new Answer.Unknown<>("malformed answer", ROLE));
    }

    @Test
    void role_whenTheAnswerHoldsNone_isUnknown() {
        aws.on(ROLE, "<GetRoleResponse><GetRoleResult/></GetRoleResponse>");
        assertThat(aws.account().roles().role(ARN)).isEqualTo(new Answer.Unknown<>("empty answer", ROLE));
    }

    @Test
    void simulate_thatIsAllowed_isRead() {
        aws.on(SIMULATE, simulated("<EvalDecision>allowed</EvalDecision><MissingContextValues/>"));
        assertThat(aws.account().roles().simulate(ARN, "ecr:GetAuthorizationToken", "*"))
                .isEqualTo(new Answer.Known<>(
                        new Roles.Decision("ecr:GetAuthorizationToken", "*", "allowed", false, false, List.of()),
                        SIMULATE));
        assertThat(aws.asked().getFirst().body())
                .contains(
                        "PolicySourceArn=" + ARN,
                        "ActionNames.member.1=ecr:GetAuthorizationToken",
                        "ResourceArns.member.1=*");
    }

    @Test
    void simulate_thatIsDeniedFromAbove_saysByWhom() {
        aws.on(SIMULATE, simulated("""
                <EvalDecision>implicitDeny</EvalDecision>
                <MissingContextValues><member>aws:SourceVpc</member></MissingContextValues>
                <PermissionsBoundaryDecisionDetail><AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary></PermissionsBoundaryDecisionDetail>
                <OrganizationsDecisionDetail><AllowedByOrganizations>false</AllowedByOrganizations></OrganizationsDecisionDetail>"""));
        assertThat(aws.account().roles().simulate(ARN, "kms:Decrypt", "k"))
                .isEqualTo(new Answer.Known<>(
                        new Roles.Decision("kms:Decrypt", "k", "implicitDeny", true, true, List.of("aws:SourceVpc")),
                        SIMULATE));
    }

    @Test
    void simulate_withoutAResult_isUnknown() {
        aws.on(
                SIMULATE,
                "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults/></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>");
        assertThat(aws.account().roles().simulate(ARN, "kms:Decrypt", "k"))
                .isEqualTo(new Answer.Unknown<>("empty answer", SIMULATE));
    }

    static String iamError(String code) {
        return "<ErrorResponse><Error><Code>" + code + "</Code><Message>made up</Message></Error></ErrorResponse>";
    }

    private static String role(String arn, String policy) {
        return "<GetRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetRoleResult><Role><Arn>" + arn
                + "</Arn><RoleName>exec</RoleName><AssumeRolePolicyDocument>"
                + URLEncoder.encode(policy, UTF_8).replace("+", "%20")
                + "</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>";
    }

    private static String simulated(String result) {
        return "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults><member>"
                + result
                + "</member></EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
    }
}
