package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A time as seen from the failure, in words. */
final class Moment {
    private Moment() {}

    /** When the task had failed, as far as it tells. */
    static Optional<Instant> ofFailure(Inquiry inquiry) {
        Task task = inquiry.task();
        return task == null
                ? Optional.empty()
                : Stream.of(
                                task.times().pullStoppedAt(),
                                task.times().stoppingAt(),
                                task.times().stoppedAt())
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** Whether that came about after the failure; where either time is not known it did not. */
    static boolean afterFailure(@Nullable Instant time, Inquiry inquiry) {
        return time != null && ofFailure(inquiry).filter(time::isAfter).isPresent();
    }

    /** e.g. {@code 3 hours ago}, {@code 2 minutes after the failure}, {@code on 2026-11-20}; {@code ""} when not known. */
    static String words(@Nullable Instant time, Inquiry inquiry) {
        if (time == null) {
            return "";
        }
        Instant failure = ofFailure(inquiry).orElse(null);
        if (failure == null) {
            return "on " + time.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
        }
        Duration between = Duration.between(time, failure);
        return between.isNegative() ? length(between.negated()) + " after the failure" : length(between) + " ago";
    }

    private static String length(Duration time) {
        if (time.toDays() > 0) {
            return count(time.toDays(), "day");
        }
        return time.toHours() > 0
                ? count(time.toHours(), "hour")
                : time.toMinutes() > 0 ? count(time.toMinutes(), "minute") : count(time.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
