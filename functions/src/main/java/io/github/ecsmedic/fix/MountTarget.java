package io.github.ecsmedic.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a mount target of a file system in a subnet. */
public record MountTarget(String region, String system, String subnet, List<String> groups) implements Request {
    public MountTarget {
        groups = List.copyOf(groups);
    }

    @Override
    public String iamAction() {
        return "elasticfilesystem:CreateMountTarget";
    }

    @Override
    public List<String> argv() {
        List<String> command = new ArrayList<>(
                List.of("efs", "create-mount-target", "--file-system-id", system, "--subnet-id", subnet));
        if (!groups.isEmpty()) {
            command.add("--security-groups");
            command.addAll(groups);
        }
        return Aws.cli(region, command);
    }

    @Override
    public String before() {
        return "false";
    }

    @Override
    public String after() {
        return "true";
    }

    /** By then tasks may have mounted it. */
    @Override
    public Optional<Request> inverse() {
        return Optional.empty();
    }
}
