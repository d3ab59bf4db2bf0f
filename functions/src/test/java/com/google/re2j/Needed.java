package com.google.re2j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proves of a pattern that no text matches it which, squeezed, holds none of some literals; walks its program. */
public final class Needed {
    private static final String QUOTES = "'\"`\\";
    private static final int ELSEWHERE = 'ж';

    private final Prog program;
    private final List<String> literals;

    /** Where the program is, and the end of what was squeezed so far, as far as it is the beginning of a literal. */
    private record Place(int at, String end) {}

    private Needed(Pattern pattern, List<String> literals) {
        this.program = pattern.re2().prog;
        this.literals = literals;
    }

    /** Whether every text that the pattern matches holds one of the squeezed literals. */
    public static boolean oneOf(List<String> literals, Pattern pattern) {
        return new Needed(pattern, literals).hold();
    }

    private boolean hold() {
        Set<Place> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(program.start, "")));
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (program.getInst(place.at()).op == Inst.MATCH) {
                return false;
            }
            next(place).filter(seen::add).forEach(open::add);
        }
        return true;
    }

    private Stream<Place> next(Place place) {
        Inst inst = program.getInst(place.at());
        return switch (inst.op) {
            case Inst.ALT, Inst.ALT_MATCH ->
                Stream.of(new Place(inst.out, place.end()), new Place(inst.arg, place.end()));
            case Inst.CAPTURE, Inst.EMPTY_WIDTH, Inst.NOP -> Stream.of(new Place(inst.out, place.end()));
            case Inst.RUNE, Inst.RUNE1, Inst.RUNE_ANY, Inst.RUNE_ANY_NOT_NL ->
                IntStream.concat(IntStream.rangeClosed('\n', '~'), IntStream.of(ELSEWHERE))
                        .filter(c -> takes(inst, c))
                        .mapToObj(c -> after(place.end(), (char) c))
                        .distinct()
                        .filter(end -> !literals.contains(end))
                        .map(end -> new Place(inst.out, end));
            default -> Stream.of();
        };
    }

    private static boolean takes(Inst inst, int c) {
        return switch (inst.op) {
            case Inst.RUNE -> inst.matchRune(c);
            case Inst.RUNE1 -> inst.runes[0] == c;
            case Inst.RUNE_ANY_NOT_NL -> c != '\n';
            default -> true;
        };
    }

    /** A literal when one ends here. */
    private String after(String end, char c) {
        if (c <= ' ' || QUOTES.indexOf(c) >= 0) {
            return end;
        }
        String longer = end + Character.toLowerCase(c);
        return IntStream.rangeClosed(0, longer.length())
                .mapToObj(longer::substring)
                .filter(rest -> literals.stream().anyMatch(literal -> literal.startsWith(rest)))
                .findFirst()
                .orElse("");
    }
}
