package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the figures of the last whole run stand: {@code docs/bench.json}, and two pages made of it. */
record Pages(Path root) {
    /** Of all rows those that the README shows. */
    static final List<String> BRIEF = List.of(
            "start-0.29.naive",
            "start-0.58.naive",
            "start.aot.empty",
            "start.first",
            "jar",
            "memory.peak",
            "classify.ratio",
            "storm");

    private static final String MARK = "bench";

    private Path file() {
        return root.resolve("docs/bench.json");
    }

    Path performance() {
        return root.resolve("docs/performance.md");
    }

    Path readme() {
        return root.resolve("README.md");
    }

    /** Values by id. */
    Map<String, Double> before() throws IOException {
        return Figures.values(Figures.read(file()));
    }

    void write(List<Row> rows) throws IOException {
        Figures.write(rows, machine(), file());
        Files.writeString(performance(), performancePage());
        Files.writeString(readme(), readmePage());
    }

    /** The page as the file of figures wants it. */
    String performancePage() throws IOException {
        return Board.marked(
                Files.readString(performance()),
                MARK,
                "On " + Figures.machine(file()) + ":\n\n" + Board.whole(Figures.read(file())));
    }

    /** The page as the file of figures wants it. */
    String readmePage() throws IOException {
        return Board.marked(Files.readString(readme()), MARK, Board.brief(Figures.read(file()), BRIEF));
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
