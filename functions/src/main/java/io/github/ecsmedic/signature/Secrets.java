package io.github.ecsmedic.signature;

import java.util.List;

/** Secrets could not be injected. */
public final class Secrets {
    private Secrets() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
