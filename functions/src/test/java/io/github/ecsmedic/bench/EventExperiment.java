package io.github.ecsmedic.bench;

import java.util.List;
import java.util.Map;

/** What a whole event costs that needs no call: read, classified, answered, logged; through AWS's own runtime client. */
record EventExperiment(Stand stand) implements Experiment {
    private static final int WARM = 3_000;
    private static final int BLOCK = 500;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.ratio(
                        "events",
                        "an event that needs no call, through the runtime client, against an empty handler",
                        1.15),
                Bar.told("events.second", "such events, one function", Bar.A_SECOND));
    }

    @Override
    public Map<String, Figure> measure() throws Exception {
        double[] ours = new double[stand.rounds()];
        double[] empty = new double[stand.rounds()];
        try (Running function = Running.start(stand.peers().zip(), null, stand.log("zip"));
                Running nothing = Running.start(stand.peers().empty(), null, stand.log("empty"))) {
            String event = stand.failures().benign();
            function.handle(event, WARM);
            nothing.handle(event, WARM);
            for (int i = 0; i < stand.rounds(); i++) {
                ours[i] = function.handle(event, BLOCK);
                empty[i] = nothing.handle(event, BLOCK);
            }
        }
        double each = Figure.of(ours).value() / BLOCK;
        return Map.of(
                "events",
                Figure.ratio(ours, empty)
                        .noting("%.0f against %.0f µs"
                                .formatted(each * 1000, Figure.of(empty).value() / BLOCK * 1000)),
                "events.second",
                Figure.exact(1000 / each));
    }
}
