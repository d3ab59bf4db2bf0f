package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.TASK_ROLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeAccount.tcp;
import static io.github.ecsmedic.account.FakeStorage.POINT;
import static io.github.ecsmedic.account.FakeStorage.SYSTEM;
import static io.github.ecsmedic.account.FakeStorage.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.SecurityGroup.Rule;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.Storage.Statement;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StorageChecksTest {
    private static final Statement MOUNT_FOR_ROLE = allow(TASK_ROLE);

    static Stream<Row> rows() {
        return Stream.concat(targets(), access());
    }

    private static Stream<Row> targets() {
        Failure timeout = mount("efs_mount_network");
        Failure name = mount("efs_dns");
        Check check = new MountTargets();
        return Stream.of(
                new Row(check, "admits the subnet", timeout, admitting(tcp(2049, "10.0.0.0/24")), "passed"),
                new Row(
                        check,
                        "admits the task's group",
                        timeout,
                        admitting(new Rule("tcp", 2049, 2049, List.of(), List.of(GROUP), List.of())),
                        "passed"),
                new Row(check, "admits another port", timeout, admitting(tcp(443, "10.0.0.0/24")), "not-admitted"),
                new Row(check, "admits another subnet", timeout, admitting(tcp(2049, "10.0.1.0/24")), "not-admitted"),
                new Row(
                        check,
                        "the task is not let out",
                        timeout,
                        admitting(tcp(2049, "10.0.0.0/24"))
                                .group(new SecurityGroup(GROUP, VPC, List.of(), List.of(tcp(443, "0.0.0.0/0")))),
                        "not-let-out"),
                new Row(
                        check,
                        "a network ACL denies it",
                        timeout,
                        admitting(tcp(2049, "10.0.0.0/24"))
                                .acl(
                                        FakeAccount.SUBNET,
                                        List.of(FakeAccount.anything()),
                                        List.of(FakeAccount.rule(100, true, "0.0.0.0/0", 443, 443))),
                        "acl"),
                new Row(
                        check,
                        "a group that is not shown",
                        timeout,
                        small(),
                        "open: not every security group is there: ec2:DescribeSecurityGroups"),
                new Row(
                        check,
                        "groups refused",
                        timeout,
                        small().unknown("elasticfilesystem:DescribeMountTargetSecurityGroups", "AccessDenied"),
                        "open: AccessDenied: elasticfilesystem:DescribeMountTargetSecurityGroups"),
                new Row(check, "in the task's zone", name, small(), "passed"),
                new Row(check, "in another zone", name, at("us-east-1b", "available"), "other-zone"),
                new Row(check, "still being made", name, at("us-east-1a", "creating"), "not-available"),
                new Row(check, "nowhere", name, small().files(FakeStorage::targets), "no-target"),
                new Row(check, "DNS off", name, small().dns(true, false), "dns-off"),
                new Row(
                        check,
                        "no such file system",
                        Failure.of("storage.efs_dns"),
                        small().files(s -> s.volume(new FileVolume("data", "fs-0dead", "/", "", true, false))),
                        "no-file-system"),
                new Row(
                        check,
                        "a file system that no volume names",
                        Failure.of("storage.efs_dns").fact(Fact.FILE_SYSTEM, "fs-0dead"),
                        small(),
                        "open: the volume that failed is not known: ecs:DescribeTaskDefinition"),
                new Row(
                        check,
                        "targets refused",
                        name,
                        small().unknown("elasticfilesystem:DescribeMountTargets", "Throttled"),
                        "open: Throttled: elasticfilesystem:DescribeMountTargets"),
                new Row(
                        check,
                        "a mount that was refused",
                        mount("efs_access_denied"),
                        small(),
                        "n/a: the message tells of no mount that did not get through"));
    }

    private static Stream<Row> access() {
        Failure denied = mount("efs_access_denied");
        Check check = new FileSystemAccess();
        return Stream.of(
                new Row(check, "no policy, nothing signed", denied, small(), "passed"),
                new Row(check, "only a role, nothing signed", denied, mounted(false, "", MOUNT_FOR_ROLE), "iam-off"),
                new Row(check, "only a role, signed", denied, mounted(true, "", MOUNT_FOR_ROLE), "passed"),
                new Row(
                        check,
                        "role not allowed by its own policies, but by the file system's",
                        denied,
                        refused(mounted(true, "", MOUNT_FOR_ROLE), "implicitDeny"),
                        "passed"),
                new Row(
                        check,
                        "role denied by its own policies",
                        denied,
                        refused(mounted(true, "", MOUNT_FOR_ROLE), "explicitDeny"),
                        "role"),
                new Row(
                        check,
                        "role not allowed anywhere",
                        denied,
                        refused(mounted(true, "", allow("arn:aws:iam::111122223333:role/other")), "implicitDeny"),
                        "role"),
                new Row(check, "everyone denied", denied, mounted(false, "", deny()), "policy-denies"),
                new Row(check, "by another access point", denied, mounted(true, "", byPoint(POINT)), "access-point"),
                new Row(check, "by its access point", denied, mounted(true, POINT, byPoint(POINT)), "passed"),
                new Row(
                        check,
                        "policy refused",
                        denied,
                        small().unknown("elasticfilesystem:DescribeFileSystemPolicy", "AccessDenied"),
                        "open: AccessDenied: elasticfilesystem:DescribeFileSystemPolicy"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_inItsAccount_says(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    private static Failure mount(String label) {
        return Failure.of("storage." + label).fact(Fact.FILE_SYSTEM, SYSTEM);
    }

    private static FakeAccount admitting(Rule... rules) {
        return small().group(new SecurityGroup(FakeStorage.GROUP, VPC, List.of(rules), List.of()));
    }

    private static FakeAccount at(String zone, String state) {
        return small().files(s -> s.targets(target(zone, state)));
    }

    private static FakeAccount mounted(boolean iam, String point, Statement... policy) {
        return small().files(s -> {
            s.volume(new FileVolume("data", SYSTEM, "/", point, true, iam));
            s.policy(policy);
        });
    }

    private static FakeAccount refused(FakeAccount account, String decision) {
        return account.simulated(new Decision(
                "elasticfilesystem:ClientMount",
                "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/" + SYSTEM,
                decision,
                false,
                false,
                List.of()));
    }

    private static Statement allow(String principal) {
        return new Statement(
                true, List.of(principal), List.of("elasticfilesystem:ClientMount"), false, List.of(), false);
    }

    private static Statement deny() {
        return new Statement(false, List.of("*"), List.of("*"), false, List.of(), false);
    }

    private static Statement byPoint(String point) {
        return new Statement(
                true,
                List.of("*"),
                List.of("elasticfilesystem:ClientMount"),
                false,
                List.of("arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/" + point),
                false);
    }
}
