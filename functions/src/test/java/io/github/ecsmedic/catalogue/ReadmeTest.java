package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.MarkedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The parts of the README that the code knows better, written anew by {@code -Dgolden.write=true}. */
class ReadmeTest {
    @Test
    void readme_message_isTheFiledOne() throws IOException {
        String told = Files.readString(Path.of("..", "events", "causes", "network.s3_gateway_missing", "terminal.txt"));

        holds(
                "message",
                told.lines().map(line -> ("    " + line).stripTrailing()).collect(Collectors.joining("\n")));
    }

    @Test
    void readme_permissions_areThoseOfTheCatalogue() throws IOException {
        holds(
                "permissions",
                "To diagnose it may send %d kinds of reads, each declared by what needs it, and no write but to what is its own."
                        .formatted(Catalogue.full().readActions().size()));
    }

    @Test
    void readme_figures_areThoseOfTheCatalogue() throws IOException {
        Catalogue all = Catalogue.full();

        holds(
                "figures",
                "It knows %d failures by their wording and proves %d root causes by %d checks."
                        .formatted(
                                all.signatures().size(),
                                all.causes().size(),
                                all.checks().size()));
    }

    private static void holds(String part, String expected) throws IOException {
        MarkedPart.holds("README.md", part, expected);
    }
}
