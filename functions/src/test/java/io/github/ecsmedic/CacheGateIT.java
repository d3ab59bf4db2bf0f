package io.github.ecsmedic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a container starts, with small jars in the places of ours: the cache that it starts from belongs to its jars. */
class CacheGateIT {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final List<String> JARS =
            List.of("functions.jar", "runtime-interface-client.jar", "runtime-core.jar", "runtime-serialization.jar");
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder = Path.of("");

    record Run(int exit, String said) {}

    @BeforeEach
    void train() throws IOException, InterruptedException {
        Files.copy(Path.of("image", "start"), folder.resolve("start"));
        for (String jar : JARS) {
            jar(jar, Map.of());
        }
        functions("the old code");
        Run trained = run("bash", "start", "--train", "handler");
        assertThat(trained.exit).as(trained.said).isZero();
        assertThat(folder.resolve("functions.aot")).isNotEmptyFile();
    }

    @Test
    void start_fromTheCacheOfItsJars_runs() throws IOException, InterruptedException {
        assertThat(start()).isEqualTo(new Run(0, "the old code\n"));
    }

    @Test
    @Timeout(60)
    void start_fromTheCacheOfAnotherJar_isRefused() throws IOException, InterruptedException {
        functions("the new code");

        assertThat(begun("bash", "start", "handler"))
                .isEqualTo(
                        new Run(KILLED, "start: the cache of loaded classes is of other jars: build the image anew\n"));
    }

    @Test
    void start_withoutACache_runsAndSaysSo() throws IOException, InterruptedException {
        Files.delete(folder.resolve("functions.aot"));

        assertThat(start())
                .isEqualTo(
                        new Run(0, "start: there is no cache of loaded classes, so it starts slower\nthe old code\n"));
    }

    /** Once it looks itself, the gate can go. */
    @Test
    void jvm_withTheCacheOfAnotherJar_runsTheOldCodeWithoutAWord() throws IOException, InterruptedException {
        functions("the new code");

        assertThat(run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:AOTCache=functions.aot",
                        "-cp",
                        String.join(File.pathSeparator, JARS),
                        CLIENT))
                .isEqualTo(new Run(0, "the old code\n"));
    }

    private Run start() throws IOException, InterruptedException {
        return run("bash", "start", "handler");
    }

    /** With one event to work at. */
    private Run run(String... command) throws IOException, InterruptedException {
        Process process = process(command);
        process.getOutputStream().close();
        return ended(process);
    }

    /** With no event yet. */
    private Run begun(String... command) throws IOException, InterruptedException {
        return ended(process(command));
    }

    private Process process(String... command) throws IOException {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return process.start();
    }

    private static Run ended(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), said);
    }

    /** As if it were the runtime client: it waits for an event, which is the end of its input, and says something. */
    private void functions(String says) throws IOException {
        Path source = folder.resolve("AWSLambda.java");
        Files.writeString(source, """
                package %s;

                public final class AWSLambda {
                    public static void main(String[] arguments) throws java.io.IOException {
                        System.in.read();
                        System.out.println("%s");
                    }
                }
                """.formatted(CLIENT.substring(0, CLIENT.lastIndexOf('.')), says));
        int compiled =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        String file = CLIENT.replace('.', '/') + ".class";
        jar("functions.jar", Map.of(file, Files.readAllBytes(folder.resolve(file))));
    }

    private void jar(String name, Map<String, byte[]> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
        }
    }
}
