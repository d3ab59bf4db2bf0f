package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.diagnose.Diagnoser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The parts of the README that the code knows better, written anew by {@code -Dgolden.write=true}. */
class ReadmeTest {
    private static final int SHOWN = 4;

    private static final Path README = Path.of("..", "README.md");

    @Test
    void readme_message_isTheFiledOne() throws IOException {
        String told = Files.readString(Path.of("..", "events", "causes", "network.s3_gateway_missing", "terminal.txt"));

        holds(
                "message",
                told.lines().map(line -> ("    " + line).stripTrailing()).collect(Collectors.joining("\n")));
    }

    @Test
    void readme_permissions_areThoseOfTheCatalogue() throws IOException {
        holds("permissions", permissions());
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

    private static String permissions() {
        TreeMap<String, Set<String>> uses = new TreeMap<>();
        Diagnoser.ACTIONS.forEach(action -> uses.computeIfAbsent(action, _ -> new TreeSet<>())
                .add("what failed: the task, its definition, its service"));
        Diagnoser.AFTERMATH_ACTIONS.forEach(action ->
                uses.computeIfAbsent(action, _ -> new TreeSet<>()).add("who else is hit, and what was changed before"));
        for (Check check : Catalogue.full().checks()) {
            check.actions()
                    .forEach(action ->
                            uses.computeIfAbsent(action, _ -> new TreeSet<>()).add("`" + check.id() + "`"));
        }
        String rows = uses.entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | " + some(entry.getValue()) + " |")
                .collect(Collectors.joining("\n"));
        return "| action | for which check |\n|---|---|\n" + rows;
    }

    /** A cell that can be read; {@code explain CHECK} tells all actions of one. */
    private static String some(Set<String> uses) {
        String first = uses.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return uses.size() > SHOWN ? first + " and " + (uses.size() - SHOWN) + " more" : first;
    }

    private static void holds(String part, String expected) throws IOException {
        String begin = "<!-- " + part + " -->\n";
        String end = "\n<!-- /" + part + " -->";
        String readme = Files.readString(README);
        int from = readme.indexOf(begin) + begin.length();
        int to = readme.indexOf(end);
        assertThat(to).as("the marks of " + part).isGreaterThanOrEqualTo(from);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
        } else {
            assertThat(readme.substring(from, to)).isEqualTo(expected);
        }
    }
}
