package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The sample events of these tests. */
final class Samples {
    static final List<String> ALL = List.of(
            "container-instance-health-change.json",
            "container-instance-state-change.json",
            "daemon-deployment-state-change.json",
            "daemon-service-action.json",
            "deployment-state-change.json",
            "health-event.json",
            "hook-state-change.json",
            "service-action.json",
            "task-never-started.json",
            "task-stopped.json");

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/event/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), UTF_8);
    }
}
