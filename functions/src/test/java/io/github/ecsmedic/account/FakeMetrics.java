package io.github.ecsmedic.account;

import io.github.ecsmedic.account.FakeBalancers.Answering;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.Optional;

/** The measured figures of an account in memory, for tests; none at first. */
public final class FakeMetrics implements Metrics {
    private final Answering answering;
    private Optional<Double> memory = Optional.empty();
    private Optional<Double> response = Optional.empty();
    private Optional<Double> used = Optional.empty();

    FakeMetrics(Answering answering) {
        this.answering = answering;
    }

    /** MiB. */
    public void memory(double used) {
        memory = Optional.of(used);
    }

    /** Seconds. */
    public void response(double longest) {
        response = Optional.of(longest);
    }

    /** Of whatever quota. */
    public void used(double most) {
        used = Optional.of(most);
    }

    Contents.Measured contents() {
        return new Contents.Measured(memory, response, used);
    }

    @Override
    public Answer<Optional<Double>> memoryUsed(String cluster, String family, Instant from, Instant to) {
        return answering.answer("cloudwatch:GetMetricData", () -> memory);
    }

    @Override
    public Answer<Optional<Double>> used(Capacity.Usage usage, Instant from, Instant to) {
        return answering.answer("cloudwatch:GetMetricData", () -> used);
    }

    @Override
    public Answer<Optional<Double>> responseTime(String loadBalancer, String targetGroup, Instant from, Instant to) {
        return answering.answer("cloudwatch:GetMetricData", () -> response);
    }
}
