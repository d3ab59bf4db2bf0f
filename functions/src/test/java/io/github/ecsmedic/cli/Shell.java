package io.github.ecsmedic.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Runs a command line as a shell would, without a process. */
record Shell(String in, Map<String, String> environment, Supplier<Cloud> cloud, boolean terminal) {
    Shell(String in, Map<String, String> environment, Supplier<Cloud> cloud) {
        this(in, environment, cloud, false);
    }

    Shell(String in, Map<String, String> environment) {
        this(in, environment, Shell::noCloud);
    }

    private static Cloud noCloud() {
        throw new IllegalStateException("a command asked for AWS");
    }

    static Shell empty() {
        return new Shell("", Map.of());
    }

    static Shell in(String text) {
        return new Shell(text, Map.of());
    }

    /** What came of it. */
    record Result(int exitCode, String out, String err) {}

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exitCode = Main.run(
                args,
                cloud,
                new Console(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        outStream,
                        errStream,
                        environment,
                        () -> terminal));
        outStream.flush();
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
