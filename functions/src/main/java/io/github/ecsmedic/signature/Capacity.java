package io.github.ecsmedic.signature;

import java.util.List;

/** No place to run the task. */
public final class Capacity {
    private Capacity() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
