package io.github.ecsmedic.signature;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The same signatures as {@code java.util.regex}, one after another: what {@link RecogniserComparison} compares with. */
final class SequentialRegex {
    private final List<Signature> ordered;
    private final IdentityHashMap<Clue, Pattern> patterns = new IdentityHashMap<>();

    SequentialRegex(List<Signature> signatures) {
        ordered = Stream.concat(
                        signatures.stream().filter(s -> !s.fallback()),
                        signatures.stream().filter(Signature::fallback))
                .toList();
        ordered.forEach(signature -> compile(signature.clue()));
    }

    String label(Message message) {
        String text = message.text();
        String bounded = text.length() > Text.LIMIT ? text.substring(0, Text.LIMIT) : text;
        Text whole = Text.of(bounded);
        for (Signature signature : ordered) {
            if (holds(signature.clue(), message, whole.lines(), whole.squeezed())) {
                return signature.label();
            }
        }
        return Recogniser.UNKNOWN.label();
    }

    private void compile(Clue clue) {
        switch (clue) {
            case Clue.Has(String literal, int least) -> patterns.put(clue, Pattern.compile(regex(literal, least)));
            case Clue.Finds(LazyPattern pattern) -> patterns.put(clue, compiled(pattern));
            case Clue.FindsTight(LazyPattern pattern) -> patterns.put(clue, compiled(pattern));
            case Clue.All(List<Clue> clues) -> clues.forEach(this::compile);
            case Clue.Any(List<Clue> clues) -> clues.forEach(this::compile);
            case Clue.Not(Clue inner) -> compile(inner);
            case Clue.Around ignored -> {}
        }
    }

    /** The literal, or its beginning where the text was cut off. */
    private static String regex(String literal, int least) {
        String ends = "";
        for (int i = literal.length() - 1; i >= least; i--) {
            ends = "(?:" + Pattern.quote(literal.substring(i, i + 1)) + ends + ")?+";
        }
        return ends.isEmpty()
                ? Pattern.quote(literal)
                : Pattern.quote(literal.substring(0, least)) + "(?:" + Pattern.quote(literal.substring(least)) + "|"
                        + ends + "\\.*$)";
    }

    private static Pattern compiled(LazyPattern pattern) {
        com.google.re2j.Pattern known = pattern.get();
        int flags = (known.flags() & com.google.re2j.Pattern.CASE_INSENSITIVE) == 0 ? 0 : Pattern.CASE_INSENSITIVE;
        return Pattern.compile(
                known.pattern(), flags | ((known.flags() & com.google.re2j.Pattern.DOTALL) == 0 ? 0 : Pattern.DOTALL));
    }

    private boolean holds(Clue clue, Message message, String lines, String squeezed) {
        return switch (clue) {
            case Clue.Has ignored -> found(clue, squeezed);
            case Clue.Finds ignored -> found(clue, lines);
            case Clue.FindsTight ignored -> found(clue, squeezed);
            case Clue.All(List<Clue> clues) -> {
                for (Clue one : clues) {
                    if (!holds(one, message, lines, squeezed)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Clue.Any(List<Clue> clues) -> {
                for (Clue one : clues) {
                    if (holds(one, message, lines, squeezed)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Clue.Not(Clue inner) -> !holds(inner, message, lines, squeezed);
            case Clue.Around around -> around.holds(message);
        };
    }

    private boolean found(Clue clue, String text) {
        return patterns.get(clue).matcher(text).find();
    }
}
