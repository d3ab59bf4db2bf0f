package io.github.ecsmedic.signature;

import java.util.List;

/** A container that it depends on failed. */
public final class ContainerDependency {
    private ContainerDependency() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
