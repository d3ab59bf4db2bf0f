package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarVersionTest {
    @TempDir
    private Path folder;

    private Path jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!version.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        }
        Path jar = folder.resolve("functions.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar;
    }

    @Test
    void jar_withVersion_isCarried() throws IOException {
        assertThat(JarVersion.environment(jar("1.2.3"))).isEqualTo(Map.of("ECS_MEDIC_VERSION", "1.2.3"));
    }

    @Test
    void jar_withoutVersion_carriesNone() throws IOException {
        assertThat(JarVersion.environment(jar(""))).isEmpty();
        assertThat(JarVersion.environment(folder)).isEmpty();
    }
}
