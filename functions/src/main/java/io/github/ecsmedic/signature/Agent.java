package io.github.ecsmedic.signature;

import java.util.List;

/** The ECS agent or docker on an instance. */
public final class Agent {
    private Agent() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
