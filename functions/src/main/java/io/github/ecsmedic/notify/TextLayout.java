package io.github.ecsmedic.notify;

import java.util.List;

/**
 * Lays a report out as lines of a given width.
 *
 * <p>Commands stay whole, and so does a word that is wider than the line: both are there to be copied.
 */
public final class TextLayout {
    /** Paints a finished line; the plain style returns it as it is. */
    public interface Style {
        String paint(Report.Part part, String line);
    }

    private static final int NARROWEST = 40;
    /** Columns of indentation that a line of a log keeps. */
    private static final int DEEPEST = 8;

    private final int width;
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private TextLayout(int width, Style style) {
        this.width = Math.max(NARROWEST, width);
        this.style = style;
    }

    /** The text, each line ended by a line feed. */
    public static String of(List<Report.Part> parts, int width, Style style) {
        TextLayout layout = new TextLayout(width, style);
        parts.forEach(layout::add);
        return layout.text.toString();
    }

    private void add(Report.Part part) {
        switch (part) {
            case Report.Part.Headline(String line) -> line(part, line);
            case Report.Part.Command(String command) -> command.lines().forEach(line -> line(part, line));
            case Report.Part.Heading(String heading) -> {
                text.append('\n');
                wrap(part, heading, "", "  ");
            }
            case Report.Part.Paragraph(String paragraph) -> wrap(part, paragraph, "", "");
            case Report.Part.Item(String item) -> wrap(part, item, "  - ", "    ");
            case Report.Part.Logged(String logged) -> wrap(part, logged, "  | " + indentation(logged), "  |   ");
            case Report.Part.Hop(String hop, boolean stopped) -> wrap(part, hop, "  ", "      ");
            case Report.Part.Footnote(String note) -> {
                text.append('\n');
                wrap(part, note, "", "");
            }
        }
    }

    private void wrap(Report.Part part, String words, String first, String next) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : Words.of(words)) {
            if (!empty && columns(line) + 1 + columns(word) > width) {
                line(part, line.toString());
                line.setLength(0);
                line.append(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(part, line.toString());
    }

    private static String indentation(String line) {
        int spaces = line.length() - line.stripLeading().length();
        return " ".repeat(Math.min(spaces, DEEPEST));
    }

    private static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private void line(Report.Part part, String line) {
        text.append(style.paint(part, line)).append('\n');
    }
}
