package io.github.ecsmedic.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version that a jar says it is; the functions carry it, so that a shell can compare it with its own. */
final class JarVersion {
    private JarVersion() {}

    /** {@code ""} where the manifest names none. */
    static String of(Path jar) {
        if (!Files.isRegularFile(jar)) {
            return "";
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return version == null ? "" : version;
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read " + jar, fault);
        }
    }

    /** As the functions read it. */
    static Map<String, String> environment(Path jar) {
        Map<String, String> environment = new TreeMap<>();
        String version = of(jar);
        if (!version.isEmpty()) {
            environment.put(io.github.ecsmedic.installation.Names.VERSION, version);
        }
        return environment;
    }
}
