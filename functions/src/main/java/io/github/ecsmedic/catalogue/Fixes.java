package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.fix.Fix;
import java.util.List;

/** Every fix, the one to prefer first. */
final class Fixes {
    private Fixes() {}

    static List<Fix> all() {
        return List.of();
    }
}
