package io.github.ecsmedic.handler;

import io.github.ecsmedic.model.Diagnosis;
import java.util.List;

/** What became of one message of a batch. */
sealed interface Fate {
    /** A sink took it; others may have failed. */
    record Told(Diagnosis diagnosis, List<Delivery> deliveries) implements Fate {
        public Told {
            deliveries = List.copyOf(deliveries);
        }

        boolean everywhere() {
            return deliveries.stream().allMatch(Delivery::sent);
        }
    }

    /** Benign: nobody is told. */
    record Quiet(Diagnosis diagnosis) implements Fate {}

    /** Nothing for us. */
    record Ignored(String why) implements Fate {}

    /** It goes back to the queue. */
    record Returned(String why, List<Delivery> deliveries) implements Fate {
        public Returned {
            deliveries = List.copyOf(deliveries);
        }

        Returned(String why) {
            this(why, List.of());
        }
    }

    /**
     * What one sink did.
     *
     * @param fault {@code ""} when it took the message
     */
    record Delivery(String sink, String fault) {
        boolean sent() {
            return fault.isEmpty();
        }
    }
}
