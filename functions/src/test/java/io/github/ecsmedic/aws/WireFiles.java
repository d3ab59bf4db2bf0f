package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.Storage.AccessPoint;
import io.github.ecsmedic.account.Storage.MountTarget;
import io.github.ecsmedic.account.Storage.Statement;
import java.util.List;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon EFS: one file system with its mount targets, its policy and its access point. */
final class WireFiles implements WireService {
    private final Contents.Files files;
    private final Pages pages;

    WireFiles(Contents.Files files, Pages pages) {
        this.files = files;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeFileSystems" ->
                q.text("FileSystemId").equals(FakeStorage.SYSTEM)
                        ? ok(
                                q,
                                Tree.of(
                                        "FileSystems",
                                        List.of(Tree.of(
                                                "FileSystemId", FakeStorage.SYSTEM, "LifeCycleState", "available"))))
                        : Protocol.JSON.error(404, "FileSystemNotFound");
            case "DescribeMountTargets" -> targets(q);
            case "DescribeMountTargetSecurityGroups" -> ok(q, Tree.of("SecurityGroups", List.of(FakeStorage.GROUP)));
            case "DescribeFileSystemPolicy" ->
                files.policy()
                        .map(policy -> ok(q, Tree.of("FileSystemId", FakeStorage.SYSTEM, "Policy", text(policy))))
                        .orElseGet(() -> Protocol.JSON.error(404, "PolicyNotFound"));
            case "DescribeAccessPoints" ->
                files.point()
                        .map(point -> ok(q, Tree.of("AccessPoints", List.of(point(point)))))
                        .orElseGet(() -> Protocol.JSON.error(404, "AccessPointNotFound"));
            default -> throw new NotRendered(q.operation());
        };
    }

    private HttpExecuteResponse targets(Question q) {
        Pages.Page<MountTarget> page = pages.of(files.targets(), q.text("Marker"), q.most());
        return ok(
                q,
                Tree.of(
                        "MountTargets",
                        page.items().stream().map(WireFiles::target).toList(),
                        "NextMarker",
                        page.next()));
    }

    private static Tree target(MountTarget t) {
        return Tree.of(
                "MountTargetId", t.id(),
                "FileSystemId", FakeStorage.SYSTEM,
                "SubnetId", t.subnet(),
                "AvailabilityZoneName", t.zone(),
                "VpcId", t.vpc(),
                "IpAddress", t.address(),
                "LifeCycleState", t.state());
    }

    private static Tree point(AccessPoint p) {
        Tree owner = Tree.of("OwnerUid", 1000, "OwnerGid", 1000, "Permissions", "0755");
        return Tree.of(
                "AccessPointId",
                p.id(),
                "AccessPointArn",
                p.arn(),
                "FileSystemId",
                p.fileSystem(),
                "RootDirectory",
                Tree.of("Path", p.path(), "CreationInfo", p.creates() ? owner : null),
                "LifeCycleState",
                p.state());
    }

    private static String text(List<Statement> policy) {
        return Tree.of(
                        "Version",
                        "2012-10-17",
                        "Statement",
                        policy.stream().map(WireFiles::statement).toList())
                .json();
    }

    private static Tree statement(Statement s) {
        Tree equal = Tree.of(
                "elasticfilesystem:AccessPointArn",
                s.accessPoints().isEmpty() ? null : s.accessPoints(),
                "aws:PrincipalOrgID",
                s.otherConditions() ? "o-0aa1" : null);
        Tree condition = Tree.of(
                "Bool",
                s.secureOnly() ? Tree.of("aws:SecureTransport", "false") : null,
                "StringEquals",
                equal.members().isEmpty() ? null : equal);
        return Tree.of(
                "Effect",
                s.allows() ? "Allow" : "Deny",
                "Principal",
                Tree.of("AWS", s.principals()),
                "Action",
                s.actions(),
                "Resource",
                "*",
                "Condition",
                condition.members().isEmpty() ? null : condition);
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.JSON.answer(q.operation(), tree);
    }
}
