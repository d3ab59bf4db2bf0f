package io.github.ecsmedic.signature;

import java.util.List;

/** Volumes and disks. */
public final class Storage {
    private Storage() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of();
    }
}
