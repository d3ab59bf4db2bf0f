package io.github.ecsmedic.bench;

import io.github.ecsmedic.MarkedPart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The figures that the pages show are those of {@code docs/bench.json}, which {@code scripts/bench} writes. */
class PagesTest {
    private final Pages pages = new Pages(Path.of(".."));

    @Test
    void performance_table_isThatOfTheFigures() throws IOException {
        MarkedPart.holds(Pages.PERFORMANCE, Pages.PART, pages.whole());
    }

    @Test
    void readme_table_isThatOfTheFigures() throws IOException {
        MarkedPart.holds(Pages.README, Pages.PART, pages.brief());
    }
}
