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
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- /" + part + " -->";
        String text = Files.readString(file);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(to).as("the marks of " + part).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text.substring(0, from) + expected + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(expected);
        }
    }
}
