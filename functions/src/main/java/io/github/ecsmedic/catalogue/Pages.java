package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.catalogue.Page.Entry;
import io.github.ecsmedic.catalogue.Page.Part;
import io.github.ecsmedic.catalogue.Page.Section;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pages of a catalogue, written from what its signatures, checks, causes and fixes say of themselves. */
public final class Pages {
    /** The answer when no cause was found; it is a word of diagnoses and no rule of the catalogue. */
    private static final String UNKNOWN_CAUSE = "unknown";

    private final Catalogue catalogue;
    private final Explanations explanations;

    public Pages(Catalogue catalogue) {
        this.catalogue = catalogue;
        explanations = new Explanations(catalogue);
    }

    /** Every id that has a page, sorted. */
    public NavigableSet<String> ids() {
        NavigableSet<String> ids = new TreeSet<>();
        signatures().map(Signature::label).forEach(ids::add);
        catalogue.causes().forEach(cause -> ids.add(cause.id()));
        catalogue.checks().forEach(check -> ids.add(check.id()));
        catalogue.fixes().forEach(fix -> ids.add(fix.id()));
        ids.add(UNKNOWN_CAUSE);
        return ids;
    }

    /** The page of an id; empty when nothing has that id. */
    public Optional<Page> page(String id) {
        List<Part> parts = new ArrayList<>();
        signatures().filter(s -> s.label().equals(id)).findFirst().ifPresent(s -> parts.add(label(s)));
        catalogue.causes().stream().filter(c -> c.id().equals(id)).forEach(c -> parts.add(cause(c)));
        catalogue.checks().stream().filter(c -> c.id().equals(id)).forEach(c -> parts.add(check(c)));
        catalogue.fixes().stream().filter(f -> f.id().equals(id)).forEach(f -> parts.add(fix(f)));
        if (id.equals(UNKNOWN_CAUSE)) {
            parts.add(new Part("cause", "No cause was found; the evidence says what was looked at.", List.of()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Page(id, parts));
    }

    private Stream<Signature> signatures() {
        return Stream.concat(catalogue.signatures().stream(), Stream.of(Recogniser.UNKNOWN));
    }

    private Part label(Signature signature) {
        List<Section> sections = new ArrayList<>();
        add(sections, "Alert", List.of(plain(alert(signature))));
        add(
                sections,
                "Facts that the text can hold",
                signature.captures().stream()
                        .sorted()
                        .map(Fact::word)
                        .reduce((a, b) -> a + ", " + b)
                        .map(Pages::plain)
                        .stream()
                        .toList());
        add(
                sections,
                "Causes that can explain it",
                explanations.causesOf(signature).stream()
                        .map(c -> new Entry(c.id(), sentence(c.meaning())))
                        .toList());
        add(sections, "Links", List.of(plain(Links.guide(signature.label()))));
        return new Part("label", sentence(signature.meaning()), sections);
    }

    private static String alert(Signature signature) {
        return switch (signature.alert()) {
            case FAILURE -> "failure: something is broken.";
            case EXPECTED -> "expected: the platform did what it announced; told, never paged.";
            case BENIGN -> "benign: normal life.";
            case JUDGE -> "judge: the text alone does not tell; a diagnosis decides.";
        };
    }

    private Part cause(CauseRule cause) {
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "Proof",
                cause.conditions().stream()
                        .map(c -> new Entry(c.check(), Wording.of(c, question(c.check()))))
                        .toList());
        add(
                sections,
                "Fixes",
                catalogue.fixes().stream()
                        .filter(f -> f.answers().contains(cause.id()))
                        .map(f -> new Entry(f.id(), sentence(f.says())))
                        .toList());
        add(
                sections,
                "Not to be done",
                catalogue.fixes().stream()
                        .filter(f -> f.harmfulFor().containsKey(cause.id()))
                        .map(f -> new Entry(f.id(), sentence(f.harmfulFor().getOrDefault(cause.id(), ""))))
                        .toList());
        add(
                sections,
                "Labels that it can explain",
                explanations.labelsOf(cause).stream()
                        .map(s -> new Entry(s.label(), sentence(s.meaning())))
                        .toList());
        return new Part("cause", sentence(cause.meaning()), sections);
    }

    private Part check(Check check) {
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "IAM actions",
                check.actions().isEmpty()
                        ? List.of(plain("none: the event tells."))
                        : check.actions().stream().sorted().map(Pages::plain).toList());
        add(
                sections,
                "Causes that it helps to prove",
                catalogue.causes().stream()
                        .filter(c -> c.conditions().stream()
                                .anyMatch(condition -> condition.check().equals(check.id())))
                        .map(c -> new Entry(c.id(), sentence(c.meaning())))
                        .toList());
        add(
                sections,
                "Links",
                check.actions().stream()
                        .sorted()
                        .map(Links::operation)
                        .filter(link -> !link.isEmpty())
                        .map(Pages::plain)
                        .toList());
        return new Part("check", check.question() + "?", sections);
    }

    private Part fix(Fix fix) {
        List<Section> sections = new ArrayList<>();
        String tier = switch (fix.tier()) {
            case AUTOMATIC -> "automatic: after opt-in it may be applied without asking.";
            case APPROVAL -> "approval: one person must agree.";
            case MANUAL -> "manual: the commands are printed; a person runs them.";
        };
        add(sections, "Tier", List.of(plain(tier)));
        add(sections, "Causes that it cures", causes(fix.answers().stream()));
        NavigableMap<String, String> harms = new TreeMap<>(fix.harmfulFor());
        add(
                sections,
                "Causes for which it does harm",
                harms.entrySet().stream()
                        .map(harm -> new Entry(harm.getKey(), sentence(harm.getValue())))
                        .toList());
        return new Part("fix", sentence(fix.says()), sections);
    }

    private List<Entry> causes(Stream<String> ids) {
        Map<String, String> meanings = new TreeMap<>();
        catalogue.causes().forEach(cause -> meanings.put(cause.id(), cause.meaning()));
        return ids.sorted()
                .map(id -> new Entry(id, sentence(meanings.getOrDefault(id, ""))))
                .toList();
    }

    private String question(String check) {
        return catalogue.checks().stream()
                .filter(c -> c.id().equals(check))
                .map(Check::question)
                .findFirst()
                .orElse("");
    }

    private static void add(List<Section> sections, String heading, List<Entry> entries) {
        if (!entries.isEmpty()) {
            sections.add(new Section(heading, entries));
        }
    }

    private static Entry plain(String says) {
        return new Entry("", says);
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") ? text : text + ".";
    }
}
