package io.github.ecsmedic.cli;

import io.github.ecsmedic.doctor.Line;
import io.github.ecsmedic.doctor.Line.State;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.notify.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an examination found, for a person and for a program. */
record DoctorReport(String name, String region, List<Line> lines) {
    boolean red() {
        return lines.stream().anyMatch(line -> line.state() == State.RED);
    }

    /** Whether nothing at all was seen. */
    boolean blind() {
        return lines.stream().allMatch(line -> line.state() == State.UNSEEN);
    }

    private boolean unseen() {
        return lines.stream().anyMatch(line -> line.state() == State.UNSEEN);
    }

    String json() {
        return JsonText.object(json -> {
            json.writeNumberField("schema", 1);
            json.writeStringField("name", name);
            json.writeStringField("region", region);
            JsonText.list(json, "lines", lines, (item, line) -> {
                item.writeStringField("exam", line.exam());
                item.writeStringField("state", line.state().name().toLowerCase(Locale.ROOT));
                item.writeStringField("says", line.says());
                JsonText.texts(item, "remedy", line.remedy());
            });
        });
    }

    String text(int width, boolean colour) {
        List<Report.Part> parts = new ArrayList<>();
        long broken = lines.stream().filter(line -> line.state() == State.RED).count();
        String what = name + " in " + region;
        parts.add(
                broken > 0
                        ? new Report.Part.Headline(
                                broken + (broken == 1 ? " thing is" : " things are") + " broken in " + what)
                        : new Report.Part.Paragraph("Nothing broken is seen in " + what
                                + (unseen() ? "; what has a ? could not be seen." : ".")));
        parts.add(new Report.Part.Heading("Examined"));
        for (Line line : lines) {
            parts.add(new Report.Part.Hop(
                    mark(line.state()) + " " + line.exam() + ": " + line.says(), line.state() == State.RED));
            line.remedy().forEach(command -> parts.add(new Report.Part.Command(command)));
        }
        return TerminalText.of(parts, width, colour);
    }

    private static String mark(State state) {
        return switch (state) {
            case GREEN -> "✓";
            case RED -> "✗";
            case UNSEEN -> "?";
        };
    }
}
