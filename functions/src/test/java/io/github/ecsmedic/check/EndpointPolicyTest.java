package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.AccessPolicy;
import io.github.ecsmedic.account.AccessPolicy.Patterns;
import io.github.ecsmedic.account.AccessPolicy.Statement;
import io.github.ecsmedic.account.Endpoint;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointPolicyTest {
    private static final AccessPolicy OWN_BUCKET = only("s3:*", "arn:aws:s3:::example-data/*", false);
    private static final AccessPolicy LOGIN = only("ecr:GetAuthorizationToken", "*", false);
    private static final AccessPolicy PULLS = only("ecr:*", "*", false);
    private static final AccessPolicy CONDITIONAL = only("*", "*", true);

    static Stream<Verdicts.Row> rows() {
        return Stream.of(layers(), calls(), resources()).flatMap(rows -> rows);
    }

    private static Stream<Verdicts.Row> layers() {
        Failure denied = Failure.of("image_pull.auth_denied")
                .fact(Fact.PHASE, "layers")
                .fact(Fact.STATUS_CODE, "403")
                .image(Failure.ECR_IMAGE);
        Failure manifest = Failure.of("image_pull.auth_denied")
                .fact(Fact.PHASE, "manifest")
                .fact(Fact.STATUS_CODE, "403")
                .image(Failure.ECR_IMAGE);
        return Stream.of(
                row("the layers' bucket is left out", denied, s3(OWN_BUCKET, TABLE), "denies"),
                row("everything is let through", denied, s3(FakeAccount.EVERYTHING, TABLE), "passed"),
                row(
                        "the endpoint serves another table",
                        denied,
                        s3(OWN_BUCKET, "rtb-other"),
                        "n/a: no endpoint of vpc-0aa1 carries s3:GetObject"),
                row(
                        "on a condition",
                        denied,
                        s3(CONDITIONAL, TABLE),
                        "open: the policy of vpce-0aa1 depends on conditions or on who asks: ec2:DescribeVpcEndpoints"),
                row(
                        "unreadable policy",
                        denied,
                        s3(null, TABLE),
                        "open: the policy of vpce-0aa1 could not be read: ec2:DescribeVpcEndpoints"),
                row(
                        "the account is named, as only an interface endpoint understands it",
                        denied,
                        s3(to("arn:aws:iam::111122223333:root"), TABLE),
                        "open: the policy of vpce-0aa1 depends on conditions or on who asks: ec2:DescribeVpcEndpoints"),
                row(
                        "layers of another region",
                        Failure.of("image_pull.auth_denied")
                                .fact(Fact.PHASE, "layers")
                                .fact(Fact.STATUS_CODE, "403")
                                .image("111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/api:7"),
                        s3(OWN_BUCKET, TABLE),
                        "n/a: the message tells of no denied call"),
                row(
                        "endpoints unreadable",
                        denied,
                        s3(OWN_BUCKET, TABLE).unknown("ec2:DescribeVpcEndpoints", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeVpcEndpoints"),
                row("a manifest", manifest, s3(OWN_BUCKET, TABLE), "n/a: the message tells of no denied call"),
                row(
                        "layers of Docker Hub",
                        Failure.of("image_pull.auth_denied")
                                .fact(Fact.PHASE, "layers")
                                .fact(Fact.STATUS_CODE, "403")
                                .image("nginx:1.27"),
                        s3(OWN_BUCKET, TABLE),
                        "n/a: the message tells of no denied call"));
    }

    private static Stream<Verdicts.Row> calls() {
        Failure login = call("ecr:GetAuthorizationToken", "");
        Failure pull = call("ecr:BatchGetImage", "");
        return Stream.of(
                row("a login through a policy for pulls of one repository", login, ecr(repository(), PULLS), "denies"),
                row("a login that is let through", login, ecr(LOGIN, LOGIN), "passed"),
                row("a pull that neither lets through", pull, ecr(LOGIN, LOGIN), "denies"),
                row(
                        "a pull that one of the two lets through",
                        pull,
                        ecr(LOGIN, PULLS),
                        "open: only the policy of vpce-ecr.api does not allow it, and which endpoint carried it is not"
                                + " known: ec2:DescribeVpcEndpoints"),
                row(
                        "the message names the endpoint",
                        call("ecr:BatchGetImage", "endpoint"),
                        ecr(PULLS, PULLS),
                        "named"),
                row(
                        "the message names the role",
                        call("ecr:BatchGetImage", "identity"),
                        ecr(LOGIN, LOGIN),
                        "n/a: the message names another policy that denied"),
                row(
                        "private DNS is off",
                        login,
                        ecr(PULLS, PULLS).endpoint("ecr.api", EndpointPolicyTest::withoutName),
                        "open: whether vpce-ecr.api carried ecr:GetAuthorizationToken is not known, because its private"
                                + " DNS is off: ec2:DescribeVpcEndpoints"),
                row("no endpoint", pull, small(), "n/a: no endpoint of vpc-0aa1 carries ecr:BatchGetImage"));
    }

    private static Stream<Verdicts.Row> resources() {
        Failure file = call("s3:GetObject", "").fact(Fact.RESOURCE, "arn:aws:s3:::example-settings/api.env");
        Failure secret = call("secretsmanager:GetSecretValue", "");
        AccessPolicy one = only(
                "secretsmanager:*", "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf", false);
        FakeAccount secrets = small().withEndpoints("secretsmanager").policy("vpce-secretsmanager", one);
        String open = "open: the policy of vpce-secretsmanager depends on conditions or on who asks:"
                + " ec2:DescribeVpcEndpoints";
        return Stream.of(
                row("an environment file's bucket is left out", file, s3(OWN_BUCKET, TABLE), "denies"),
                row(
                        "the bucket may lie in another region, to which another way leads",
                        file,
                        s3(OWN_BUCKET, TABLE).behindNat(),
                        "open: whether vpce-0aa1 carried s3:GetObject is not known, because the bucket may lie outside"
                                + " us-east-1: ec2:DescribeVpcEndpoints"),
                row(
                        "the very secret",
                        secret.fact(
                                Fact.RESOURCE,
                                "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf"),
                        secrets,
                        "passed"),
                row(
                        "another secret",
                        call("secretsmanager:GetSecretValue", "")
                                .fact(
                                        Fact.RESOURCE,
                                        "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/mail-AbCdEf"),
                        secrets,
                        "denies"),
                row(
                        "a secret without its six characters",
                        call("secretsmanager:GetSecretValue", "")
                                .fact(Fact.RESOURCE, "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db"),
                        secrets,
                        open),
                row(
                        "a secret by its name",
                        call("secretsmanager:GetSecretValue", "").fact(Fact.RESOURCE, "example/db"),
                        secrets,
                        open),
                row(
                        "a secret of another region",
                        call("secretsmanager:GetSecretValue", "")
                                .fact(
                                        Fact.RESOURCE,
                                        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:example/db-AbCdEf"),
                        secrets,
                        "n/a: the message tells of no denied call"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static Failure call(String action, String deniedBy) {
        Failure failure = Failure.of("registry_auth.access_denied").fact(Fact.ACTION, action);
        return deniedBy.isEmpty() ? failure : failure.fact(Fact.DENIED_BY, deniedBy);
    }

    private static AccessPolicy only(String action, String resource, boolean conditional) {
        return new AccessPolicy(List.of(new Statement(
                true,
                List.of("*"),
                new Patterns(List.of(action), false),
                new Patterns(List.of(resource), false),
                conditional)));
    }

    private static AccessPolicy to(String principal) {
        return new AccessPolicy(List.of(new Statement(
                true,
                List.of(principal),
                new Patterns(List.of("*"), false),
                new Patterns(List.of("*"), false),
                false)));
    }

    private static Endpoint withoutName(Endpoint e) {
        return new Endpoint(
                e.id(),
                e.vpcId(),
                e.service(),
                e.type(),
                e.state(),
                false,
                e.routeTables(),
                e.subnets(),
                e.securityGroups(),
                e.networkInterfaces(),
                e.policy());
    }

    private static AccessPolicy repository() {
        return only("ecr:*", "arn:aws:ecr:us-east-1:111122223333:repository/team/api", false);
    }

    private static FakeAccount s3(@Nullable AccessPolicy policy, String table) {
        return small().s3Gateway(table).policy(FakeAccount.S3_GATEWAY, policy);
    }

    private static FakeAccount ecr(AccessPolicy api, AccessPolicy dkr) {
        return small().withEndpoints("ecr.api", "ecr.dkr")
                .policy("vpce-ecr.api", api)
                .policy("vpce-ecr.dkr", dkr);
    }

    private static Verdicts.Row row(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new EndpointPolicy(), name, failure, account, says);
    }
}
