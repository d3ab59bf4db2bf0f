package io.github.ecsmedic.diagnose;

import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.Diagnosis.Hop;
import java.util.List;

/** The path that a diagnosis would show, without its conclusions. */
public final class PathOf {
    private PathOf() {}

    public static List<Hop> inquiry(List<Check> checks, Inquiry inquiry) {
        return PacketPath.of(checks, Verdicts.of(checks, inquiry));
    }
}
