package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import java.io.IOException;
import java.util.List;

/** The manifest of an image: a list of images by platform, or one image. */
final class ImageManifest {
    /** Every form that a registry may store. */
    static final List<String> MEDIA_TYPES = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private ImageManifest() {}

    /** Attestations stand in an index as images for {@code unknown/unknown}; they are left out. */
    static Manifest read(String json, String operation) {
        Json manifest;
        try {
            manifest = Json.parse(json.getBytes(UTF_8));
        } catch (IOException e) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
        boolean index = manifest.at("manifests") instanceof Json.Items;
        if (!index && manifest.text("schemaVersion").isEmpty()) {
            throw new NoAnswer(NoAnswer.MALFORMED, operation, "");
        }
        List<Platform> platforms = manifest.objects("manifests").stream()
                .map(entry -> entry.at("platform"))
                .map(platform -> new Platform(platform.text("os"), platform.text("architecture")))
                .filter(platform -> !platform.os().isEmpty() && !platform.os().equals("unknown"))
                .distinct()
                .toList();
        return new Manifest(index, platforms);
    }
}
