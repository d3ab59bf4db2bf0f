package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.catalogue.Page.Code;
import io.github.ecsmedic.catalogue.Page.Entries;
import io.github.ecsmedic.catalogue.Page.Entry;
import io.github.ecsmedic.catalogue.Page.Part;
import io.github.ecsmedic.catalogue.Page.Section;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Recogniser;
import io.github.ecsmedic.signature.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The pages of a catalogue, written from what its signatures, checks, causes and fixes say of themselves. */
public final class Pages {
    /** The answer when no cause was found; it is a word of diagnoses and no rule of the catalogue. */
    static final String UNKNOWN_CAUSE = "unknown";

    private final Catalogue catalogue;
    private final Explanations explanations;
    private final Mending mending;

    public Pages(Catalogue catalogue) {
        this.catalogue = catalogue;
        explanations = new Explanations(catalogue);
        mending = new Mending(catalogue);
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
        catalogue.fixes().stream().filter(f -> f.id().equals(id)).forEach(f -> parts.add(mending.page(f)));
        if (id.equals(UNKNOWN_CAUSE)) {
            parts.add(new Part(
                    "cause",
                    "No cause was found; the evidence says what was looked at.",
                    List.of(new Code("Proof by hand", Questions.OF_THE_TASK))));
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
                        .map(c -> new Entry(c.id(), Wording.sentence(c.meaning())))
                        .toList());
        add(
                sections,
                "Fixes of these causes",
                mending.of(explanations.causesOf(signature)).stream()
                        .map(f -> new Entry(f.id(), Wording.sentence(f.says())))
                        .toList());
        sections.add(new Code("Proof by hand", Questions.OF_THE_TASK));
        add(sections, "Links", List.of(plain(Links.guide(signature.label()))));
        return new Part("label", Wording.sentence(signature.meaning()), sections);
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
        sections.add(new Code("Proof by hand", proof(cause)));
        sections.addAll(mending.of(cause));
        add(
                sections,
                "Labels that it can explain",
                explanations.labelsOf(cause).stream()
                        .map(s -> new Entry(s.label(), Wording.sentence(s.meaning())))
                        .toList());
        return new Part("cause", Wording.sentence(cause.meaning()), sections);
    }

    private Part check(Check check) {
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                "IAM actions",
                check.actions().isEmpty()
                        ? List.of(plain("none: the event tells."))
                        : check.actions().stream().sorted().map(Pages::plain).toList());
        sections.add(new Code("Proof by hand", Questions.of(check.actions())));
        add(
                sections,
                "Causes that it helps to prove",
                catalogue.causes().stream()
                        .filter(c -> c.conditions().stream()
                                .anyMatch(condition -> condition.check().equals(check.id())))
                        .map(c -> new Entry(c.id(), Wording.sentence(c.meaning())))
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

    /** The commands of the checks that must find something; that nothing else may be wrong stands on their pages. */
    private List<String> proof(CauseRule cause) {
        Set<String> actions = new TreeSet<>();
        for (Condition condition : cause.conditions()) {
            switch (condition) {
                case Condition.Fails(String check, Set<String> ignored) -> actions.addAll(actions(check));
                case Condition.Passes(String check) -> actions.addAll(actions(check));
                case Condition.DoesNotFail ignored -> {}
                case Condition.DoesNotPass ignored -> {}
                case Condition.PassLeavesOpen ignored -> {}
                case Condition.Answers ignored -> {}
                case Condition.Adds ignored -> {}
            }
        }
        return Questions.of(actions);
    }

    private Set<String> actions(String check) {
        return catalogue.checks().stream()
                .filter(c -> c.id().equals(check))
                .findFirst()
                .map(Check::actions)
                .orElseGet(Set::of);
    }

    private String question(String check) {
        return catalogue.checks().stream()
                .filter(c -> c.id().equals(check))
                .map(Check::question)
                .findFirst()
                .orElse("");
    }

    static void add(List<Section> sections, String heading, List<Entry> entries) {
        if (!entries.isEmpty()) {
            sections.add(new Entries(heading, entries));
        }
    }

    static Entry plain(String says) {
        return new Entry("", says);
    }
}
