package io.github.ecsmedic.bench;

import io.github.ecsmedic.MarkedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the figures of the last whole run stand: {@code docs/bench.json}, and parts of two pages made of it. */
record Pages(Path root) {
    static final String README = "README.md";
    static final String PERFORMANCE = "docs/performance.md";
    static final String PART = "bench";
    private static final String NONE = "Not measured yet.";

    /** Of all rows those that the README shows. */
    private static final List<String> BRIEF = List.of(
            "start-0.29.naive",
            "start-0.58.naive",
            "start.aot.empty",
            "start-0.29.first",
            "jar",
            "memory.peak",
            "classify.ratio",
            "storm");

    private Path file() {
        return root.resolve("docs/bench.json");
    }

    /** Values by id. */
    Map<String, Double> before() throws IOException {
        return Figures.values(Figures.read(file()));
    }

    void write(List<Row> rows) throws IOException {
        Figures.write(rows, machine(), file());
        write(PERFORMANCE, whole());
        write(README, brief());
    }

    private void write(String page, String part) throws IOException {
        Path path = root.resolve(page);
        Files.writeString(path, MarkedPart.replaced(Files.readString(path), PART, part));
    }

    /** What the page about performance says. */
    String whole() throws IOException {
        List<Row> rows = Figures.read(file());
        return rows.isEmpty() ? NONE : "On " + Figures.machine(file()) + ":\n\n" + Board.whole(rows);
    }

    /** What the README says. */
    String brief() throws IOException {
        List<Row> rows = Figures.read(file());
        return rows.isEmpty() ? NONE : Board.brief(rows, BRIEF);
    }

    private static String machine() {
        return "%d processors, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature());
    }
}
