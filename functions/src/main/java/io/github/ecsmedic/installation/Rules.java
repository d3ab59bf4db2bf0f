package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Optional;

/** Reads of event buses and their rules. A rule of another bus than the default one is called {@code BUS/NAME}. */
public interface Rules {
    /** Empty when EventBridge says that there is no such bus ({@code events:DescribeEventBus}). */
    Answer<Optional<Bus>> bus(String name);

    /** Empty when EventBridge says that there is no such rule ({@code events:DescribeRule}). */
    Answer<Optional<Rule>> rule(String name);

    /** What the rule hands events to ({@code events:ListTargetsByRule}). */
    Answer<List<Target>> targets(String rule);

    /** Whether EventBridge lets the event through the pattern ({@code events:TestEventPattern}). */
    Answer<Boolean> matches(String pattern, String event);

    /** A bus; {@code admitted} are the accounts and organisations that may put events on it. */
    record Bus(String name, List<String> admitted) {
        public Bus {
            admitted = List.copyOf(admitted);
        }
    }

    /**
     * A rule.
     *
     * @param on whether it is enabled
     * @param text its pattern as it is stored; {@code ""} for a rule that runs by the clock
     * @param pattern the same as maps, lists and texts; numbers and booleans as their text
     */
    record Rule(String name, String arn, boolean on, String text, Object pattern) {}

    /** A target; {@code deadLetters} is the ARN of the queue for what it does not take, or {@code ""}. */
    record Target(String arn, String deadLetters) {}
}
