package io.github.ecsmedic.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long the warm function is busy where each call of AWS takes 50 ms: for this time it is paid ({@code docs/cost.md}). */
record CostExperiment(Stand stand) implements Experiment {
    private static final Duration A_CALL = Duration.ofMillis(50);
    private static final int WARM = 5;

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.told("cost.failure", "a new failure, warm, where each call of AWS takes 50 ms", Bar.MILLIS),
                Bar.told("cost.repeated", "a failure that is told already, likewise", Bar.MILLIS));
    }

    @Override
    public Map<String, Figure> measure() throws IOException, InterruptedException {
        double[] failures = new double[stand.rounds()];
        double[] repeated = new double[stand.rounds()];
        stand.aws().stands(Failures.account(), A_CALL);
        try (Running function = Running.start(stand.peers().zip(), null, stand.log("zip"))) {
            for (int i = -WARM; i < stand.rounds(); i++) {
                stand.aws().forget();
                double failure = function.handle(stand.failures().event());
                double again = function.handle(stand.failures().event());
                if (i >= 0) {
                    failures[i] = failure;
                    repeated[i] = again;
                }
            }
        } finally {
            stand.aws().stands(Failures.account(), Duration.ZERO);
        }
        return Map.of("cost.failure", Figure.of(failures), "cost.repeated", Figure.of(repeated));
    }
}
