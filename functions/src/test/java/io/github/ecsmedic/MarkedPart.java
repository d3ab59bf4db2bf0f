package io.github.ecsmedic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page that the code knows better, between two marks; {@code -Dgolden.write=true} writes it anew. */
public final class MarkedPart {
    private MarkedPart() {}

    /** The page, seen from the root of the project, has that text between {@code <!-- part -->} and {@code <!-- /part -->}. */
    public static void holds(String page, String part, String expected) throws IOException {
        Path file = Path.of("..", page);
        String text = Files.readString(file);
        String wanted = replaced(text, part, expected);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, wanted);
        } else {
            assertThat(text).isEqualTo(wanted);
        }
    }

    /** The text with that part of it anew. */
    public static String replaced(String text, String part, String by) {
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- /" + part + " -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(to).as("the marks of " + part).isGreaterThanOrEqualTo(from);
        return text.substring(0, from) + by + text.substring(to);
    }
}
