package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.catalogue.Wording.sentence;

import io.github.ecsmedic.catalogue.FixPage.Patch;
import io.github.ecsmedic.catalogue.Page.Code;
import io.github.ecsmedic.catalogue.Page.Entries;
import io.github.ecsmedic.catalogue.Page.Entry;
import io.github.ecsmedic.catalogue.Page.Part;
import io.github.ecsmedic.catalogue.Page.Section;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.fix.Fix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of the pages that say what to do: by hand, in declared infrastructure, and what not. */
final class Mending {
    private static final String WORSE = "When it makes things worse";

    private static final String UNDONE =
            "Where a stack or Terraform manages it, its next deploy undoes the fix: change it there as well.";

    private final Catalogue catalogue;

    Mending(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The fixes of these causes, each once. */
    Set<Fix> of(List<CauseRule> causes) {
        Set<Fix> fixes = new LinkedHashSet<>();
        causes.forEach(cause -> fixes.addAll(answering(cause.id())));
        return fixes;
    }

    /** For one cause: its fixes, their commands, the patches of the first that has some, and what must not be done. */
    List<Section> of(CauseRule cause) {
        List<Section> sections = new ArrayList<>();
        List<Fix> fixes = answering(cause.id());
        Pages.add(
                sections,
                "Fixes",
                fixes.stream()
                        .map(f -> new Entry(
                                f.id(), sentence(f.says()) + " Mind: " + sentence(Example.caution(f, cause.id()))))
                        .toList());
        for (Fix fix : fixes) {
            List<String> commands = Example.commands(fix, cause.id());
            if (!commands.isEmpty()) {
                sections.add(new Code("By hand: " + fix.id(), commands));
            }
        }
        sections.addAll(declared(fixes, cause.id()));
        Pages.add(sections, WORSE, fixes.stream().flatMap(Mending::worse).toList());
        Pages.add(
                sections,
                "Not to be done",
                catalogue.fixes().stream()
                        .filter(f -> f.harmfulFor().containsKey(cause.id()))
                        .map(f -> new Entry(f.id(), sentence(f.harmfulFor().getOrDefault(cause.id(), ""))))
                        .toList());
        return sections;
    }

    /** The page of a fix. */
    Part page(Fix fix) {
        List<Section> sections = new ArrayList<>();
        Pages.add(sections, "Tier", List.of(Pages.plain(tier(fix))));
        sections.addAll(byHand(fix));
        FixPage.of(fix.id()).ifPresent(page -> {
            for (Patch patch : page.patches()) {
                String only = String.join(", ", new TreeSet<>(patch.causes()));
                sections.add(new Code(patch.tool() + (only.isEmpty() ? "" : " for " + only), patch.lines()));
            }
            if (!page.patches().isEmpty() && !catalogue.requests(fix.id()).isEmpty()) {
                sections.add(new Entries("Declared infrastructure", List.of(Pages.plain(UNDONE))));
            }
            if (!page.undeclared().isEmpty()) {
                sections.add(new Entries("Declared infrastructure", List.of(Pages.plain(page.undeclared()))));
            }
            Pages.add(
                    sections, WORSE, page.worse().isEmpty() ? List.of() : List.of(Pages.plain(sentence(page.worse()))));
        });
        Map<String, String> cured = new TreeMap<>();
        fix.answers().forEach(id -> cured.put(id, meaning(id)));
        Pages.add(sections, "Causes that it cures", entries(cured));
        Pages.add(sections, "Causes for which it does harm", entries(new TreeMap<>(fix.harmfulFor())));
        return new Part("fix", sentence(fix.says()), sections);
    }

    private List<Fix> answering(String cause) {
        return catalogue.fixes().stream()
                .filter(f -> f.answers().contains(cause))
                .toList();
    }

    /** Causes for which the commands are the same stand under one heading. */
    private static List<Section> byHand(Fix fix) {
        Map<List<String>, List<String>> causes = new LinkedHashMap<>();
        Set<String> all = fix.answers().isEmpty() ? Set.of("") : new TreeSet<>(fix.answers());
        all.forEach(cause -> causes.computeIfAbsent(Example.commands(fix, cause), _ -> new ArrayList<>())
                .add(cause));
        List<Section> sections = new ArrayList<>();
        causes.forEach((commands, of) -> {
            if (!commands.isEmpty()) {
                sections.add(
                        new Code(causes.size() == 1 ? "By hand" : "By hand for " + String.join(", ", of), commands));
            }
        });
        return sections;
    }

    private static List<Section> declared(List<Fix> fixes, String cause) {
        List<Section> sections = new ArrayList<>();
        for (Fix fix : fixes) {
            List<Patch> patches =
                    FixPage.of(fix.id()).map(page -> page.patches(cause)).orElseGet(List::of);
            if (!patches.isEmpty()) {
                patches.forEach(p -> sections.add(new Code(p.tool() + ": " + fix.id(), p.lines())));
                return sections;
            }
        }
        Pages.add(
                sections,
                "Declared infrastructure",
                fixes.stream()
                        .flatMap(fix -> FixPage.of(fix.id()).stream()
                                .filter(page -> !page.undeclared().isEmpty())
                                .map(page -> new Entry(fix.id(), page.undeclared())))
                        .toList());
        return sections;
    }

    private static Stream<Entry> worse(Fix fix) {
        return FixPage.of(fix.id()).stream()
                .filter(page -> !page.worse().isEmpty())
                .map(page -> new Entry(fix.id(), sentence(page.worse())));
    }

    private static String tier(Fix fix) {
        return switch (fix.tier()) {
            case AUTOMATIC -> "automatic: after opt-in it may be applied without asking.";
            case APPROVAL -> "approval: one person must agree.";
            case MANUAL -> "manual: the commands are printed; a person runs them.";
        };
    }

    private String meaning(String cause) {
        return catalogue.causes().stream()
                .filter(c -> c.id().equals(cause))
                .map(CauseRule::meaning)
                .findFirst()
                .orElse("");
    }

    private static List<Entry> entries(Map<String, String> clauses) {
        return clauses.entrySet().stream()
                .map(clause -> new Entry(clause.getKey(), sentence(clause.getValue())))
                .toList();
    }
}
