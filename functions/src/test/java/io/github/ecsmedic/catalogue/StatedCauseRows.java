package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeCapacity;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the causes that the message itself names. No read could speak against most of them: what refutes them is
 * the message of the same family that names nothing.
 */
final class StatedCauseRows {
    private static final String HOST = "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/0aa1";
    private static final String VOLUMES = "arn:aws:iam::111122223333:role/volumes";
    private static final String BALANCING = "arn:aws:iam::111122223333:role/balance";

    private StatedCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(
                        hosts(),
                        interfaces(),
                        images(),
                        injected(),
                        volumes(),
                        roles(),
                        running(),
                        platform(),
                        denials())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> hosts() {
        return Stream.of(
                host(
                        "host.pause_image_missing",
                        "pause_image_missing",
                        "The agent's own image amazon-ecs-pause was removed from the instance; the task's image is not the"
                                + " one that is missing"),
                host(
                        "host.docker_unavailable",
                        "docker_unavailable",
                        "The container runtime of the instance does not answer"),
                host(
                        "host.docker_timeout",
                        "docker_timeout",
                        "The container runtime of the host did not answer in time; what it was asked for may have happened"
                                + " nevertheless"),
                host(
                        "host.storage_driver_failed",
                        "docker_storage",
                        "The storage driver of the instance's container runtime fails"),
                host(
                        "host.container_not_stopped",
                        "cannot_stop",
                        "The container runtime of the host could not stop a container, which may run on"));
    }

    private static Stream<Row> interfaces() {
        return Stream.of(
                row(
                                "network.eni_attach_failed",
                                of("network.eni_attach").onInstance().fact(Fact.INSTANCE, FakeAccount.INSTANCE),
                                small(),
                                "EC2 could not attach the network interface of the task to instance i-0aa1",
                                FakeAccount.INSTANCE,
                                HOST)
                        .unless(of("network.eni_create_failed")),
                row(
                                "network.eni_setup_failed",
                                of("network.eni_setup").onInstance(),
                                small(),
                                "The network of the task could not be set up on its host",
                                HOST)
                        .unless(of("network.eni_create_failed")),
                row(
                                "network.tag_policy_denied",
                                of("network.tag_policy"),
                                small(),
                                "A tag policy of the organisation forbids the tags that the network interface of the task"
                                        + " gets")
                        .unless(of("network.eni_create_failed")));
    }

    private static Stream<Row> images() {
        return Stream.of(
                row(
                                "registry.certificate_untrusted",
                                of("image_pull.tls_untrusted").fact(Fact.HOST, "registry.example.com"),
                                small(),
                                "The host does not accept the certificate with which registry.example.com answers")
                        .unless(of("image_pull.layer_fetch")),
                row(
                                "registry.ecr_throttled",
                                of("registry_auth.throttled"),
                                small(),
                                "Amazon ECR throttles the logins of the account in this region; that is no limit of Docker"
                                        + " Hub")
                        .unless(of("image_pull.layer_fetch")),
                row(
                                "image.manifest_corrupt",
                                of("image_pull.corrupt_manifest"),
                                small(),
                                "The manifest and the configuration of image " + Failure.ECR_IMAGE
                                        + " contradict each other",
                                Failure.ECR_IMAGE)
                        .unless(of("image_pull.layer_fetch")),
                row(
                                "image.layer_not_unpacked",
                                of("image_pull.layer_extract").onInstance(),
                                small(),
                                "A layer of image " + Failure.ECR_IMAGE + " was downloaded and could not be unpacked",
                                Failure.ECR_IMAGE,
                                HOST)
                        .unless(of("image_pull.layer_fetch")));
    }

    private static Stream<Row> injected() {
        return Stream.of(
                row(
                                "secret.invalid_json",
                                of("secrets.invalid_json").fact(Fact.SECRET, CauseRows.SECRET),
                                small(),
                                "The task definition names a JSON key of a secret whose value is no JSON",
                                CauseRows.SECRET)
                        .unless(of("secrets.unknown")),
                row(
                                "logs.credentials_missing",
                                of("logging.credentials"),
                                small(),
                                "The log driver found no credentials with which to write the log")
                        .unless(of("logging.unknown")),
                row(
                                "logs.driver_unreachable",
                                of("logging.driver_unreachable"),
                                small(),
                                "The log router to which the log driver sends does not answer at its address or socket")
                        .unless(of("logging.unknown")));
    }

    private static Stream<Row> volumes() {
        return Stream.of(
                row(
                                "storage.bind_mount_failed",
                                of("storage.bind_mount").fact(Fact.PATH, "/srv/example"),
                                small(),
                                "Container app cannot start: the path /srv/example of the host could not be mounted into it")
                        .unless(of("container_config.unknown")),
                row(
                                "storage.volume_missing",
                                of("storage.docker_volume_missing"),
                                small(),
                                "The docker volume that the container uses does not exist on the instance")
                        .unless(of("container_config.unknown")),
                row(
                                "storage.volume_driver_failed",
                                of("storage.volume_driver").onInstance(),
                                small(),
                                "The docker volume plugin of the instance is missing or fails",
                                HOST)
                        .unless(of("container_config.unknown")),
                row(
                                "storage.s3_files_mount_failed",
                                of("storage.s3files_mount").fact(Fact.FILE_SYSTEM, FakeStorage.SYSTEM),
                                small(),
                                "The S3 Files file system fs-0aa1 could not be mounted")
                        .unless(of("storage.efs_unknown")),
                row(
                                "storage.ephemeral_provisioning",
                                of("storage.ephemeral_provisioning"),
                                small(),
                                "The ephemeral storage of the task was not ready in time; that is transient")
                        .unless(of("unknown.generic")));
    }

    private static Stream<Row> roles() {
        return Stream.of(
                row(
                                "iam.infrastructure_role_denied",
                                infrastructure()
                                        .fact(Fact.ACTION, "iam:PassRole")
                                        .fact(Fact.RESOURCE, "arn:aws:iam::111122223333:role/hosts")
                                        .fact(Fact.DENIED_BY, "identity"),
                                small(),
                                "The infrastructure role " + VOLUMES
                                        + " may not iam:PassRole on arn:aws:iam::111122223333:role/hosts",
                                VOLUMES,
                                "iam:PassRole")
                        .unless(infrastructure()
                                .fact(Fact.ACTION, "iam:PassRole")
                                .fact(Fact.RESOURCE, "arn:aws:iam::111122223333:role/hosts")
                                .fact(Fact.DENIED_BY, "boundary")),
                row(
                                "iam.infrastructure_role_denied",
                                infrastructure(),
                                trusting("ecs.amazonaws.com"),
                                "The infrastructure role " + VOLUMES + " cannot be used by ECS",
                                VOLUMES)
                        .probable()
                        .unless(trusting("ecs-tasks.amazonaws.com")),
                row(
                                "iam.role_trust",
                                infrastructure(),
                                trusting("ecs-tasks.amazonaws.com"),
                                "The trust policy of role volumes does not let ecs.amazonaws.com assume it",
                                VOLUMES,
                                "ecs.amazonaws.com",
                                "ecs-tasks.amazonaws.com")
                        .unless(trusting("ecs.amazonaws.com")),
                row(
                                "iam.service_role_denied",
                                balancing("identity"),
                                small(),
                                "The role by which ECS acts for the service " + BALANCING
                                        + " may not elasticloadbalancing:DescribeTargetHealth",
                                BALANCING,
                                "elasticloadbalancing:DescribeTargetHealth")
                        .unless(balancing("resource")));
    }

    private static Stream<Row> running() {
        return Stream.of(
                row(
                                "memory.host_exhausted",
                                CauseRows.outOfMemory().onInstance(),
                                unlimited(null),
                                "Container app has no limit of memory and was killed because the instance had none left",
                                HOST,
                                "app")
                        .unless(unlimited(256)),
                row(
                                "app.configuration_refused",
                                misconfigured(),
                                small().container(c -> FakeAccount.with(c, "", c.secrets(), null)),
                                "Container app refuses its configuration: EXAMPLE_MODE")
                        .unless(CauseRows.logged("Error: environment variable EXAMPLE_HOST is required but not set")));
    }

    private static Stream<Row> platform() {
        return Stream.of(
                row(
                                "platform.throttled",
                                of("service_api.throttled").withoutTask(),
                                small(),
                                "Calls that ECS makes for the account are throttled; it tries again by itself")
                        .unless(of("unknown.generic").withoutTask()),
                row(
                                "platform.internal_error",
                                of("service_api.internal_error"),
                                small(),
                                "ECS reports an error of its own; nothing of the account is named")
                        .unless(of("unknown.generic")),
                row(
                                "deployment.no_rollback_target",
                                of("deployment.rollback_failed").withoutTask(),
                                small(),
                                "The deployment failed, and no earlier revision was rolled out to the end, so there is nothing"
                                        + " to go back to")
                        .probable()
                        .unless(of("deployment.rollback").withoutTask()));
    }

    /** Labels whose own words prove a cause that others have rows of. */
    private static Stream<Row> denials() {
        String file = "arn:aws:s3:::example-config/prod.env";
        String stream = "arn:aws:logs:us-east-1:111122223333:log-group:/example/api:log-stream:ecs/app/0";
        return Stream.of(
                row(
                                "iam.execution_role_denied",
                                denied("env_file.access_denied", "s3:GetObject", file, "identity"),
                                small(),
                                "Execution role start-api may not s3:GetObject on " + file,
                                FakeAccount.EXECUTION_ROLE,
                                file)
                        .unless(denied("env_file.access_denied", "s3:GetObject", file, "boundary")),
                row(
                                "iam.execution_role_denied",
                                denied("logging.access_denied", "logs:CreateLogStream", stream, "identity"),
                                small(),
                                "Execution role start-api may not logs:CreateLogStream on " + stream,
                                FakeAccount.EXECUTION_ROLE,
                                stream)
                        .unless(denied("logging.access_denied", "logs:CreateLogStream", stream, "boundary")),
                row(
                                "host.agent_disconnected",
                                of("agent.disconnected").withoutTask(),
                                CapacityCauseRows.hosts(FakeCapacity.host("i-0aa1", 4096, 8000, "ACTIVE", false)),
                                "The ECS agent of instance i-0aa1 is not connected",
                                FakeAccount.INSTANCE)
                        .unless(of("host.unknown").withoutTask()));
    }

    private static Failure denied(String label, String action, String resource, String by) {
        return of(label)
                .fact(Fact.ROLE, FakeAccount.EXECUTION_ROLE)
                .fact(Fact.ACTION, action)
                .fact(Fact.RESOURCE, resource)
                .fact(Fact.DENIED_BY, by);
    }

    private static Row host(String cause, String label, String summary) {
        return row(cause, of("agent." + label).onInstance(), small(), summary, HOST)
                .unless(of("container_config.unknown").onInstance());
    }

    private static Failure of(String label) {
        return Failure.of(label).container("app", null, "refused");
    }

    private static Failure infrastructure() {
        return Failure.of("iam.infrastructure_role").fact(Fact.ROLE, VOLUMES);
    }

    private static FakeAccount trusting(String service) {
        return small().role(IdentityCauseRows.trusting(VOLUMES, service));
    }

    private static Failure balancing(String deniedBy) {
        return Failure.of("iam.service_permissions")
                .withoutTask()
                .fact(Fact.ROLE, BALANCING)
                .fact(Fact.ACTION, "elasticloadbalancing:DescribeTargetHealth")
                .fact(Fact.DENIED_BY, deniedBy);
    }

    private static Failure misconfigured() {
        return Failure.of("app.config_error")
                .stopCode("EssentialContainerExited")
                .fact(Fact.NAME, "EXAMPLE_MODE")
                .container("app", 1, "");
    }

    /** A task of no size on an instance, its container with this limit or none. */
    private static FakeAccount unlimited(@Nullable Integer limit) {
        TaskDefinition sized = FakeAccount.definition(
                FakeAccount.withLimits(FakeAccount.container("app", Failure.ECR_IMAGE), limit, null));
        return small().definition(new TaskDefinition(
                sized.arn(),
                sized.family(),
                sized.revision(),
                "bridge",
                sized.executionRoleArn(),
                sized.taskRoleArn(),
                sized.cpuArchitecture(),
                sized.operatingSystem(),
                null,
                null,
                null,
                sized.containers(),
                sized.registeredBy()));
    }
}
