package io.github.ecsmedic.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows rows as a table in Markdown, and says which ratios have become worse. */
final class Board {
    /** What changes less is noise. */
    private static final double WORSE = 1.10;

    private Board() {}

    static String whole(List<Row> rows) {
        List<String> lines = new ArrayList<>(
                List.of("| what | figure | middle half of the runs | bar | |", "|---|---|---|---|---|"));
        rows.forEach(row -> lines.add(
                switch (row) {
                    case Row.Measured(Bar bar, Figure figure) ->
                        "| %s%s | **%s** | %s | %s | %s |"
                                .formatted(
                                        bar.what(),
                                        figure.note().isEmpty() ? "" : " (" + figure.note() + ")",
                                        number(figure.value(), bar.unit()),
                                        spread(figure, bar.unit()),
                                        bar.promised() ? "≤ " + number(bar.atMost(), bar.unit()) : "",
                                        verdict(row));
                    case Row.NotMeasured(Bar bar, String _) ->
                        "| %s | | | %s | %s |"
                                .formatted(
                                        bar.what(),
                                        bar.promised() ? "≤ " + number(bar.atMost(), bar.unit()) : "",
                                        verdict(row));
                }));
        return String.join("\n", lines);
    }

    /** Those rows without their spread. */
    static String brief(List<Row> rows, List<String> ids) {
        List<String> lines = new ArrayList<>(List.of("| what | figure | bar |", "|---|---|---|"));
        for (String id : ids) {
            rows.stream()
                    .filter(row -> row.bar().id().equals(id))
                    .forEach(row -> lines.add(
                            switch (row) {
                                case Row.Measured(Bar bar, Figure figure) ->
                                    "| %s | %s | %s |"
                                            .formatted(
                                                    bar.what(),
                                                    number(figure.value(), bar.unit()),
                                                    bar.promised() ? "≤ " + number(bar.atMost(), bar.unit()) : "");
                                case Row.NotMeasured(Bar bar, String _) ->
                                    "| %s | not measured | %s |"
                                            .formatted(
                                                    bar.what(),
                                                    bar.promised() ? "≤ " + number(bar.atMost(), bar.unit()) : "");
                            }));
        }
        return String.join("\n", lines);
    }

    private static String verdict(Row row) {
        return switch (row) {
            case Row.Measured measured when !measured.bar().promised() -> "";
            case Row.Measured measured -> measured.met() ? "met" : "**missed**";
            case Row.NotMeasured(Bar _, String why) -> "not measured: " + why;
        };
    }

    private static String spread(Figure figure, String unit) {
        return figure.runs() < 2
                ? ""
                : "%s – %s, %d runs".formatted(number(figure.low(), unit), number(figure.high(), unit), figure.runs());
    }

    /** Three digits, and its unit. */
    static String number(double value, String unit) {
        int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        if (text.contains(".")) {
            text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return unit.isEmpty() || unit.equals(Bar.RATIO) || unit.equals(Bar.A_SECOND) ? text + unit : text + " " + unit;
    }

    /** A line for each ratio that is worse than it was, and for each that is no longer measured. */
    static List<String> worse(List<Row> rows, Map<String, Double> before) {
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            Double was = before.get(row.bar().id());
            if (was == null || !row.bar().unit().equals(Bar.RATIO)) {
                continue;
            }
            switch (row) {
                case Row.Measured(Bar bar, Figure figure)
                when figure.value() > was * WORSE ->
                    lines.add("worse: %s is %s, was %s"
                            .formatted(bar.id(), number(figure.value(), bar.unit()), number(was, bar.unit())));
                case Row.Measured _ -> {
                    // as it was, or better
                }
                case Row.NotMeasured(Bar bar, String why) ->
                    lines.add("no longer measured: %s, was %s: %s".formatted(bar.id(), number(was, bar.unit()), why));
            }
        }
        return lines;
    }

    /** Ids of bars that are missed. */
    static List<String> missed(List<Row> rows) {
        return rows.stream()
                .filter(row ->
                        row instanceof Row.Measured measured && measured.bar().promised() && !measured.met())
                .map(row -> row.bar().id())
                .toList();
    }
}
