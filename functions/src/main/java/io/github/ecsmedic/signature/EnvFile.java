package io.github.ecsmedic.signature;

import java.util.List;

/** Environment files could not be downloaded. */
public final class EnvFile {
    private EnvFile() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
