package io.github.ecsmedic.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A command that is run to its end. */
final class Command {
    private Command() {}

    /** What it printed, without the blank at the end. */
    static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }

    /** Milliseconds from its start to its end, which must be with that code. */
    static double millis(ProcessBuilder command, int code) throws IOException, InterruptedException {
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        Process process = command.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException(String.join(" ", command.command()) + ": no end within 60 s");
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        if (process.exitValue() != code) {
            throw new IOException(String.join(" ", command.command()) + " ended with " + process.exitValue());
        }
        return millis;
    }
}
