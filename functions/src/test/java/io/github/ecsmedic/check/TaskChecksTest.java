package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.EXECUTION_ROLE;
import static io.github.ecsmedic.account.FakeAccount.LOG_GROUP;
import static io.github.ecsmedic.account.FakeAccount.TASK_ROLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.check.Failure.STREAM;
import static io.github.ecsmedic.check.NetworkChecksTest.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.LogConfiguration;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Exhibit;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskChecksTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf";

    record Row(String name, Check check, Failure failure, FakeAccount account, String says) {
        @Override
        public String toString() {
            return check.id() + ": " + name;
        }
    }

    private static Row row(Check check, String name, Failure failure, FakeAccount account, String says) {
        return new Row(name, check, failure, account, says);
    }

    static Stream<Row> rows() {
        return Stream.of(registries(), identities(), exits(), logs(), definitions())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> registries() {
        Check limit = new RegistryLimit();
        Check credentials = new RegistryCredentials();
        Failure hub = Failure.dockerHubLimit();
        return Stream.of(
                row(limit, "Docker Hub", hub, small(), "docker-hub"),
                row(limit, "Docker Hub with an account", hub, paid("nginx:1.27"), "docker-hub-account"),
                row(
                        limit,
                        "Docker Hub, definition unreadable",
                        hub,
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "docker-hub"),
                row(
                        limit,
                        "ECR Public under Docker Hub's words",
                        Failure.dockerHubLimit().image("public.ecr.aws/x/y:1"),
                        small(),
                        "ecr-public"),
                row(limit, "another registry", Failure.dockerHubLimit().image("quay.io/x/y:1"), small(), "other"),
                row(
                        limit,
                        "another message",
                        Failure.of("image_pull.not_found").image("nginx"),
                        small(),
                        "n/a: the message names no pull limit"),
                row(credentials, "none", Failure.of("image_pull.auth_denied").image("example/x"), small(), "none"),
                row(
                        credentials,
                        "given",
                        Failure.of("image_pull.auth_denied").image("example/x"),
                        paid("example/x"),
                        "passed"),
                row(
                        credentials,
                        "given for another registry",
                        Failure.of("image_pull.auth_denied").image("quay.io/x"),
                        paid("example/x"),
                        "none"),
                row(
                        credentials,
                        "ECR",
                        Failure.of("image_pull.auth_denied"),
                        small(),
                        "n/a: Amazon ECR knows the task by its role"),
                row(
                        credentials,
                        "definition unreadable",
                        Failure.of("image_pull.auth_denied").image("example/x"),
                        small().unknown("ecs:DescribeTaskDefinition", "time"),
                        "open: time: ecs:DescribeTaskDefinition"));
    }

    /** The container pulls its image with credentials. */
    private static FakeAccount paid(String image) {
        return small().definition(FakeAccount.definition(
                FakeAccount.with(FakeAccount.container("app", image), SECRET, Map.of(), null)));
    }

    private static Failure denied(String role) {
        return Failure.of("secrets.access_denied")
                .fact(Fact.ACTION, "secretsmanager:GetSecretValue")
                .fact(Fact.RESOURCE, SECRET)
                .fact(Fact.ROLE, role);
    }

    private static Stream<Row> identities() {
        Check layer = new DeniedByPolicy();
        Check paying = new PayingRole();
        Check policy = new RolePolicy();
        Failure start = denied("arn:aws:iam::111122223333:role/start-api");
        return Stream.of(
                row(layer, "identity", denied(TASK_ROLE).fact(Fact.DENIED_BY, "identity"), small(), "identity"),
                row(layer, "endpoint", denied(TASK_ROLE).fact(Fact.DENIED_BY, "endpoint"), small(), "endpoint"),
                row(layer, "cut off", start, small(), "unnamed"),
                row(layer, "no action", Failure.exit(1), small(), "n/a: the message names no denied action"),
                row(paying, "execution role, whose path a session lacks", start, small(), "passed"),
                row(paying, "task role", denied(TASK_ROLE), small(), "task-role"),
                row(paying, "role of somebody else", denied("arn:aws:iam::111122223333:role/z"), small(), "other-role"),
                row(
                        paying,
                        "same name in another account",
                        denied("arn:aws:iam::444455556666:role/start-api"),
                        small(),
                        "other-role"),
                row(
                        paying,
                        "no role named",
                        Failure.of("secrets.access_denied").fact(Fact.ACTION, "ssm:GetParameters"),
                        small(),
                        "passed"),
                row(
                        paying,
                        "no role at all",
                        Failure.of("secrets.access_denied").fact(Fact.ACTION, "ssm:GetParameters"),
                        withoutRoles(),
                        "none"),
                row(
                        paying,
                        "definition unreadable",
                        start,
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"),
                row(policy, "allowed", start, small(), "passed"),
                row(policy, "denied", start, decided("implicitDeny", false, false), "denied"),
                row(policy, "denied outright", start, decided("explicitDeny", false, false), "denied"),
                row(policy, "denied by boundary", start, decided("implicitDeny", true, false), "boundary"),
                row(policy, "denied by organisation", start, decided("implicitDeny", false, true), "organization"),
                row(
                        policy,
                        "named in the message",
                        denied(EXECUTION_ROLE).fact(Fact.DENIED_BY, "identity"),
                        decided("implicitDeny", false, false),
                        "n/a: the message itself names the policy that denied"),
                row(
                        policy,
                        "context missing",
                        start,
                        small().simulated(new Decision(
                                "secretsmanager:GetSecretValue",
                                SECRET,
                                "implicitDeny",
                                false,
                                false,
                                List.of("aws:SourceVpce"))),
                        "open: the policies of " + EXECUTION_ROLE
                                + " depend on aws:SourceVpce: iam:SimulatePrincipalPolicy"),
                row(
                        policy,
                        "simulation unreadable",
                        start,
                        small().unknown("iam:SimulatePrincipalPolicy", "AccessDenied"),
                        "open: AccessDenied: iam:SimulatePrincipalPolicy"));
    }

    private static FakeAccount decided(String decision, boolean boundary, boolean organization) {
        return small().simulated(new Decision(
                "secretsmanager:GetSecretValue", SECRET, decision, boundary, organization, List.of()));
    }

    private static FakeAccount withoutRoles() {
        TaskDefinition d = FakeAccount.definition(FakeAccount.container("app", Failure.ECR_IMAGE));
        return small().definition(new TaskDefinition(
                d.arn(),
                d.family(),
                d.revision(),
                d.networkMode(),
                "",
                "",
                d.cpuArchitecture(),
                d.operatingSystem(),
                d.cpu(),
                d.memory(),
                d.ephemeralStorage(),
                d.containers(),
                d.registeredBy()));
    }

    private static Stream<Row> exits() {
        Check exit = new ContainerExit();
        Check order = new StopOrder();
        Check duration = new StopDuration();
        Instant asked = Instant.parse("2026-11-20T03:00:00Z");
        Failure killed = Failure.exit(137).stopping(asked, asked.plusSeconds(30));
        return Stream.of(
                row(exit, "0", Failure.exit(0), small(), "zero"),
                row(exit, "1", Failure.exit(1), small(), "nonzero"),
                row(exit, "126", Failure.exit(126), small(), "not-executable"),
                row(exit, "127", Failure.exit(127), small(), "not-found"),
                row(exit, "137 without a word of memory", Failure.exit(137), small(), "sigkill"),
                row(exit, "139", Failure.exit(139), small(), "segfault"),
                row(exit, "143", Failure.exit(143), small(), "sigterm"),
                row(
                        exit,
                        "0 with out of memory",
                        Failure.of("memory.oom")
                                .container("app", 0, "OutOfMemoryError: Container killed due to memory usage"),
                        small(),
                        "out-of-memory"),
                row(exit, "none", Failure.of("app.exit_nonzero"), small(), "not-started"),
                row(exit, "no task", Failure.exit(1).withoutTask(), small(), "n/a: there is no task"),
                row(order, "by itself", Failure.exit(1), small(), "passed"),
                row(order, "by a person", Failure.exit(1).stopCode("UserInitiated"), small(), "user"),
                row(
                        order,
                        "by the service",
                        Failure.exit(1).stopCode("ServiceSchedulerInitiated"),
                        small(),
                        "scheduler"),
                row(order, "by Spot", Failure.exit(1).stopCode("SpotInterruption"), small(), "platform"),
                row(order, "by something new", Failure.exit(1).stopCode("Moonlight"), small(), "other"),
                row(order, "not told", Failure.exit(1).stopCode(""), small(), "n/a: the event names no stop code"),
                row(duration, "as long as the default allows", killed, small(), "too-long"),
                row(
                        duration,
                        "shorter than what is set",
                        killed,
                        small().container(c -> FakeAccount.withLimits(c, null, 90)),
                        "passed"),
                row(
                        duration,
                        "not told",
                        Failure.exit(137),
                        small(),
                        "n/a: the event does not tell how long the stop took"),
                row(
                        duration,
                        "definition unreadable",
                        killed,
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"));
    }

    private static Stream<Row> logs() {
        Check check = new CulpritLog();
        Failure exit = Failure.exit(1);
        return Stream.of(
                row(
                        check,
                        "names the fault",
                        exit,
                        small().log(LOG_GROUP, STREAM, "Error: LIMIT is not set"),
                        "missing-configuration"),
                row(
                        new CommandFault(),
                        "the log of one that ended by itself",
                        exit,
                        small().log(LOG_GROUP, STREAM, "exec /srv/api: exec format error"),
                        "wrong-architecture"),
                row(
                        new CommandFault(),
                        "another fault in the log",
                        exit,
                        small().log(LOG_GROUP, STREAM, "Error: LIMIT is not set"),
                        "passed"),
                row(
                        new CommandFault(),
                        "the message, of one that never ran",
                        Failure.of("app.command_not_found").container("app", 127, ""),
                        small(),
                        "command-not-found"),
                row(
                        new CommandFault(),
                        "unreadable",
                        exit,
                        small().unknown("logs:GetLogEvents", "AccessDenied"),
                        "open: AccessDenied: logs:GetLogEvents"),
                row(check, "names none", exit, small().log(LOG_GROUP, STREAM, "bye"), "passed"),
                row(
                        check,
                        "of another container only",
                        exit,
                        small().log(LOG_GROUP, STREAM.replace("app", "proxy"), "bye"),
                        "open: there is no log stream " + STREAM + " in " + LOG_GROUP + ": logs:GetLogEvents"),
                row(
                        check,
                        "empty",
                        exit,
                        small().log(LOG_GROUP, STREAM),
                        "n/a: the container wrote nothing to " + STREAM + " in " + LOG_GROUP),
                row(
                        check,
                        "another driver",
                        exit,
                        logging("splunk", Map.of()),
                        "n/a: container app logs by splunk, which is not read"),
                row(
                        check,
                        "no driver",
                        exit,
                        small().container(c -> FakeAccount.with(c, "", Map.of(), null)),
                        "n/a: container app has no log configuration"),
                row(
                        check,
                        "no prefix: the stream is named after the runtime's id",
                        exit,
                        logging("awslogs", Map.of("awslogs-group", LOG_GROUP)).log(LOG_GROUP, "runtime-app", "bye"),
                        "passed"),
                row(
                        check,
                        "unreadable",
                        exit,
                        small().unknown("logs:GetLogEvents", "AccessDenied"),
                        "open: AccessDenied: logs:GetLogEvents"),
                row(
                        check,
                        "definition unreadable",
                        exit,
                        small().unknown("ecs:DescribeTaskDefinition", "Throttled"),
                        "open: Throttled: ecs:DescribeTaskDefinition"),
                row(check, "no task", Failure.exit(1).withoutTask(), small(), "n/a: there is no task"));
    }

    private static FakeAccount logging(String driver, Map<String, String> options) {
        return small().container(c -> FakeAccount.with(c, "", Map.of(), new LogConfiguration(driver, options)));
    }

    private static Stream<Row> definitions() {
        Check reference = new DefinitionReference();
        Check memory = new MemoryLimit();
        Failure secret = Failure.of("secrets.not_found").fact(Fact.SECRET, SECRET);
        return Stream.of(
                row(reference, "the same ARN", secret, injected(SECRET), "passed"),
                row(reference, "a key of it", secret, injected(SECRET + ":password::"), "passed"),
                row(
                        reference,
                        "a parameter by name",
                        Failure.of("secrets.not_found").fact(Fact.PARAMETER, "/example/port"),
                        injected("arn:aws:ssm:us-east-1:111122223333:parameter/example/port"),
                        "passed"),
                row(reference, "another", secret, injected(SECRET.replace("db", "web")), "not-found"),
                row(reference, "log group", Failure.of("logging.log_group_missing"), small(), "passed"),
                row(
                        reference,
                        "another log group",
                        Failure.of("logging.log_group_missing").fact(Fact.LOG_GROUP, "/other"),
                        small(),
                        "not-found"),
                row(
                        reference,
                        "another message",
                        Failure.exit(1),
                        small(),
                        "n/a: the message is about neither a secret nor a log group"),
                row(
                        reference,
                        "definition unreadable",
                        secret,
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"),
                row(memory, "the task's", Failure.of("memory.oom"), small(), "task"),
                row(memory, "the container's", Failure.of("memory.oom"), limited(256), "container"),
                row(memory, "both the same", Failure.of("memory.oom"), limited(512), "task"),
                row(memory, "another message", Failure.exit(1), small(), "n/a: the message is not about memory"),
                row(
                        memory,
                        "definition unreadable",
                        Failure.of("memory.oom"),
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"),
                row(new DefinitionPlatform(), "read", Failure.of("app.exec_format"), small(), "passed"),
                row(
                        new DefinitionPlatform(),
                        "unreadable",
                        Failure.of("app.exec_format"),
                        small().unknown("ecs:DescribeTaskDefinition", "AccessDenied"),
                        "open: AccessDenied: ecs:DescribeTaskDefinition"),
                row(
                        new DenyingEndpoint(),
                        "shared from elsewhere",
                        denied(EXECUTION_ROLE).fact(Fact.DENIED_BY, "endpoint"),
                        small(),
                        "elsewhere"),
                row(
                        new DenyingEndpoint(),
                        "another policy",
                        denied(EXECUTION_ROLE).fact(Fact.DENIED_BY, "identity"),
                        small(),
                        "n/a: the message does not say that an endpoint's policy denied"),
                row(
                        new DenyingEndpoint(),
                        "unreadable",
                        denied(EXECUTION_ROLE).fact(Fact.DENIED_BY, "endpoint"),
                        small().unknown("ec2:DescribeVpcEndpoints", "AccessDenied"),
                        "open: AccessDenied: ec2:DescribeVpcEndpoints"),
                row(new StatedCause(), "whatever it is", Failure.of("host.spot"), small(), "host.spot"));
    }

    private static FakeAccount injected(String from) {
        return small().container(c -> FakeAccount.with(c, "", Map.of("DB", from), null));
    }

    private static FakeAccount limited(int memory) {
        return small().container(c -> FakeAccount.withLimits(c, memory, null));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofTheTask_givesItsVerdict(Row row) {
        assertThat(says(row.check().run(row.failure().in(row.account())))).isEqualTo(row.says());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_ofTheTask_asksOnlyWhatItDeclares(Row row) {
        row.check().run(row.failure().in(row.account()));

        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    @Test
    void dockerHubLimit_isCountedByAddress_withoutCredentials() {
        assertThat(new RegistryLimit().run(Failure.dockerHubLimit().in(small())))
                .isEqualTo(new Failed(
                        "docker-hub",
                        Resources.of(
                                "image",
                                "nginx:1.27",
                                "registry",
                                "docker.io",
                                "desired-count",
                                "2",
                                "running-count",
                                "0"),
                        new Evidence("docker.io answers that its pull limit is reached", "message"),
                        new Evidence(
                                "api:42 has no repositoryCredentials, so Docker Hub counts by public address",
                                "ecs:DescribeTaskDefinition")));
    }

    @Test
    void deniedAction_isToldWithRoleAndResource() {
        assertThat(new DeniedByPolicy()
                        .run(denied(EXECUTION_ROLE)
                                .fact(Fact.DENIED_BY, "identity")
                                .in(small())))
                .isEqualTo(new Failed(
                        "identity",
                        Resources.of(
                                "role", EXECUTION_ROLE,
                                "action", "secretsmanager:GetSecretValue",
                                "denied-resource", SECRET),
                        new Evidence(
                                EXECUTION_ROLE + " may not secretsmanager:GetSecretValue on " + SECRET
                                        + ": no identity-based policy of the role allows it",
                                "message")));
    }

    @Test
    void simulatedAllowed_saysThatItIsNoProof() {
        assertThat(new RolePolicy().run(denied(EXECUTION_ROLE).in(small())))
                .isEqualTo(new Passed(
                        Resources.of(
                                "role",
                                EXECUTION_ROLE,
                                "action",
                                "secretsmanager:GetSecretValue",
                                "simulated-allowed",
                                "secretsmanager:GetSecretValue"),
                        new Evidence(
                                "The simulation of " + EXECUTION_ROLE + " allows secretsmanager:GetSecretValue on "
                                        + SECRET
                                        + ", which is no proof: it sees neither the policies of the resource, its key and"
                                        + " the VPC endpoint nor the organisation's resource policies and conditions",
                                "iam:SimulatePrincipalPolicy")));
    }

    @Test
    void exitCode_isToldWithItsMeaning() {
        assertThat(new ContainerExit().run(Failure.exit(137).in(small())))
                .isEqualTo(new Failed(
                        "sigkill",
                        Resources.of("container", "app", "image", Failure.ECR_IMAGE),
                        new Evidence("Container app ended with exit code 137: it was killed (SIGKILL)", "event")));
    }

    @Test
    void commandThatIsNotFound_isNamedByTheLog() {
        assertThat(new CommandFault()
                        .run(Failure.of("app.command_not_found")
                                .container("app", 127, "")
                                .in(small().log(LOG_GROUP, STREAM, "/entry.sh: line 3: gunicorn: command not found"))))
                .isEqualTo(new Failed(
                        "command-not-found",
                        Resources.of(
                                "image",
                                Failure.ECR_IMAGE,
                                "log-group",
                                LOG_GROUP,
                                "log-stream",
                                STREAM,
                                "command",
                                "gunicorn"),
                        List.of(
                                new Evidence("The message is recognised as app.command_not_found", "message"),
                                new Evidence(
                                        "The log says: /entry.sh: line 3: gunicorn: command not found",
                                        "logs:GetLogEvents")),
                        List.of(new Exhibit.Log(new LogTail(
                                LOG_GROUP, STREAM, List.of("/entry.sh: line 3: gunicorn: command not found"))))));
    }

    @Test
    void culpritsLog_showsAtMostFiveLines_andNamesTheSetting() {
        FakeAccount account =
                small().log(LOG_GROUP, STREAM, "a", "b", "ERROR MODE_OF_PAY is not set", "c", "d", "e", "f");

        assertThat(new CulpritLog().run(Failure.exit(1).in(account)))
                .isEqualTo(new Failed(
                        "missing-configuration",
                        Resources.of(
                                "log-group", LOG_GROUP,
                                "log-stream", STREAM,
                                "setting", "MODE_OF_PAY"),
                        List.of(new Evidence("The log says: ERROR MODE_OF_PAY is not set", "logs:GetLogEvents")),
                        List.of(new Exhibit.Log(
                                new LogTail(LOG_GROUP, STREAM, List.of("ERROR MODE_OF_PAY is not set"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "256, 512, 256 CPU units with 1024 MiB",
        "256, 1024, 256 CPU units with 2048 MiB",
        "256, 2048, 512 CPU units with 3072 MiB",
        "512, 1024, 512 CPU units with 2048 MiB",
        "1024, 8192, 2048 CPU units with 9216 MiB",
        "4096, 30720, 8192 CPU units with 32768 MiB",
        "8192, 61440, 16384 CPU units with 65536 MiB"
    })
    void nextSize_isAValidPairOfFargate(int cpu, int memory, String next) {
        assertThat(MemoryLimit.next(cpu, memory))
                .map(MemoryLimit.Size::toString)
                .contains(next);
    }

    @Test
    void largestSize_hasNoNext() {
        assertThat(MemoryLimit.next(16384, 122880)).isEqualTo(Optional.empty());
    }
}
