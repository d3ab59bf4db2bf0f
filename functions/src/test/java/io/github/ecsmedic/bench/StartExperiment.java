package io.github.ecsmedic.bench;

import io.github.ecsmedic.aws.HttpAccount.Asked;
import io.github.ecsmedic.bench.Stand.Start;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From the start of a process to the answer to its first failure, and how much longer that took than a later one.
 *
 * @param processors from the first event on; 0 for as many as there are
 */
record StartExperiment(Stand stand, String name, double processors, double ofNaive) implements Experiment {
    private static final int LATER = 9;
    private static final String AOT_EMPTY = "start.aot.empty";
    private static final String AOT_BOTO3 = "start.aot.boto3";

    @Override
    public List<Bar> bars() {
        String with = processors == 0 ? "" : ", " + processors + " of a processor from the first event on";
        List<Bar> throttled = List.of(
                Bar.ratio(name + ".naive", "start to first diagnosis, zip, against naive" + with, ofNaive),
                Bar.ratio(name + ".first", "first event after the start against a later one, zip" + with, 1.5));
        List<Bar> bars = new ArrayList<>(throttled);
        if (processors == 0) {
            bars.addAll(List.of(
                    Bar.ratio(name + ".empty", "start to first diagnosis, zip, against an empty handler", Double.NaN),
                    Bar.ratio(AOT_EMPTY, "start to first diagnosis, AOT cache, against an empty handler", 5),
                    Bar.ratio(AOT_BOTO3, "the same, against boto3 with the same calls", 0.90),
                    new Bar(
                            "memory.peak",
                            "most memory of the process, zip, in a function of 512 MB",
                            Bar.MEGABYTES,
                            512 - 150),
                    Bar.ratio("memory.naive", "the same, against naive", Double.NaN)));
        }
        return bars;
    }

    @Override
    public Map<String, Figure> measure() throws Exception {
        Map<String, Peer> peers = new LinkedHashMap<>();
        Map<String, Figure> figures = new HashMap<>();
        peers.put("zip", stand.peers().zip());
        peers.put("naive", stand.peers().naive());
        if (processors == 0) {
            peers.put("empty", stand.peers().empty());
            add(peers, "aot", () -> stand.peers().aot(stand.aws(), stand.failures()), figures, AOT_EMPTY, AOT_BOTO3);
            add(peers, "boto3", () -> stand.peers().boto3(seen()), figures, AOT_BOTO3);
        }
        Map<String, List<Start>> seen = new HashMap<>();
        List<List<Start>> starts = stand.starts(List.copyOf(peers.values()), processors, LATER);
        int i = 0;
        for (String peer : peers.keySet()) {
            seen.put(peer, starts.get(i++));
        }
        throttled(seen, figures);
        if (processors == 0) {
            unthrottled(seen, figures);
        }
        return figures;
    }

    private interface Made {
        Peer get() throws Exception;
    }

    /** A peer that cannot be had leaves out its own rows alone. */
    private static void add(
            Map<String, Peer> peers, String name, Made made, Map<String, Figure> figures, String... rows) {
        try {
            peers.put(name, made.get());
        } catch (Exception e) {
            for (String row : rows) {
                figures.put(row, Figure.none(String.valueOf(e.getMessage())));
            }
        }
    }

    /** The calls of one failure. */
    private List<Asked> seen() throws IOException, InterruptedException {
        stand.start(stand.peers().zip(), 0, 0);
        return stand.aws().asked();
    }

    private void throttled(Map<String, List<Start>> seen, Map<String, Figure> figures) {
        figures.put(name + ".naive", total(seen, "zip", "naive"));
        double[] first = all(seen, "zip", Start::first);
        double[] warm = all(seen, "zip", Start::warm);
        figures.put(
                name + ".first",
                Figure.ratio(first, warm).noting("%.0f against %.0f ms".formatted(median(first), median(warm))));
    }

    private void unthrottled(Map<String, List<Start>> seen, Map<String, Figure> figures) {
        double[] memory = all(seen, "zip", Start::memory);
        figures.put("memory.peak", Figure.of(memory));
        figures.put("memory.naive", Figure.ratio(memory, all(seen, "naive", Start::memory)));
        figures.put(name + ".empty", total(seen, "zip", "empty"));
        if (seen.containsKey("aot")) {
            figures.put(AOT_EMPTY, total(seen, "aot", "empty"));
            if (seen.containsKey("boto3")) {
                figures.put(AOT_BOTO3, total(seen, "aot", "boto3"));
            }
        }
    }

    private static Figure total(Map<String, List<Start>> seen, String ours, String peer) {
        double[] mine = all(seen, ours, Start::total);
        double[] theirs = all(seen, peer, Start::total);
        return Figure.ratio(mine, theirs).noting("%.0f of %.0f ms".formatted(median(mine), median(theirs)));
    }

    private static double median(double[] runs) {
        return Figure.of(runs).value();
    }

    private static double[] all(Map<String, List<Start>> seen, String peer, ToDoubleFunction<Start> what) {
        return seen.get(peer).stream().mapToDouble(what).toArray();
    }
}
