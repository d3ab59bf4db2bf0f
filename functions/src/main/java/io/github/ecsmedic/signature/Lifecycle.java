package io.github.ecsmedic.signature;

import java.util.List;

/** Normal life of services and tasks. */
public final class Lifecycle {
    private Lifecycle() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
