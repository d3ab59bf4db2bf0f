package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is deployed: how large it is, and how much of it a failure loads. */
record DeployedExperiment(Stand stand) implements Experiment {
    private static final double MEGABYTE = 1e6;
    private static final int LATER = 40;

    @Override
    public String name() {
        return "deployed";
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.ratio("jar", "size of the deployed jar, against the unshrunk one", 0.45),
                Bar.told("classes", "classes loaded by the start and a failure, zip", Bar.PIECES),
                Bar.ratio("classes.naive", "the same, against naive", Double.NaN),
                Bar.told("heap", "heap in use after " + LATER + " failures and a collection, zip", Bar.MEGABYTES));
    }

    @Override
    public Map<String, Figure> measure() throws Exception {
        double deployed = Files.size(stand.project().deployedJar()) / MEGABYTE;
        double whole = Files.size(stand.project().wholeJar()) / MEGABYTE;
        double classes = classes(stand.peers().zip());
        return Map.of(
                "jar",
                Figure.exact(deployed / whole)
                        .noting("%s of %s"
                                .formatted(Board.number(deployed, Bar.MEGABYTES), Board.number(whole, Bar.MEGABYTES))),
                "classes",
                Figure.exact(classes),
                "classes.naive",
                Figure.exact(classes / classes(stand.peers().naive())),
                "heap",
                Figure.exact(heap(stand.peers().zip())));
    }

    private double classes(Peer peer) throws IOException, InterruptedException {
        Path list = stand.log(peer.name() + "-classes");
        Files.deleteIfExists(list);
        stand.aws().forget();
        try (Running running = Running.start(peer, null, stand.log(peer.name()), "-Xlog:class+load:file=" + list)) {
            running.handle(stand.failures().event());
        }
        try (var lines = Files.lines(list)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    /** In MB, as the JVM tells it. */
    private double heap(Peer peer) throws IOException, InterruptedException {
        try (Running running = Running.start(peer, null, stand.log(peer.name()))) {
            for (int i = 0; i < LATER; i++) {
                stand.aws().forget();
                running.handle(stand.failures().event());
            }
            String jcmd = Path.of(stand.project().java()).resolveSibling("jcmd").toString();
            String pid = Long.toString(running.pid());
            Command.output(jcmd, pid, "GC.run");
            return Command.output(jcmd, pid, "GC.heap_info")
                            .lines()
                            .filter(line -> line.contains(" total ") && line.contains(" used "))
                            .mapToLong(line -> Long.parseLong(line.replaceAll(".* used (\\d+)K.*", "$1")))
                            .sum()
                    * 1024
                    / MEGABYTE;
        }
    }
}
