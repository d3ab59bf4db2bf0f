package io.github.ecsmedic.catalogue;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.ecsmedic.Built;
import io.github.ecsmedic.handler.Reach;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deployed is a part of the whole jar: it holds all that the functions need, and no client that they do not. */
class DeployableIT {
    private static final Pattern CLIENT =
            Pattern.compile("software/amazon/awssdk/services/[^/]+/Default(\\w+(?<!Async)Client)\\.class");
    private static final Pattern LOADED = Pattern.compile("(\\S+) source: (file:\\S+|jrt:\\S+)");
    private static final Pattern STATED = Pattern.compile("is a jar of (\\d+\\.\\d) MB");

    /** They ask every check in every scene, apply every step, tell every sink, and meet every exception by its type. */
    private static final List<String> SUITE = List.of(
            "io.github.ecsmedic.aws.FaultsTest",
            "io.github.ecsmedic.aws.SdkAuditLogTest",
            "io.github.ecsmedic.aws.SdkHandTest",
            "io.github.ecsmedic.aws.SdkOutlookTest",
            "io.github.ecsmedic.aws.SinksTest",
            "io.github.ecsmedic.catalogue.RecordedCallsTest",
            "io.github.ecsmedic.notify.SlackSinkTest");

    /** What the CDK app asks, and the tests do. */
    private static final Set<String> OF_THE_TESTS = Set.of("io.github.ecsmedic.aws.AwsFixes");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void suite_fromTheDeployable_passesWithWhatIsInIt() throws IOException, InterruptedException {
        Path log = folder.resolve("loaded");
        Process tests = RunOf.process(
                        List.of("-XX:TieredStopAtLevel=1", "-Xlog:class+load:file=" + log + "::filecount=0"),
                        Built.deployable() + File.pathSeparator + System.getProperty("java.class.path"),
                        SUITE)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(elsewhere(log)).isEqualTo(OF_THE_TESTS);
    }

    @Test
    void clients_inTheDeployable_areThoseThatAHandlerAsks() throws IOException {
        try (JarFile jar = new JarFile(Built.deployable().toFile())) {
            var ours = new ClassFileImporter()
                    .withImportOption(location -> location.contains("/io/github/ecsmedic/"))
                    .importJar(jar);

            NavigableSet<String> held = jar.stream()
                    .map(ZipEntry::getName)
                    .map(CLIENT::matcher)
                    .filter(Matcher::matches)
                    .map(client -> client.group(1))
                    .collect(toCollection(TreeSet::new));

            assertThat(held)
                    .isEqualTo(Reach.ofHandlers(ours).values().stream()
                            .flatMap(reach -> reach.operations().keySet().stream())
                            .collect(toCollection(TreeSet::new)));
        }
    }

    @Test
    void size_isStated_andLessThanHalfOfTheWholeJar() throws IOException {
        Matcher stated = STATED.matcher(Files.readString(Path.of("..", "docs", "performance.md")));

        assertThat(stated.find()).isTrue();
        assertThat(Files.size(Built.deployable()) / 1e6).isCloseTo(Double.parseDouble(stated.group(1)), within(0.5));
        assertThat(Files.size(Built.deployable())).isLessThan(Files.size(Built.commandLine()) * 45 / 100);
    }

    /** Classes of the whole jar that were not taken from the deployable. */
    private static NavigableSet<String> elsewhere(Path log) throws IOException {
        String deployable = Built.deployable().getFileName().toString();
        try (JarFile whole = new JarFile(Built.commandLine().toFile());
                Stream<String> lines = Files.lines(log)) {
            List<Matcher> loaded =
                    lines.map(LOADED::matcher).filter(Matcher::find).toList();
            assertThat(loaded).anyMatch(line -> line.group(2).endsWith(deployable));
            return loaded.stream()
                    .filter(line -> !line.group(2).endsWith(deployable))
                    .map(line -> line.group(1))
                    .filter(type -> whole.getEntry(type.replace('.', '/') + ".class") != null)
                    .collect(toCollection(TreeSet::new));
        }
    }
}
