package io.github.ecsmedic.signature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a {@link Recogniser} must find, in the plainest way: clue after clue as it is written, each literal searched for,
 * each pattern tried.
 */
final class PlainRecogniser {
    private final List<Signature> ordered;

    PlainRecogniser(List<Signature> signatures) {
        ordered = Stream.concat(
                        signatures.stream().filter(s -> !s.fallback()),
                        signatures.stream().filter(Signature::fallback))
                .toList();
    }

    Recognition recognise(Message message) {
        boolean cut = message.text().length() > Text.LIMIT;
        String text = cut ? message.text().substring(0, Text.LIMIT) : message.text();
        String lines = lines(text);
        String squeezed = squeezed(text);
        Signature found = ordered.stream()
                .filter(s -> holds(s.clue(), message, lines, squeezed))
                .findFirst()
                .orElse(Recogniser.UNKNOWN);
        return new Recognition(found.label(), found.alert(), facts(lines, squeezed, found.captures()), cut);
    }

    static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!blank(c)) {
                lines.append(straight(c));
            } else if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != ' ') {
                lines.append(' ');
            }
        }
        return lines.toString().strip();
    }

    static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = straight(c);
            if (!blank(c) && "'\"`\\".indexOf(plain) < 0) {
                squeezed.append(c == '…' ? '.' : c > 0xff ? '?' : c);
            }
        }
        return squeezed.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static char straight(char c) {
        return "’‘‚′".indexOf(c) >= 0 ? '\'' : "“”„″".indexOf(c) >= 0 ? '"' : c;
    }

    private static boolean holds(Clue clue, Message message, String lines, String squeezed) {
        return switch (clue) {
            case Clue.Has(String literal, int least) -> has(squeezed, literal, least);
            case Clue.Finds(LazyPattern pattern) -> pattern.get().matcher(lines).find();
            case Clue.FindsTight(LazyPattern pattern) ->
                pattern.get().matcher(squeezed).find();
            case Clue.All(List<Clue> clues) -> clues.stream().allMatch(c -> holds(c, message, lines, squeezed));
            case Clue.Any(List<Clue> clues) -> clues.stream().anyMatch(c -> holds(c, message, lines, squeezed));
            case Clue.Not(Clue inner) -> !holds(inner, message, lines, squeezed);
            case Clue.Around around -> around.holds(message);
        };
    }

    /** The literal, or so much of its beginning at the end of the text, trailing dots left out. */
    private static boolean has(String squeezed, String literal, int least) {
        int dots = squeezed.length();
        while (dots > 0 && squeezed.charAt(dots - 1) == '.') {
            dots--;
        }
        boolean holds = squeezed.contains(literal);
        for (int length = least; length < literal.length() && !holds; length++) {
            holds = squeezed.startsWith(literal.substring(0, length), dots - length);
        }
        return holds;
    }

    private static Facts facts(String lines, String squeezed, Set<Fact> wanted) {
        Map<Fact, String> facts = new TreeMap<>();
        wanted.forEach(fact -> facts.put(fact, fact(fact, lines, squeezed)));
        facts.values().removeIf(String::isEmpty);
        return new Facts(facts);
    }

    private static String fact(Fact fact, String lines, String squeezed) {
        if (fact == Fact.PHASE) {
            return Phase.of(sign -> squeezed.contains(sign.squeezed()));
        }
        String found = first(fact, lines, squeezed);
        return fact == Fact.HOST && found.isEmpty()
                ? ContainerFacts.registry(first(Fact.IMAGE, lines, squeezed))
                : found;
    }

    private static String first(Fact fact, String lines, String squeezed) {
        return Capture.finders(fact).stream()
                .filter(finder -> finder.guards().isEmpty()
                        || finder.guards().stream().anyMatch(guard -> squeezed.contains(guard.squeezed())))
                .map(finder -> finder.find(lines))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }
}
