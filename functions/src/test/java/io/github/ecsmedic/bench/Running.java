package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A peer in a process of its own, which has started and asks for work. Times are milliseconds. */
final class Running implements AutoCloseable {
    private static final double MILLIS = 1e6;

    private final Peer peer;
    private final RuntimeApi api;
    private final Process process;
    private final @Nullable Quota quota;
    private final double init;

    private Running(Peer peer, RuntimeApi api, Process process, @Nullable Quota quota, double init) {
        this.peer = peer;
        this.api = api;
        this.process = process;
        this.quota = quota;
        this.init = init;
    }

    /**
     * Starts it, with as much processor as there is.
     *
     * @param flags for the JVM, before all others
     */
    static Running start(Peer peer, @Nullable Quota quota, Path log, String... flags)
            throws IOException, InterruptedException {
        RuntimeApi api = new RuntimeApi();
        List<String> command = new ArrayList<>(peer.command());
        command.addAll(1, List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(quota == null ? command : quota.within(command))
                .directory(peer.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(peer.environment());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        long begun = System.nanoTime();
        Process process = builder.start();
        var _ = process.onExit().thenAccept(gone -> api.ended(gone.exitValue()));
        try {
            return new Running(peer, api, process, quota, (api.asked() - begun) / MILLIS);
        } catch (IOException e) {
            process.destroyForcibly();
            api.close();
            throw new IOException(peer.name() + ": " + e.getMessage() + ", see " + log, e);
        }
    }

    /** From the start until it asked for work. */
    double init() {
        return init;
    }

    /** From now on it has that part of a processor. */
    void limit(double processors) throws IOException {
        if (quota != null) {
            quota.limit(processors);
        }
    }

    /** From the event to the answer. */
    double handle(String event) throws IOException, InterruptedException {
        return handle(event, 1);
    }

    /** So many times the same, one after the other, without a pause. */
    double handle(String event, int times) throws IOException, InterruptedException {
        String handed = peer.envelope().apply(event);
        long sent = System.nanoTime();
        for (int i = 0; i < times; i++) {
            api.send(handed);
        }
        long last = sent;
        for (int i = 0; i < times; i++) {
            last = api.answered();
        }
        for (int i = 0; i < times; i++) {
            api.asked();
        }
        return (last - sent) / MILLIS;
    }

    /** The most memory that the process has had, in MB; Linux alone says it. */
    double memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("the system does not say how much memory a process has had");
    }

    /** There is no more work: it must end by itself. */
    void retire() throws IOException, InterruptedException {
        api.close();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(peer.name() + " did not end well without work");
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        limit(0);
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }
}
