package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeStorage.GROUP;
import static io.github.ecsmedic.account.FakeStorage.SYSTEM;
import static io.github.ecsmedic.account.FakeStorage.TARGET;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Storage.BlockVolume;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.Storage.Statement;
import io.github.ecsmedic.account.TaskNeeds;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of the causes by which a task gets no volume, no space or no proxy.
 *
 * <p>No read shows a directory of a file system, whether a volume was attached in time, how full a disk was or whether the
 * proxy was ready: there the message is the proof, what is read only tells the reason, and another message refutes it.
 */
final class StorageCauseRows {
    static final String VOLUME_ROLE = "arn:aws:iam::111122223333:role/volumes";

    private static final String VOLUME_KEY =
            "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000002";

    private StorageCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(
                row(
                                "storage.efs_unreachable",
                                mount("efs_mount_network"),
                                admitting(),
                                "No rule of sg-0ef5, the security groups of mount target fsmt-0aa1, admits the task on"
                                        + " port 2049",
                                SYSTEM,
                                TARGET,
                                GROUP,
                                "sg-0aa1")
                        .unless(admitting("10.0.0.0/24")),
                row(
                                "storage.efs_unreachable",
                                mount("efs_dns"),
                                small().files(s -> s.targets(FakeStorage.target("us-east-1b", "available"))),
                                "File system fs-0aa1 has mount targets in us-east-1b, but none in us-east-1a, the zone of"
                                        + " the task",
                                SYSTEM,
                                "us-east-1a",
                                "subnet-0aa1")
                        .unless(small()),
                row(
                                "storage.efs_denied",
                                mount("efs_access_denied"),
                                secureOnly(false),
                                "The policy of file system fs-0aa1 demands encryption in transit, which the volume has"
                                        + " off",
                                SYSTEM)
                        .unless(mount("efs_path_missing")),
                row(
                                "storage.efs_path_missing",
                                mount("efs_path_missing"),
                                small().files(s ->
                                        s.volume(new FileVolume("data", SYSTEM, "/nowhere", "", true, false))),
                                "The directory /nowhere does not exist on file system fs-0aa1",
                                SYSTEM,
                                "/nowhere")
                        .unless(mount("efs_unknown")),
                row(
                                "storage.ebs_attach",
                                Failure.of("storage.ebs_attach_timeout"),
                                volumes("ecs-tasks.amazonaws.com"),
                                "Infrastructure role " + VOLUME_ROLE + ", with which ECS makes the EBS volume, does not"
                                        + " trust ecs.amazonaws.com",
                                VOLUME_ROLE)
                        .unless(mount("efs_unknown")),
                row(
                                "kms.key_unusable",
                                Failure.of("storage.ebs_kms"),
                                encrypted("PendingDeletion"),
                                "Key " + VOLUME_KEY + " of volume data waits for its deletion",
                                VOLUME_KEY)
                        .unless(encrypted("Enabled")),
                row(
                                "storage.disk_full",
                                Failure.of("storage.host_disk_full").onInstance(),
                                small(),
                                "The disk on which the instance keeps containers is full",
                                "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/0aa1")
                        .unless(mount("efs_unknown")),
                row(
                                "mesh.proxy_unready",
                                Failure.of("service_connect.unhealthy"),
                                limited(500),
                                "The limits of the containers leave 12 of 512 MiB for the proxy of Service Connect, which"
                                        + " needs 64",
                                "api:42")
                        .unless(mount("efs_unknown")));
    }

    static Failure mount(String label) {
        return Failure.of("storage." + label).fact(Fact.FILE_SYSTEM, SYSTEM);
    }

    /** The mount target's group admits these ranges on 2049. */
    static FakeAccount admitting(String... cidrs) {
        return small().group(new SecurityGroup(
                GROUP,
                VPC,
                Stream.of(cidrs).map(cidr -> FakeAccount.tcp(2049, cidr)).toList(),
                List.of()));
    }

    static FakeAccount secureOnly(boolean encrypted) {
        return small().files(s -> {
            s.volume(new FileVolume("data", SYSTEM, "/", "", encrypted, false));
            s.policy(
                    new Statement(false, List.of("*"), List.of("*"), true, List.of(), false),
                    new Statement(true, List.of("*"), List.of("*"), false, List.of(), false));
        });
    }

    /** A volume with a key of the account's own, in this state. */
    static FakeAccount encrypted(String state) {
        return small().role(new Role(VOLUME_ROLE, "volumes", List.of("ecs.amazonaws.com")))
                .files(s -> s.block(new BlockVolume("data", VOLUME_ROLE, VOLUME_KEY, "xfs", "")))
                .key(new Keys.Key(VOLUME_KEY, state, false));
    }

    static FakeAccount volumes(String trusted) {
        return small().role(new Role(VOLUME_ROLE, "volumes", List.of(trusted)))
                .files(s -> s.block(new BlockVolume("data", VOLUME_ROLE, "", "xfs", "")));
    }

    static FakeAccount limited(int limits) {
        return small().places(c -> c.needs(n -> new TaskNeeds(
                n.definition(),
                n.networkMode(),
                256,
                512,
                limits,
                n.ports(),
                n.gpus(),
                n.attributes(),
                n.expressions(),
                n.ephemeral())));
    }
}
