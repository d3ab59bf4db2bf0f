package io.github.ecsmedic.handler;

import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.TimeBudget;
import java.util.List;

/** Opens the sinks for one batch. */
@FunctionalInterface
interface Outlets {
    /** {@code budget} is the time that the batch has left. */
    List<Sink> open(TimeBudget budget);
}
