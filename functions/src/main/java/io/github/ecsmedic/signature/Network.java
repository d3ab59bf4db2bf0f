package io.github.ecsmedic.signature;

import java.util.List;

/** The task's network interface or an endpoint policy. */
public final class Network {
    private Network() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
