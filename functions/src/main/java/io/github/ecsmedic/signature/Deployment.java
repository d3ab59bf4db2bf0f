package io.github.ecsmedic.signature;

import java.util.List;

/** State of a deployment. */
public final class Deployment {
    private Deployment() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
