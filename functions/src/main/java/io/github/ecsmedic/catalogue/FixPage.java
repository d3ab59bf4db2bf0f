package io.github.ecsmedic.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person wrote about one fix, in the file {@code pages/ID.md} of the resources.
 *
 * @param worse one sentence on when the fix makes things worse
 * @param undeclared why nothing is to be declared; {@code ""} where there are patches
 */
record FixPage(String worse, String undeclared, List<Patch> patches) {
    private static final String WORSE = "Worse when: ";
    private static final String UNDECLARED = "Declared: ";
    private static final String HEADING = "## ";
    private static final String FENCE = "```";

    FixPage {
        patches = List.copyOf(patches);
    }

    /**
     * A change of declared infrastructure.
     *
     * @param tool {@code CDK}, {@code CloudFormation} or {@code Terraform}
     * @param causes the causes for which it is written; empty for all that have none of their own
     */
    record Patch(String tool, Set<String> causes, List<String> lines) {
        Patch {
            causes = Set.copyOf(causes);
            lines = List.copyOf(lines);
        }
    }

    /** Empty where nobody wrote one. */
    static Optional<FixPage> of(String fix) {
        try (InputStream file = FixPage.class.getResourceAsStream("/pages/" + fix + ".md")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(parse(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                            .lines()
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of " + fix, e);
        }
    }

    static FixPage parse(List<String> lines) {
        return new FixPage(after(WORSE, lines), after(UNDECLARED, lines), patches(lines));
    }

    /** The patches for a cause, those that are written for it before those for all. */
    List<Patch> patches(String cause) {
        List<Patch> own =
                patches.stream().filter(p -> p.causes().contains(cause)).toList();
        return own.isEmpty()
                ? patches.stream().filter(p -> p.causes().isEmpty()).toList()
                : own;
    }

    private static String after(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .findFirst()
                .orElse("");
    }

    private static List<Patch> patches(List<String> lines) {
        List<Patch> patches = new ArrayList<>();
        String heading = "";
        List<String> code = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                if (inside) {
                    patches.add(patch(heading, code));
                    code.clear();
                }
                inside = !inside;
            } else if (inside) {
                code.add(line);
            } else if (line.startsWith(HEADING)) {
                heading = line.substring(HEADING.length());
            }
        }
        return patches;
    }

    /** Of a heading such as {@code CDK} or {@code CDK: app.stop_timeout, app.segfault}. */
    private static Patch patch(String heading, List<String> lines) {
        int colon = heading.indexOf(": ");
        return colon < 0
                ? new Patch(heading, Set.of(), lines)
                : new Patch(
                        heading.substring(0, colon),
                        new TreeSet<>(List.of(heading.substring(colon + 2).split(", ", -1))),
                        lines);
    }
}
