package io.github.ecsmedic.bench;

import java.util.List;
import java.util.Map;

/** Something that is measured in one go; it gives one row or several. */
interface Experiment {
    String name();

    List<Bar> bars();

    /** By the id of the bar. */
    Map<String, Figure> measure() throws Exception;
}
