package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In a Java of its own, because it leads the SDK elsewhere and ends the process. */
class TrainingTest {
    @Test
    void training_withoutAnEnvironment_diagnosesAndClassifies_andSaysNothing()
            throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName())
                .redirectErrorStream(true);
        Map<String, String> environment = java.environment();
        environment.clear();

        Process training = java.start();
        String said = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(training.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }
}
