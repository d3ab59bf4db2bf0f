package io.github.ecsmedic.signature;

import io.github.ecsmedic.signature.Prepared.Beside;
import io.github.ecsmedic.signature.Prepared.Group;
import io.github.ecsmedic.signature.Prepared.Not;
import io.github.ecsmedic.signature.Prepared.Search;
import io.github.ecsmedic.signature.Prepared.Unlisted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares clues; what several of them share is prepared once. */
final class Preparation {
    private final IdentityHashMap<Clue, Prepared> done = new IdentityHashMap<>();

    Prepared of(Clue clue) {
        Prepared known = done.get(clue);
        if (known == null) {
            known = prepare(clue);
            done.put(clue, known);
        }
        return known;
    }

    private Prepared prepare(Clue clue) {
        return switch (clue) {
            case Clue.All(List<Clue> clues) -> group(true, clues);
            case Clue.Any(List<Clue> clues) -> group(false, clues);
            case Clue.Has has -> group(true, List.of(has));
            case Clue.Not(Clue inner) -> new Not(of(inner));
            case Clue.Finds(LazyPattern pattern) -> new Search(pattern, false);
            case Clue.FindsTight(LazyPattern pattern) -> new Search(pattern, true);
            case Clue.Around around -> new Beside(around);
        };
    }

    private Group group(boolean all, List<Clue> clues) {
        LiteralSet literals = new LiteralSet(Literals.known().size());
        List<Prepared> others = new ArrayList<>();
        collect(all, clues, literals, others);
        LiteralSet needs = all ? needsOfOne(literals, others) : needsOfEach(literals, others);
        others.sort(Comparator.comparing(Prepared::slow));
        boolean slow = !others.isEmpty() && others.getLast().slow();
        return new Group(all, literals, List.copyOf(others), needs, slow);
    }

    /** Groups within a group of their kind are part of it. */
    private void collect(boolean all, List<Clue> clues, LiteralSet literals, List<Prepared> others) {
        for (Clue clue : clues) {
            if (clue instanceof Clue.Has(String squeezed, int least)) {
                Literal literal = Literal.of(squeezed, least);
                if (literal.number() < 0) {
                    others.add(new Unlisted(literal));
                } else {
                    literals.add(literal.number());
                }
            } else if (all && clue instanceof Clue.All(List<Clue> inner)) {
                collect(true, inner, literals, others);
            } else if (!all && clue instanceof Clue.Any(List<Clue> inner)) {
                collect(false, inner, literals, others);
            } else {
                others.add(of(clue));
            }
        }
    }

    /** Of several needs the one that the fewest texts meet, which is the shortest. */
    private static @Nullable LiteralSet needsOfOne(LiteralSet literals, List<Prepared> others) {
        LiteralSet least = literals.first();
        for (Prepared other : others) {
            LiteralSet needs = other.needs();
            if (needs != null && (least == null || needs.size() < least.size())) {
                least = needs;
            }
        }
        return least;
    }

    private static @Nullable LiteralSet needsOfEach(LiteralSet literals, List<Prepared> others) {
        LiteralSet each = new LiteralSet(Literals.known().size());
        each.addAll(literals);
        for (Prepared other : others) {
            LiteralSet needs = other.needs();
            if (needs == null) {
                return null;
            }
            each.addAll(needs);
        }
        return each;
    }
}
