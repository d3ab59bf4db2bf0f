package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.Optional;

/** Reads of measured figures ({@code cloudwatch:GetMetricData}); empty where CloudWatch says that it has none. */
public interface Metrics {
    /** Tells nothing. */
    Metrics UNTOLD = new Metrics() {
        @Override
        public Answer<Optional<Double>> memoryUsed(String cluster, String family, Instant from, Instant to) {
            return new Answer.Unknown<>("not asked", "cloudwatch:GetMetricData");
        }

        @Override
        public Answer<Optional<Double>> responseTime(
                String loadBalancer, String targetGroup, Instant from, Instant to) {
            return new Answer.Unknown<>("not asked", "cloudwatch:GetMetricData");
        }

        @Override
        public Answer<Optional<Double>> used(Capacity.Usage usage, Instant from, Instant to) {
            return new Answer.Unknown<>("not asked", "cloudwatch:GetMetricData");
        }
    };

    /** The most that a task of the family used in a minute, in MiB, as Container Insights saw it. */
    Answer<Optional<Double>> memoryUsed(String cluster, String family, Instant from, Instant to);

    /** The most that was used of a quota within the time. */
    Answer<Optional<Double>> used(Capacity.Usage usage, Instant from, Instant to);

    /** The longest time in which a target of the group answered the load balancer, in seconds; by their ARNs. */
    Answer<Optional<Double>> responseTime(String loadBalancer, String targetGroup, Instant from, Instant to);
}
