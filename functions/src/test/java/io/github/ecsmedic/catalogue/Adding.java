package io.github.ecsmedic.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The steps of docs/adding.md. */
final class Adding {
    private static final Pattern STEP = Pattern.compile("(?ms)^\\d\\. (.+?)\\n\\n {3}(`{3,})(\\w+)\\n(.*?)\\n {3}\\2$");
    private static final Pattern FILE = Pattern.compile("`(functions/src/[^`]+)`");
    private static final Pattern AFTER = Pattern.compile("after\\s+`([^`]+)`");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (.+);$");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public final )?class (\\w+)");

    private Adding() {}

    /** What is added, with its steps in order. */
    record Recipe(String kind, List<Step> steps) {}

    /**
     * One change.
     *
     * @param file from the root of the repository
     * @param after the text on whose line's end the block follows; empty where it stands at the end or is the whole file
     */
    record Step(String file, Optional<String> after, String block) {
        /** The file as it is after the step. */
        String in(String before) {
            String imports = lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
            if (after.isEmpty()) {
                return before + block + "\n";
            }
            int found = before.indexOf(after.get());
            if (found < 0 || before.indexOf(after.get(), found + 1) >= 0) {
                throw new IllegalStateException("not once in " + file + ": " + after.get());
            }
            int end = before.indexOf('\n', found) + 1;
            String added = lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
            String with = before.substring(0, end) + added + "\n" + before.substring(end);
            return imports.isEmpty() ? with : with.replaceFirst("\nimport ", "\n" + imports + "\nimport ");
        }

        private java.util.stream.Stream<String> lines() {
            return block.lines();
        }
    }

    static List<Recipe> read(String page) {
        List<Recipe> recipes = new ArrayList<>();
        for (String section : page.split("(?m)^## A ", -1)) {
            if (!section.startsWith("# ")) {
                recipes.add(new Recipe(section.substring(0, section.indexOf('\n')), steps(section)));
            }
        }
        return recipes;
    }

    private static List<Step> steps(String section) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(section);
        while (step.find()) {
            String block = step.group(4).replaceAll("(?m)^ {3}", "");
            Matcher after = AFTER.matcher(step.group(1));
            steps.add(new Step(
                    file(step.group(1), block), after.find() ? Optional.of(after.group(1)) : Optional.empty(), block));
        }
        return steps;
    }

    /** Named in the text; a test says by its package where it stands. */
    private static String file(String says, String block) {
        Matcher named = FILE.matcher(says);
        if (named.find()) {
            return named.group(1);
        }
        Matcher place = PACKAGE.matcher(block);
        Matcher type = TYPE.matcher(block);
        if (!place.find() || !type.find()) {
            throw new IllegalStateException("a step names no file: " + says);
        }
        return "functions/src/test/java/" + place.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
    }
}
