package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks docs/adding.md: makes its changes in a copy, compiles what they touch, and runs the tests that loop over all that
 * is known, in a Java of their own.
 *
 * <p>A step names a file, and what the block comes after where the file is there; else the block stands at its end.
 */
class AddingTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> LOOPS = List.of(
            "io.github.ecsmedic.signature.SignatureSamplesTest",
            "io.github.ecsmedic.catalogue.CausesTest",
            "io.github.ecsmedic.catalogue.PagesTest",
            "io.github.ecsmedic.check.LicenceSidecarTest");

    @TempDir
    private Path copy = Path.of("");

    @Test
    void page_ofEachKind_hasFewerThanFiveSteps() throws IOException {
        List<Adding.Recipe> recipes = page();

        assertThat(recipes).extracting(Adding.Recipe::kind).containsExactly("signature", "check", "cause", "fix");
        assertThat(recipes).allSatisfy(recipe -> assertThat(recipe.steps()).hasSizeBetween(1, 4));
    }

    @Test
    void steps_walked_passTheTestsThatLoopOverAll() throws IOException, InterruptedException {
        duplicate("functions/src/main/resources");
        duplicate("functions/src/test/resources");
        duplicate("events");
        duplicate("docs");
        Path classes = Files.createDirectories(copy.resolve("functions/target/classes"));
        compile(changed(), classes);

        Process tests = RunOf.process(
                        List.of(),
                        String.join(
                                File.pathSeparator,
                                classes.toString(),
                                copy.resolve("functions/src/main/resources").toString(),
                                System.getProperty("java.class.path")),
                        LOOPS)
                .directory(copy.resolve("functions").toFile())
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(said).contains("app.licence_sidecar_missing", "app.no_licence", "licence-sidecar");
    }

    private static List<Adding.Recipe> page() throws IOException {
        return Adding.read(Files.readString(ROOT.resolve("docs/adding.md")));
    }

    /** Makes the changes; the Java files that they touch. */
    private Set<Path> changed() throws IOException {
        Set<Path> sources = new TreeSet<>();
        for (Adding.Step step :
                page().stream().flatMap(recipe -> recipe.steps().stream()).toList()) {
            Path made = copy.resolve(step.file());
            Path there = Files.exists(made) ? made : ROOT.resolve(step.file());
            String before = Files.exists(there) ? Files.readString(there) : "";
            Files.createDirectories(made.getParent());
            Files.writeString(made, step.in(before));
            if (step.file().endsWith(".java")) {
                sources.add(made);
            }
        }
        return sources;
    }

    private void duplicate(String folder) throws IOException {
        Path from = ROOT.resolve(folder);
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path to = copy.resolve(folder).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void compile(Set<Path> sources, Path into) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean fine = javac.getTask(
                            said,
                            files,
                            null,
                            List.of("-d", into.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(fine).as(said.toString()).isTrue();
        }
    }
}
