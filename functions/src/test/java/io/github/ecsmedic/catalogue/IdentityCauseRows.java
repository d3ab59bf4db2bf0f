package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.EXECUTION_ROLE;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.TASK_ROLE;
import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.definition;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeVault;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.Roles;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the causes that lie in roles, secrets, parameters, keys, log groups and what a container waits for. */
final class IdentityCauseRows {
    static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf";
    static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001";

    static final String ENV_FILE = "arn:aws:s3:::example-settings/shop/api.env";

    private IdentityCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(roles(), secrets(), parameters(), keys(), logs(), dependencies(), files(), otherReferences())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> roles() {
        return Stream.of(
                row(
                                "iam.role_missing",
                                assume().fact(Fact.ROLE, TASK_ROLE),
                                small().withoutRole(TASK_ROLE),
                                "Role run-api does not exist",
                                TASK_ROLE)
                        .unless(small()),
                row(
                                "iam.role_missing",
                                assume(),
                                small().withoutRole(EXECUTION_ROLE),
                                "Role start-api does not exist",
                                EXECUTION_ROLE)
                        .unless(small()),
                row(
                                "iam.role_trust",
                                assume().fact(Fact.ROLE, EXECUTION_ROLE),
                                small().role(trusting(EXECUTION_ROLE, "ec2.amazonaws.com")),
                                "The trust policy of role start-api does not let ecs-tasks.amazonaws.com assume it",
                                EXECUTION_ROLE,
                                "ec2.amazonaws.com")
                        .unless(small()));
    }

    private static Stream<Row> secrets() {
        FakeAccount injected = injected(SECRET);
        return Stream.of(
                row(
                                "secret.not_found",
                                Failure.of("secrets.unknown"),
                                injected,
                                "Secret " + SECRET + " does not exist in its region",
                                SECRET)
                        .unless(injected(SECRET).secret(FakeVault.secret(SECRET))),
                row(
                                "secret.not_found",
                                Failure.of("secrets.not_found").fact(Fact.SECRET, SECRET),
                                injected(SECRET).secret(FakeVault.secret(SECRET.replace("AbCdEf", "GhIjKl"))),
                                "Secret " + SECRET + " does not exist in its region (did you mean "
                                        + SECRET.replace("AbCdEf", "GhIjKl") + "?)",
                                SECRET)
                        .unless(Failure.of("secrets.marked_for_deletion").fact(Fact.SECRET, SECRET)),
                row(
                                "secret.deleted",
                                Failure.of("secrets.unknown"),
                                injected(SECRET).secret(FakeVault.secret(SECRET, "", "2026-11-18")),
                                "Secret " + SECRET + " is marked for deletion",
                                SECRET)
                        .unless(injected(SECRET).secret(FakeVault.secret(SECRET))),
                row(
                                "secret.version_missing",
                                Failure.of("secrets.unknown"),
                                injected(SECRET + "::blue:").secret(FakeVault.secret(SECRET)),
                                "Secret " + SECRET + " has no version in stage blue",
                                SECRET,
                                "blue")
                        .unless(injected(SECRET + "::AWSCURRENT:").secret(FakeVault.secret(SECRET))),
                row(
                                "secret.reference_invalid",
                                Failure.of("secrets.unknown"),
                                injected(SECRET + ":password"),
                                "The reference to secret " + SECRET + ":password is malformed: after the secret come"
                                        + " either nothing or all three of JSON key, stage and version, each after a"
                                        + " colon, empty ones too",
                                SECRET + ":password")
                        .unless(injected(SECRET + ":password::").secret(FakeVault.secret(SECRET))));
    }

    private static Stream<Row> parameters() {
        return Stream.of(row(
                        "parameter.not_found",
                        Failure.of("secrets.unknown"),
                        injected("/shop/DB_HOTS").parameters("/shop/DB_HOST", "/shop/DB_PORT"),
                        "Parameter /shop/DB_HOTS does not exist (did you mean /shop/DB_HOST?)",
                        "/shop/DB_HOTS",
                        "/shop/DB_HOST")
                .unless(injected("/shop/DB_HOTS").parameters("/shop/DB_HOTS")));
    }

    private static Stream<Row> keys() {
        Failure refused = Failure.of("secrets.kms_denied").fact(Fact.SECRET, SECRET);
        return Stream.of(
                row(
                                "kms.key_unusable",
                                refused,
                                encrypted("Disabled"),
                                "Key " + KEY + " of " + SECRET + " is disabled",
                                KEY,
                                SECRET)
                        .unless(encrypted("Enabled")),
                row(
                                "kms.key_unusable",
                                Failure.of("secrets.kms_denied")
                                        .fact(Fact.SECRET, SECRET)
                                        .reason("KMSInvalidStateException: " + KEY + " is pending deletion."),
                                small(),
                                "Key " + KEY + " waits for its deletion",
                                KEY)
                        .unless(refused),
                row(
                                "iam.execution_role_denied",
                                refused,
                                encrypted("Enabled").simulated(denied("kms:Decrypt", KEY)),
                                "Execution role start-api may not kms:Decrypt on " + KEY,
                                EXECUTION_ROLE,
                                KEY)
                        .unless(encrypted("Disabled").simulated(denied("kms:Decrypt", KEY))));
    }

    private static Stream<Row> files() {
        return Stream.of(row(
                        "iam.execution_role_denied",
                        Failure.of("env_file.access_denied"),
                        fromFile(ENV_FILE).simulated(denied("s3:GetObject", ENV_FILE)),
                        "Execution role start-api may not s3:GetObject on " + ENV_FILE,
                        EXECUTION_ROLE,
                        ENV_FILE,
                        "arn:aws:s3:::example-settings")
                .unless(Failure.of("env_file.network_timeout")));
    }

    /** What is read for a log driver or a registry is a secret like any other. */
    private static Stream<Row> otherReferences() {
        return Stream.of(
                row(
                                "secret.not_found",
                                Failure.of("secrets.unknown"),
                                shippedWith(SECRET),
                                "Secret " + SECRET + " does not exist in its region",
                                SECRET)
                        .unless(shippedWith(SECRET).secret(FakeVault.secret(SECRET))),
                row(
                                "secret.deleted",
                                Failure.of("secrets.unknown"),
                                loggedInWith(SECRET).secret(FakeVault.secret(SECRET, "", "2026-11-18")),
                                "Secret " + SECRET + " is marked for deletion",
                                SECRET)
                        .unless(loggedInWith(SECRET).secret(FakeVault.secret(SECRET))),
                row(
                                "iam.execution_role_denied",
                                Failure.of("secrets.access_denied"),
                                loggedInWith(SECRET)
                                        .secret(FakeVault.secret(SECRET))
                                        .simulated(denied("secretsmanager:GetSecretValue", SECRET)),
                                "Execution role start-api may not secretsmanager:GetSecretValue on " + SECRET,
                                EXECUTION_ROLE,
                                SECRET)
                        .unless(Failure.of("secrets.network_timeout")));
    }

    private static Stream<Row> logs() {
        return Stream.of(
                row(
                                "logs.group_missing",
                                Failure.of("logging.unknown"),
                                small().behindNat().withoutLogGroup().logGroup("/example/apis", ""),
                                "Log group /example/api does not exist (did you mean /example/apis?)",
                                LOG_GROUP)
                        .unless(small()),
                row(
                                "logs.driver_misconfigured",
                                Failure.of("logging.bad_config"),
                                logging(Map.of("awslogs-group", LOG_GROUP, "awslogs-region", "undefined")),
                                "The log options of container app are wrong: awslogs-region undefined is no region",
                                "app")
                        .unless(Failure.of("logging.network")));
    }

    private static Stream<Row> dependencies() {
        return Stream.of(row(
                        "container.dependency_failed",
                        Failure.of("container_dependency.failed")
                                .container("app", null, "")
                                .container("migrate", 1, ""),
                        waiting("SUCCESS"),
                        "Container migrate, on which app depends, ended with an error",
                        "migrate")
                .unless(Failure.of("container_dependency.failed")
                        .container("app", null, "")
                        .container("migrate", 0, "")));
    }

    static Failure assume() {
        return Failure.of("iam.assume_role");
    }

    static Roles.Role trusting(String arn, String service) {
        return new Roles.Role(arn, arn.substring(arn.lastIndexOf('/') + 1), List.of(service));
    }

    static Roles.Decision denied(String action, String resource) {
        return new Roles.Decision(action, resource, "implicitDeny", false, false, List.of());
    }

    /** The container takes DB from there. */
    static FakeAccount injected(String from) {
        return small().behindNat().container(c -> FakeAccount.with(c, "", Map.of("DB", from), c.log()));
    }

    /** A secret that is encrypted with a key in this state. */
    static FakeAccount encrypted(String state) {
        return injected(SECRET).secret(FakeVault.secret(SECRET, KEY, "")).key(new Keys.Key(KEY, state, false));
    }

    /** The container takes its environment from that object. */
    static FakeAccount fromFile(String object) {
        return small().behindNat().container(c -> FakeAccount.withFiles(c, object));
    }

    /** A log driver that takes its token from there. */
    static FakeAccount shippedWith(String from) {
        return small().behindNat()
                .container(c -> FakeAccount.with(
                        c, "", Map.of(), new LogConfiguration("splunk", Map.of(), Map.of("splunk-token", from))));
    }

    /** The registry's user and password lie there. */
    static FakeAccount loggedInWith(String from) {
        return small().behindNat().container(c -> FakeAccount.with(c, from, Map.of(), c.log()));
    }

    static FakeAccount logging(Map<String, String> options) {
        return small().container(c ->
                FakeAccount.with(c, "", Map.of(), new LogConfiguration("awslogs", new HashMap<>(options))));
    }

    /** Container app waits for container migrate. */
    static FakeAccount waiting(String condition) {
        ContainerDefinition app = container("app", Failure.ECR_IMAGE);
        ContainerDefinition waits = new ContainerDefinition(
                app.name(),
                app.image(),
                true,
                Map.of("migrate", condition),
                Map.of(),
                List.of(),
                "",
                app.log(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        return small().definition(definition(waits, container("migrate", Failure.ECR_IMAGE)));
    }
}
