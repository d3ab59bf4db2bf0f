package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Container;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether something answered the failed connection: it was refused or reset, so packets came through both ways.
 *
 * <p>Routes, security groups and network ACLs drop; they never refuse.
 */
final class Answered {
    static final String WHY = "the connection was refused or reset, so something answered: nothing dropped the packets";

    private static final List<String> ANSWERS = List.of("connection refused", "connection reset", "broken pipe");
    private static final List<String> SILENCE = List.of("timeout", "timed out", "deadline exceeded");

    private Answered() {}

    static boolean is(Inquiry inquiry) {
        Task task = inquiry.task();
        if (task == null || Leg.unresolved(inquiry)) {
            return false;
        }
        String text = Stream.concat(
                        Stream.of(task.stoppedReason()),
                        task.containers().stream().map(Container::reason))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return ANSWERS.stream().anyMatch(text::contains) && SILENCE.stream().noneMatch(text::contains);
    }
}
