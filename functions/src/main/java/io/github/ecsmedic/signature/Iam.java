package io.github.ecsmedic.signature;

import java.util.List;

/** A role cannot be assumed or lacks a right. */
public final class Iam {
    private Iam() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
