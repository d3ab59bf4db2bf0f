package io.github.ecsmedic.bench;

import io.github.ecsmedic.aws.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command line, whole processes: the shell script, the JVM, and what it does. */
record ShellExperiment(Stand stand) implements Experiment {
    /** What the command line ends with when it has diagnosed one. */
    private static final int FAILURE = 1;

    private static final String CAUSE = "network.s3_gateway_missing";
    private static final String LINE =
            "{\"text\":\"CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref\"}";

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.ratio("shell.classify", "classify of one line in a shell, against java -version", 8),
                Bar.ratio("shell.diagnose", "diagnose on the emulated AWS, against java -version", 20));
    }

    @Override
    public Map<String, Figure> measure() throws Exception {
        if (System.getProperty("bench.python", "").isEmpty()) {
            throw new IOException("no Python with moto found");
        }
        Path script = stand.project().root().resolve("scripts/ecs-medic");
        Path line = Files.writeString(stand.project().folder().resolve("line.txt"), LINE + "\n");
        Path event = stand.project().folder().resolve("event.json");
        double[] version = new double[stand.rounds()];
        double[] classify = new double[stand.rounds()];
        double[] diagnose = new double[stand.rounds()];
        try (Emulator emulator = Emulator.start()) {
            Files.writeString(event, emulator.breakAccount(CAUSE));
            Command.output(script.toString(), "classify", line.toString()); // builds what is missing
            for (int i = 0; i < stand.rounds(); i++) {
                version[i] = Command.millis(new ProcessBuilder(stand.project().java(), "-version"), 0);
                classify[i] = Command.millis(new ProcessBuilder(script.toString(), "classify", line.toString()), 0);
                ProcessBuilder whole = diagnose(emulator, script.toString(), "diagnose", "--event", event.toString());
                diagnose[i] = Command.millis(whole, FAILURE);
            }
        }
        return Map.of(
                "shell.classify", told(classify, version),
                "shell.diagnose", told(diagnose, version));
    }

    private static Figure told(double[] ours, double[] version) {
        return Figure.ratio(ours, version)
                .noting("%.0f against %.0f ms"
                        .formatted(Figure.of(ours).value(), Figure.of(version).value()));
    }

    private static ProcessBuilder diagnose(Emulator emulator, String... command) {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", emulator.endpoint().toString(),
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "x",
                        "AWS_SECRET_ACCESS_KEY", "x"));
        return process;
    }
}
