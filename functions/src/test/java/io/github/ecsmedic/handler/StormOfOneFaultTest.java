package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Incident;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StormOfOneFaultTest {
    private static final int EVENTS = 500;
    private static final double OF_NAIVE = 0.05;

    /** The fewest calls by which this failure can be explained and told, as a handler makes them that reads nothing more. */
    private static final int FEWEST = 9;

    @Test
    void failures_fiveHundredEqualOnes_costATwentiethOfDiagnosingEach() throws IOException {
        StormOfOneFault storm = new StormOfOneFault();
        StormOfOneFault.Calls calls = storm.of(EVENTS);
        System.out.printf(
                "storm of one fault: %,d events, %,d calls (%.2f an event), %.3f of naive %s%n",
                EVENTS, calls.all(), (double) calls.all() / EVENTS, calls.ofNaive(), calls);
        assertThat(storm.ledger.living())
                .singleElement()
                .extracting(Incident::failures)
                .isEqualTo(EVENTS);
        assertThat(storm.sinks).allSatisfy(sink -> assertThat(sink.taken).hasSize(1));
        assertThat(calls.diagnoses()).isEqualTo(1);
        assertThat(calls.ofNaive()).isLessThanOrEqualTo(OF_NAIVE);
        assertThat((double) calls.all() / (EVENTS * FEWEST)).isLessThanOrEqualTo(OF_NAIVE);
    }

    @Test
    void failures_thatComeAgainInOtherBatches_areCountedOnce() throws IOException {
        StormOfOneFault storm = new StormOfOneFault();
        storm.batch(0, 10);
        storm.batch(5, 15);
        storm.batch(0, 15);
        assertThat(storm.ledger.living())
                .singleElement()
                .extracting(Incident::failures)
                .isEqualTo(15);
    }
}
