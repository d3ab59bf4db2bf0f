package io.github.ecsmedic.signature;

import java.util.List;

/** The image cannot be obtained. */
public final class ImagePull {
    private ImagePull() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
