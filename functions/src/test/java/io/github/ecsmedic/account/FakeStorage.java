package io.github.ecsmedic.account;

import io.github.ecsmedic.account.FakeBalancers.Answering;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The file systems of an account in memory, for tests: one volume, whose file system has a mount target at {@link #TARGET}. */
public final class FakeStorage implements Storage {
    public static final String SYSTEM = "fs-0aa1";
    public static final String TARGET = "fsmt-0aa1";
    public static final String POINT = "fsap-0aa1";
    public static final String GROUP = "sg-0ef5";

    private final Answering answering;
    private final List<MountTarget> targets = new ArrayList<>();
    private final List<BlockVolume> blocks = new ArrayList<>();
    private FileVolume volume = new FileVolume("data", SYSTEM, "/", "", true, false);
    private Optional<List<Statement>> policy = Optional.empty();
    private Optional<AccessPoint> point = Optional.empty();

    FakeStorage(Answering answering) {
        this.answering = answering;
        targets.add(target("us-east-1a", "available"));
    }

    /** A mount target in the task's VPC. */
    public static MountTarget target(String zone, String state) {
        return new MountTarget(TARGET, "subnet-0ef5", zone, FakeAccount.VPC, "10.0.7.5", state);
    }

    Contents.Files contents() {
        return new Contents.Files(volume, List.copyOf(blocks), List.copyOf(targets), policy, point);
    }

    public void targets(MountTarget... only) {
        targets.clear();
        targets.addAll(List.of(only));
    }

    public void volume(FileVolume changed) {
        volume = changed;
    }

    public void policy(Statement... statements) {
        policy = Optional.of(List.of(statements));
    }

    public void point(AccessPoint changed) {
        point = Optional.of(changed);
    }

    public void block(BlockVolume added) {
        blocks.add(added);
    }

    @Override
    public Answer<List<FileVolume>> fileVolumes(String taskDefinition) {
        return answering.answer("ecs:DescribeTaskDefinition", () -> List.of(volume));
    }

    @Override
    public Answer<List<BlockVolume>> blockVolumes(String cluster, String service) {
        return answering.answer("ecs:DescribeServices", () -> List.copyOf(blocks));
    }

    @Override
    public Answer<Optional<FileSystem>> fileSystem(String id) {
        return answering.answer(
                "elasticfilesystem:DescribeFileSystems",
                () -> Optional.of(new FileSystem(SYSTEM, "", "available")).filter(s -> s.id().equals(id)));
    }

    @Override
    public Answer<List<MountTarget>> mountTargets(String fileSystem) {
        return answering.answer("elasticfilesystem:DescribeMountTargets", () -> List.copyOf(targets));
    }

    @Override
    public Answer<List<String>> mountTargetGroups(String mountTarget) {
        return answering.answer("elasticfilesystem:DescribeMountTargetSecurityGroups", () -> List.of(GROUP));
    }

    @Override
    public Answer<Optional<List<Statement>>> fileSystemPolicy(String fileSystem) {
        return answering.answer("elasticfilesystem:DescribeFileSystemPolicy", () -> policy);
    }

    @Override
    public Answer<Optional<AccessPoint>> accessPoint(String id) {
        return answering.answer("elasticfilesystem:DescribeAccessPoints", () -> point);
    }
}
