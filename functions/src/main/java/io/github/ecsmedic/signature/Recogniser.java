package io.github.ecsmedic.signature;

import io.github.ecsmedic.model.AlertClass;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the first signature that holds: those that name a cause in their order, then the fallbacks in theirs. */
public final class Recogniser {
    /** What a text is that no signature knows; it is counted and its wording kept for new signatures. */
    public static final Signature UNKNOWN = Signature.fallback(
            "unknown.generic", AlertClass.FAILURE, "The text names no cause", new Clue.All(List.of()));

    private final List<Signature> ordered;

    /** Made with the first message, twice at worst. */
    private volatile @Nullable Candidates candidates;

    /** Takes the signatures in the order in which they are tried. */
    public Recogniser(List<Signature> signatures) {
        ordered = Stream.concat(
                        signatures.stream().filter(s -> !s.fallback()),
                        signatures.stream().filter(Signature::fallback))
                .toList();
    }

    /** Recognises one message; never fails. */
    public Recognition recognise(Message message) {
        Text text = Text.of(message.text());
        Signature found = find(message, text);
        return new Recognition(found.label(), found.alert(), Capture.facts(text, found.captures()), text.cut());
    }

    /** The signature alone: whether it is a fallback tells how much the message says. */
    Signature find(Message message) {
        return find(message, Text.of(message.text()));
    }

    private Signature find(Message message, Text text) {
        int first = candidates().first(message, text);
        return first < 0 ? UNKNOWN : ordered.get(first);
    }

    private Candidates candidates() {
        Candidates known = candidates;
        if (known == null) {
            known = new Candidates(ordered.stream().map(Signature::clue).toList());
            candidates = known;
        }
        return known;
    }
}
