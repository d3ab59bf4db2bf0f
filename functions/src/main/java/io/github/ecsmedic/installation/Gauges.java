package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads of what the functions have measured. */
public interface Gauges {
    /** The namespace of all our metrics. */
    String NAMESPACE = "ecs-medic";

    /** By which the functions of two installations are told apart. */
    String FUNCTION = "Function";

    /** One for each run of the sweep that reached its end. */
    String HEARTBEAT = "Heartbeat";

    /** Messages of the queue. */
    String EVENTS = "Events";

    /**
     * When a function last wrote more than 0 of a metric; empty when CloudWatch says that it has nothing
     * ({@code cloudwatch:GetMetricData}).
     *
     * @param period seconds that count as one
     */
    Answer<Optional<Instant>> newest(String metric, String function, int period, Instant from, Instant to);

    /** All alarms whose name begins so ({@code cloudwatch:DescribeAlarms}). */
    Answer<List<Alarm>> alarms(String prefix);

    /** An alarm; {@code state} is {@code OK}, {@code ALARM} or {@code INSUFFICIENT_DATA}. */
    record Alarm(String name, String state) {}
}
