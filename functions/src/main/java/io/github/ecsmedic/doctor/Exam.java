package io.github.ecsmedic.doctor;

import java.util.List;

/** One question about an installation. */
public interface Exam {
    /** Its name, stable for ever. */
    String id();

    /** What is found; none where the installation has nothing of the kind. */
    List<Line> of(Installed it);
}
