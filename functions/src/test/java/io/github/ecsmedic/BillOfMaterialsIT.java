package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build's list of what it ships, in the form of CycloneDX. */
class BillOfMaterialsIT {
    private static final Path TARGET = Path.of("target");

    private static JsonNode bill() throws IOException {
        return JsonMapper.builder().build().readTree(TARGET.resolve("sbom.json").toFile());
    }

    @Test
    void bill_components_areTheJarsThatTheFunctionsRunWith() throws IOException {
        Set<String> jars = Stream.of(Files.readString(TARGET.resolve("runtime-classpath"))
                        .strip()
                        .split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = bill().path("components")
                .valueStream()
                .map(component -> component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).hasSizeGreaterThan(40).isEqualTo(jars);
    }

    @Test
    void bill_components_nameTheirLicencesAndHashes() throws IOException {
        assertThat(bill().path("components").valueStream()).allSatisfy(component -> {
            assertThat(component.path("licenses"))
                    .as(component.path("name").asText())
                    .isNotEmpty();
            assertThat(component.path("hashes"))
                    .as(component.path("name").asText())
                    .isNotEmpty();
            assertThat(component.path("purl").asText()).startsWith("pkg:maven/");
        });
    }
}
