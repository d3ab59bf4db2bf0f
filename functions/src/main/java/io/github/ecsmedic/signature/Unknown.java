package io.github.ecsmedic.signature;

import java.util.List;

/** The text supports no cause. */
public final class Unknown {
    private Unknown() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
