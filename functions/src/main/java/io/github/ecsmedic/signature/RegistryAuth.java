package io.github.ecsmedic.signature;

import java.util.List;

/** The registry's credentials could not be had. */
public final class RegistryAuth {
    private RegistryAuth() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
