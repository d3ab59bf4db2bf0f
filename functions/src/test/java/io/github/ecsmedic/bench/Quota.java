package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A control group of Linux that gives a process a part of a processor; version 2, or 1. */
final class Quota implements AutoCloseable {
    /** As Lambda's: long ones would let a short request through untouched. */
    private static final int PERIOD_MICROS = 20_000;

    private static final String NAME =
            "ecs-medic-bench-" + ProcessHandle.current().pid();

    private final Path group;
    private final boolean second;

    private Quota(Path group, boolean second) {
        this.group = group;
        this.second = second;
    }

    /** Empty where none may be made. */
    static Optional<Quota> open() {
        for (String parent : List.of("/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup")) {
            Path group = Path.of(parent, NAME);
            try {
                Files.createDirectory(group);
            } catch (IOException e) {
                continue;
            }
            Quota quota = new Quota(group, Files.exists(group.resolve("cgroup.controllers")));
            if (quota.limited(1)) {
                return Optional.of(quota);
            }
            quota.close();
        }
        return Optional.empty();
    }

    /** The same command, started within the group. */
    List<String> within(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "sh",
                "-c",
                "echo $$ > \"$0\" && exec \"$@\"",
                group.resolve("cgroup.procs").toString()));
        all.addAll(command);
        return all;
    }

    /** From now on it has that part of a processor; 0 is as much as there is. */
    void limit(double processors) throws IOException {
        if (!limited(processors)) {
            throw new IOException(group + " takes no limit");
        }
    }

    private boolean limited(double processors) {
        long micros = Math.round(processors * PERIOD_MICROS);
        try {
            if (second) {
                write("cpu.max", (micros == 0 ? "max" : micros) + " " + PERIOD_MICROS);
            } else {
                write("cpu.cfs_period_us", Integer.toString(PERIOD_MICROS));
                write("cpu.cfs_quota_us", Long.toString(micros == 0 ? -1 : micros));
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String file, String text) throws IOException {
        // the kernel's files are never made
        Files.writeString(group.resolve(file), text, java.nio.file.StandardOpenOption.WRITE);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            System.err.println("left behind: " + group);
        }
    }
}
