package io.github.ecsmedic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The jars that {@code mvn package} has left. */
public final class Built {
    private Built() {}

    /** The command line, with all that it is made of. */
    public static Path commandLine() throws IOException {
        return jar("-cli.jar");
    }

    /** What is deployed. */
    public static Path deployable() throws IOException {
        return jar("-lambda.jar");
    }

    private static Path jar(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + suffix + " in target: mvn package makes it"));
        }
    }
}
