package io.github.ecsmedic.signature;

import java.util.List;

/** The container cannot be created or started as defined. */
public final class ContainerConfig {
    private ContainerConfig() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
