package io.github.ecsmedic.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The middle of some spans, and the longest. */
record Median(Duration middle, Duration longest, int of) {
    /** Empty of none. */
    static Optional<Median> of(List<Duration> spans) {
        List<Duration> sorted = spans.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Median(
                        sorted.get((sorted.size() - 1) / 2)
                                .plus(sorted.get(half))
                                .dividedBy(2),
                        sorted.getLast(),
                        sorted.size()));
    }
}
