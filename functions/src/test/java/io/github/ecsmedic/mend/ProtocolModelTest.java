package io.github.ecsmedic.mend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches every state of the protocol's model, where Spin and a C compiler are there; else it says that it did not. */
class ProtocolModelTest {
    private static final Path MODEL = Path.of("src/test/model/fix.pml").toAbsolutePath();

    @TempDir
    private Path work;

    /** What the search said, or {@code ""} when nothing could search. */
    private String searched(String... defines) throws IOException, InterruptedException {
        List<String> missing = Stream.of("spin", "gcc").filter(p -> !onPath(p)).toList();
        if (!missing.isEmpty()) {
            System.out.println(
                    "The model of the protocol was not checked: " + String.join(" and ", missing) + " missing.");
            return "";
        }
        List<String> generate = new ArrayList<>(List.of("spin", "-a"));
        Stream.of(defines).map(d -> "-D" + d).forEach(generate::add);
        generate.add(MODEL.toString());
        run(generate);
        run(List.of("gcc", "-O2", "-w", "-DSAFETY", "-DCOLLAPSE", "-DMEMLIM=4000", "-o", "pan", "pan.c"));
        String said = run(List.of("./pan", "-m400000"));
        System.out.println("Model " + List.of(defines) + ": "
                + said.lines()
                        .map(String::strip)
                        .filter(line -> line.contains("states, stored") || line.contains("errors:"))
                        .toList());
        return said;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROTOCOL", "HUMAN ALONE", "NO_OWNER", "SHORT_LEASE TURNS=1 CRASHES=1"})
    void everyState_keepsItsPromises(String variant) throws Exception {
        String said = searched(variant.split(" ", -1));

        if (!said.isEmpty()) {
            assertThat(said).contains("errors: 0").doesNotContain("error: max search depth", "out of memory");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NO_SETTLE",
                "NO_PROMPT",
                "NO_INTENT",
                "OTHER_VALUE HUMAN",
                "DELETE_ON_ERR",
                "NO_OUTBOX",
                "ACK_EARLY",
                "SAY_OK_EARLY"
            })
    void anIngredientLeftOut_breaksOne(String ingredient) throws Exception {
        String said = searched(ingredient.split(" ", -1));

        if (!said.isEmpty()) {
            assertThat(said).contains("assertion violated", "errors: 1");
        }
    }

    /** In a smaller world, which is one that is searched soon: each worker starts once, and none dies. */
    @Test
    void ownerCheckLeftOut_breaksOneWithAShortLease() throws Exception {
        String said = searched("NO_OWNER", "SHORT_LEASE", "TURNS=1", "CRASHES=0");

        if (!said.isEmpty()) {
            assertThat(said).contains("assertion violated", "errors: 1");
        }
    }
}
