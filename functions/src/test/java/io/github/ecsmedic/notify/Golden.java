package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what a message looks like; {@code -Dgolden.write=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/notify");

    private Golden() {}

    /** Compares the whole text with a file of the folder of a cause. */
    public static void compare(String cause, String file, String actual) throws IOException {
        Path path = FOLDER.resolve(cause).resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, actual, StandardCharsets.UTF_8);
        }
        assertThat(path).exists();
        assertThat(actual).as("%s of %s", file, cause).isEqualTo(Files.readString(path, StandardCharsets.UTF_8));
    }
}
