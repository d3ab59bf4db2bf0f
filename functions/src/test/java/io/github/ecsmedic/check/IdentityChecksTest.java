package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.TASK_ROLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeVault;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.account.Vault;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityChecksTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf";
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001";
    private static final String TASKS = "ecs-tasks.amazonaws.com";

    static Stream<Row> rows() {
        return Stream.of(secrets(), parameters(), roles(), keys(), logs(), needs(), dependencies())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> secrets() {
        Failure cut = Failure.of("secrets.unknown");
        Check check = new SecretState();
        return Stream.of(
                new Row(check, "there", cut, injected(SECRET).secret(FakeVault.secret(SECRET)), "passed"),
                new Row(check, "gone", cut, injected(SECRET), "missing"),
                new Row(
                        check,
                        "unreadable",
                        cut,
                        injected(SECRET).unknown("secretsmanager:DescribeSecret", "AccessDenied"),
                        "open: AccessDenied: secretsmanager:DescribeSecret"),
                new Row(check, "none injected", cut, small(), "n/a: the task definition refers to no secret"),
                new Row(
                        check,
                        "definition unreadable",
                        cut,
                        small().unknown("ecs:DescribeTaskDefinition", "time"),
                        "open: time: ecs:DescribeTaskDefinition"),
                new Row(
                        check,
                        "a version without a stage",
                        cut,
                        injected(SECRET + ":::v0")
                                .secret(FakeVault.secret(SECRET))
                                .version(SECRET, "v0"),
                        "passed"),
                new Row(
                        check,
                        "a version that is gone",
                        cut,
                        injected(SECRET + ":::v9").secret(FakeVault.secret(SECRET)),
                        "version"),
                new Row(
                        check,
                        "versions unreadable",
                        cut,
                        injected(SECRET + ":::v9")
                                .secret(FakeVault.secret(SECRET))
                                .unknown("secretsmanager:ListSecretVersionIds", "Throttled"),
                        "open: Throttled: secretsmanager:ListSecretVersionIds"),
                new Row(
                        check,
                        "without any value",
                        cut,
                        injected(SECRET).secret(new Vault.Secret(SECRET, "shop/db", "", "", Map.of())),
                        "version"),
                new Row(
                        check,
                        "said to lack a version",
                        Failure.of("secrets.not_found")
                                .fact(Fact.SECRET, SECRET)
                                .reason(
                                        "Secrets Manager can't find the specified secret value for staging label: blue"),
                        small(),
                        "version"),
                new Row(
                        check,
                        "network",
                        Failure.of("secrets.network_timeout"),
                        injected(SECRET),
                        "n/a: the message does not leave open whether the secret exists"));
    }

    private static Stream<Row> parameters() {
        Failure cut = Failure.of("secrets.unknown");
        Check check = new ParameterState();
        return Stream.of(
                new Row(check, "there", cut, injected("/shop/port").parameters("/shop/port"), "passed"),
                new Row(check, "gone", cut, injected("/shop/port"), "missing"),
                new Row(
                        check,
                        "unreadable",
                        cut,
                        injected("/shop/port").unknown("ssm:DescribeParameters", "AccessDenied"),
                        "open: AccessDenied: ssm:DescribeParameters"),
                new Row(
                        check,
                        "of another account",
                        cut,
                        injected("arn:aws:ssm:us-east-1:444455556666:parameter/shop/port"),
                        "n/a: the task definition refers to no parameter of this account"),
                new Row(
                        check,
                        "of AWS",
                        cut,
                        injected("/aws/service/made/up"),
                        "n/a: the task definition refers to no parameter of this account"));
    }

    private static Stream<Row> roles() {
        Failure refused = Failure.of("iam.assume_role");
        Check check = new RoleTrust();
        return Stream.of(
                new Row(check, "both in order", refused, small(), "passed"),
                new Row(check, "one gone", refused, small().withoutRole(TASK_ROLE), "missing"),
                new Row(
                        check,
                        "unreadable",
                        refused,
                        small().unknown("iam:GetRole", "AccessDenied"),
                        "open: AccessDenied: iam:GetRole"),
                new Row(
                        check,
                        "for this account",
                        refused.fact(Fact.ROLE, TASK_ROLE),
                        trusted("111122223333"),
                        "passed"),
                new Row(
                        check,
                        "for another account",
                        Failure.of("iam.assume_role").fact(Fact.ROLE, TASK_ROLE),
                        trusted("444455556666"),
                        "condition"),
                new Row(
                        check,
                        "under another condition",
                        Failure.of("iam.assume_role").fact(Fact.ROLE, TASK_ROLE),
                        small().role(new Roles.Role(
                                TASK_ROLE,
                                "run-api",
                                List.of(),
                                List.of(new Roles.Trust(TASKS, List.of(), List.of(), List.of("aws:SourceOrgID"))),
                                null)),
                        "open: the trust of " + TASK_ROLE + " depends on aws:SourceOrgID: iam:GetRole"),
                new Row(
                        check,
                        "who passes it",
                        Failure.of("iam.assume_role").fact(Fact.ACTION, "iam:PassRole"),
                        small(),
                        "n/a: the message complains of who passes the role, not of the role"),
                new Row(check, "linked to the service", Failure.of("iam.service_linked_role"), small(), "missing"));
    }

    private static Stream<Row> keys() {
        Failure refused = Failure.of("secrets.kms_denied").fact(Fact.SECRET, SECRET);
        String other = SECRET.replace("111122223333", "444455556666");
        Check check = new KeyState();
        return Stream.of(
                new Row(check, "enabled", refused, encrypted("Enabled"), "passed"),
                new Row(check, "disabled", refused, encrypted("Disabled"), "disabled"),
                new Row(check, "waiting", refused, encrypted("PendingDeletion"), "pending-deletion"),
                new Row(check, "offline", refused, encrypted("Unavailable"), "unavailable"),
                new Row(check, "gone", refused, injected(SECRET).secret(FakeVault.secret(SECRET, KEY, "")), "missing"),
                new Row(
                        check,
                        "unreadable",
                        refused,
                        encrypted("Disabled").unknown("kms:DescribeKey", "AccessDenied"),
                        "open: AccessDenied: kms:DescribeKey"),
                new Row(
                        check,
                        "the service's own",
                        refused,
                        injected(SECRET).secret(FakeVault.secret(SECRET)),
                        "n/a: it is encrypted with the service's own key, which is always there"),
                new Row(
                        check,
                        "another account's own",
                        Failure.of("secrets.kms_denied").fact(Fact.SECRET, other),
                        injected(other).secret(FakeVault.secret(other)),
                        "foreign"),
                new Row(
                        check,
                        "denied by a policy",
                        Failure.of("secrets.kms_denied")
                                .fact(Fact.SECRET, SECRET)
                                .fact(Fact.DENIED_BY, "identity"),
                        encrypted("Disabled"),
                        "n/a: the message names the policy that denied, so the key was not the reason"),
                new Row(
                        check,
                        "another failure",
                        Failure.of("secrets.not_found"),
                        small(),
                        "n/a: the message is not about a key"));
    }

    private static Stream<Row> logs() {
        Failure cut = Failure.of("logging.unknown");
        Check group = new LogGroupState();
        Check options = new LogOptions();
        return Stream.of(
                new Row(group, "there", cut, small(), "passed"),
                new Row(
                        group,
                        "only a longer name",
                        cut,
                        small().withoutLogGroup().logGroup(LOG_GROUP + "-old", ""),
                        "missing"),
                new Row(
                        group,
                        "unreadable",
                        cut,
                        small().unknown("logs:DescribeLogGroups", "AccessDenied"),
                        "open: AccessDenied: logs:DescribeLogGroups"),
                new Row(
                        group,
                        "may be created",
                        cut,
                        logging(Map.of("awslogs-group", LOG_GROUP, "awslogs-create-group", "true")),
                        "n/a: the driver may create the log group itself"),
                new Row(
                        group,
                        "network",
                        Failure.of("logging.network"),
                        small(),
                        "n/a: the message does not leave open whether the log group exists"),
                new Row(options, "in order", cut, small(), "passed"),
                new Row(options, "no region", cut, logging(Map.of("awslogs-group", LOG_GROUP)), "wrong"),
                new Row(
                        options,
                        "no such option",
                        cut,
                        logging(Map.of(
                                "awslogs-group", LOG_GROUP, "awslogs-region", "us-east-1", "awslogs-prefix", "x")),
                        "wrong"),
                new Row(
                        options,
                        "unreadable",
                        cut,
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"),
                new Row(
                        options,
                        "said to be wrong",
                        Failure.of("logging.bad_config"),
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "wrong"));
    }

    private static Stream<Row> needs() {
        Failure cut = Failure.of("secrets.unknown");
        FakeAccount fine = injected(SECRET).secret(FakeVault.secret(SECRET));
        Check denied = new DeniedByPolicy();
        Check policy = new RolePolicy();
        return Stream.of(
                new Row(
                        denied,
                        "nothing said, allowed",
                        cut,
                        fine,
                        "n/a: the message says nothing of a denial, and the role's policies allow"
                                + " secretsmanager:GetSecretValue, which is no proof"),
                new Row(
                        denied,
                        "nothing said, denied",
                        cut,
                        injected(SECRET).simulated(denied("secretsmanager:GetSecretValue", SECRET)),
                        "simulated"),
                new Row(
                        denied,
                        "nothing said, not asked",
                        cut,
                        injected(SECRET).unknown("iam:SimulatePrincipalPolicy", "AccessDenied"),
                        "open: AccessDenied: iam:SimulatePrincipalPolicy"),
                new Row(denied, "said without the action", Failure.of("secrets.access_denied"), fine, "unnamed"),
                new Row(
                        denied,
                        "about no secret",
                        cut,
                        small(),
                        "n/a: the message is about no call that could be denied"),
                new Row(
                        policy,
                        "login",
                        Failure.of("registry_auth.access_denied"),
                        small().simulated(denied("ecr:GetAuthorizationToken", "*")),
                        "denied"),
                new Row(
                        policy,
                        "log stream",
                        Failure.of("logging.access_denied"),
                        small().simulated(denied(
                                "logs:CreateLogStream",
                                "arn:aws:logs:us-east-1:111122223333:log-group:/example/api:*")),
                        "denied"),
                new Row(
                        policy,
                        "without a resource",
                        Failure.of("iam.task_role_denied").fact(Fact.ACTION, "s3:GetObject"),
                        small(),
                        "open: it is not known on what s3:GetObject was denied: message"));
    }

    private static Stream<Row> dependencies() {
        Check check = new FailedDependency();
        return Stream.of(
                new Row(
                        check,
                        "no dependency",
                        Failure.of("container_dependency.failed"),
                        small(),
                        "n/a: api:42 lets no container wait for another"),
                new Row(
                        check,
                        "another failure",
                        Failure.of("app.exit_nonzero"),
                        small(),
                        "n/a: the message is not about a container that waits for another"),
                new Row(
                        check,
                        "unreadable",
                        Failure.of("container_dependency.failed"),
                        small().unknown("ecs:DescribeTaskDefinition", "time"),
                        "open: time: ecs:DescribeTaskDefinition"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofIdentity_givesItsVerdict(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofIdentity_asksOnlyWhatItDeclares(Row row) {
        row.check().run(row.failure().in(row.account()));

        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    @Test
    void missingSecret_createdAnew_namesItsNewArn() {
        String anew = SECRET.replace("AbCdEf", "GhIjKl");

        assertThat(new SecretState()
                        .run(Failure.of("secrets.not_found")
                                .fact(Fact.SECRET, SECRET)
                                .in(injected(SECRET).secret(FakeVault.secret(anew)))))
                .isEqualTo(new Failed(
                        "missing",
                        Resources.of("secret", SECRET, "near-secret", anew),
                        new Evidence("The message says that there is no " + SECRET, "message"),
                        new Evidence(
                                "There is a secret shop/db under another ARN: it was created anew, and the end of its"
                                        + " ARN changed",
                                "secretsmanager:ListSecrets")));
    }

    @Test
    void missingSecret_inTheTasksRegion_isFoundThere() {
        String far = SECRET.replace("us-east-1", "eu-west-1");
        FakeAccount account = injected(far).secret(FakeVault.secret(SECRET));

        assertThat(new SecretState().run(Failure.of("secrets.unknown").in(account)))
                .isEqualTo(new Failed(
                        "missing",
                        Resources.of("secret", far, "near-secret", SECRET),
                        new Evidence("There is no secret " + far + " in eu-west-1", "secretsmanager:DescribeSecret"),
                        new Evidence(
                                "There is a secret shop/db in us-east-1, where the task runs, not in eu-west-1",
                                "secretsmanager:DescribeSecret")));
    }

    @Test
    void missingSecret_whoseNeighboursCannotBeListed_isStillMissing() {
        FakeAccount account = injected(SECRET).unknown("secretsmanager:ListSecrets", "AccessDenied");

        assertThat(new SecretState()
                        .run(Failure.of("secrets.not_found")
                                .fact(Fact.SECRET, SECRET)
                                .in(account)))
                .isEqualTo(new Failed(
                        "missing",
                        Resources.of("secret", SECRET),
                        List.of(new Evidence("The message says that there is no " + SECRET, "message")),
                        List.of(new Exhibit.Unread(List.of(
                                "AccessDenied: secretsmanager:ListSecrets",
                                "AccessDenied: secretsmanager:ListSecrets")))));
    }

    @Test
    void missingParameter_ofAnotherVersion_isToldAsSuch() {
        FakeAccount account = injected("/shop/port:9").parameters("/shop/port");

        assertThat(new ParameterState()
                        .run(Failure.of("secrets.not_found")
                                .fact(Fact.PARAMETER, "/shop/port:9")
                                .in(account)))
                .isEqualTo(new Failed(
                        "missing",
                        Resources.of("parameter", "/shop/port:9", "near-parameter", "/shop/port"),
                        new Evidence("The message says that /shop/port:9 does not exist", "message"),
                        new Evidence(
                                "There is a parameter /shop/port, whose newest version is 2",
                                "ssm:DescribeParameters")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SECRET                                                      | arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf",
                "SECRET                                                      | arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:key::",
                "NEITHER                                                     | arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:key",
                "NEITHER                                                     | arn:aws:secretsmanager:eu-west-1:111122223333:secret:db:k:s:v:more",
                "NEITHER                                                     | arn:aws:secretsmanager::111122223333:secret:db",
                "NEITHER                                                     | arn:aws:s3:::bucket/key",
                "NEITHER                                                     | arn:aws:secretsmanager",
                "PARAMETER                                                   | arn:aws:ssm:eu-west-1:111122223333:parameter/shop/port",
                "NEITHER                                                     | arn:aws:ssm:eu-west-1:111122223333:shop/port",
                "PARAMETER                                                   | port",
                "PARAMETER                                                   | /shop/port:3",
                "NEITHER                                                     | shop/port",
                "NEITHER                                                     | {{port}}"
            })
    void reference_isReadAsEcsReadsIt(String kind, String valueFrom) {
        assertThat(Reference.parse(valueFrom, "us-east-1").kind().name()).isEqualTo(kind);
    }

    private static FakeAccount injected(String from) {
        return small().container(c -> FakeAccount.with(c, "", Map.of("DB", from), c.log()));
    }

    private static FakeAccount encrypted(String state) {
        return injected(SECRET).secret(FakeVault.secret(SECRET, KEY, "")).key(new Keys.Key(KEY, state, false));
    }

    private static FakeAccount logging(Map<String, String> options) {
        return small().container(c -> FakeAccount.with(c, "", Map.of(), new LogConfiguration("awslogs", options)));
    }

    private static FakeAccount trusted(String account) {
        return small().role(new Roles.Role(
                TASK_ROLE,
                "run-api",
                List.of(),
                List.of(new Roles.Trust(TASKS, List.of(account), List.of(), List.of())),
                null));
    }

    private static Roles.Decision denied(String action, String resource) {
        return new Roles.Decision(action, resource, "implicitDeny", false, false, List.of());
    }
}
