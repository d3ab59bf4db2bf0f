package io.github.ecsmedic.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Measures and shows one table: {@code Bench ROOT TEST-CLASSES [--quick] [NAME …]}.
 *
 * <p>A whole run writes {@code docs/bench.json} and the tables of the pages; a quick one, or one of some experiments, prints
 * only. It ends with 1 when a bar is missed.
 */
public final class Bench {
    private static final int ROUNDS = 11;
    private static final int QUICK = 3;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = Arrays.stream(arguments)
                .skip(2)
                .filter(a -> !a.startsWith("--"))
                .toList();
        boolean quick = Arrays.asList(arguments).contains("--quick");
        Project project = new Project(Path.of(arguments[0]), Path.of(arguments[1]));
        int code;
        try (Stand stand = Stand.open(project, quick ? QUICK : ROUNDS)) {
            List<Experiment> all = experiments(stand, quick);
            List<String> known = all.stream().map(Experiment::name).toList();
            if (Arrays.asList(arguments).contains("--help") || !known.containsAll(names)) {
                System.out.println("scripts/bench [--quick] [NAME...], of " + String.join(", ", known));
                code = known.containsAll(names) ? 0 : 2;
            } else {
                List<Experiment> wanted = all.stream()
                        .filter(e -> names.isEmpty() || names.contains(e.name()))
                        .toList();
                code = run(wanted, project.root(), !quick && names.isEmpty());
            }
        }
        System.exit(code);
    }

    /** @return 0 when all bars are met that were measured */
    private static int run(List<Experiment> experiments, Path root, boolean whole) throws IOException {
        List<Row> rows = rows(experiments, root);
        Pages pages = new Pages(root);
        System.out.println(Board.whole(rows));
        Board.worse(rows, pages.before()).forEach(System.out::println);
        if (whole) {
            pages.write(rows);
        }
        return Board.missed(rows).isEmpty() ? 0 : 1;
    }

    private static List<Experiment> experiments(Stand stand, boolean quick) {
        List<Experiment> all = new ArrayList<>(List.of(
                new StartExperiment(stand, "start", 0, Double.NaN),
                new StartExperiment(stand, "start-0.58", 0.58, 0.50),
                new StartExperiment(stand, "start-0.29", 0.29, 0.35),
                new DeployedExperiment(stand),
                new EventExperiment(stand),
                new CostExperiment(stand),
                new ShellExperiment(stand)));
        all.addAll(Mains.of(stand, quick));
        return all;
    }

    private static List<Row> rows(List<Experiment> experiments, Path root) {
        List<Row> rows = new ArrayList<>();
        for (Experiment experiment : experiments) {
            long begun = System.nanoTime();
            System.err.print("bench: " + experiment.name() + " … ");
            Map<String, Figure> figures;
            String why = "";
            try {
                figures = experiment.measure();
            } catch (Exception e) { // one that breaks must not take the others along
                why = String.valueOf(e.getMessage());
                figures = Map.of();
            }
            for (Bar bar : experiment.bars()) {
                Figure figure = figures.getOrDefault(bar.id(), Figure.none(why));
                rows.add(
                        Double.isNaN(figure.value())
                                ? Row.NotMeasured.because(bar, figure.note(), root)
                                : new Row.Measured(bar, figure));
            }
            System.err.printf("%.0f s%n", (System.nanoTime() - begun) / 1e9);
        }
        return rows;
    }
}
