package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs, or the parts of it between marks, that the code knows better; written anew by {@code -Dgolden.write=true}. */
record Page(Path path) {
    static Page of(String name) {
        return new Page(Path.of("..", "docs", name));
    }

    String text() throws IOException {
        return Files.readString(path);
    }

    /** Between {@code <!-- part -->} and {@code <!-- /part -->}. */
    void holds(String part, String expected) throws IOException {
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- /" + part + " -->";
        String page = text();
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        assertThat(to).as("the marks of " + part).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(path, page.substring(0, from) + expected + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(expected);
        }
    }
}
