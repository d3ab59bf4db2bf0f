package io.github.ecsmedic.bench;

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
        int missed;
        try (Stand stand = Stand.open(project, quick ? QUICK : ROUNDS)) {
            List<Experiment> all = experiments(stand, quick);
            if (Arrays.asList(arguments).contains("--help")) {
                all.forEach(e -> System.out.println(e.name()));
                System.exit(0);
            }
            List<String> unknown = names.stream()
                    .filter(n -> all.stream().noneMatch(e -> e.name().equals(n)))
                    .toList();
            if (!unknown.isEmpty()) {
                System.err.println("bench: no experiment " + String.join(", ", unknown) + "; there are "
                        + String.join(", ", all.stream().map(Experiment::name).toList()));
                System.exit(2);
            }
            List<Row> rows = rows(all.stream()
                    .filter(e -> names.isEmpty() || names.contains(e.name()))
                    .toList());
            Pages pages = new Pages(project.root());
            System.out.println(Board.whole(rows));
            Board.worse(rows, pages.before()).forEach(System.out::println);
            if (!quick && names.isEmpty()) {
                pages.write(rows);
            }
            missed = Board.missed(rows).size();
        }
        System.exit(missed == 0 ? 0 : 1);
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

    private static List<Row> rows(List<Experiment> experiments) {
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
                                ? new Row.NotMeasured(bar, figure.note())
                                : new Row.Measured(bar, figure));
            }
            System.err.printf("%.0f s%n", (System.nanoTime() - begun) / 1e9);
        }
        return rows;
    }
}
