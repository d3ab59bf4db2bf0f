package io.github.ecsmedic.signature;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Captures facts from a text: one pattern a kind of fact, the same for every signature. */
final class Capture {
    private static final Map<Fact, List<Finder>> FINDERS = byFact();

    private Capture() {}

    /** The wanted facts that the text holds. */
    static Facts facts(Text text, Set<Fact> wanted) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Fact fact : wanted) {
            String found = find(fact, text);
            if (!found.isEmpty()) {
                facts.put(fact, found);
            }
        }
        return facts.isEmpty() ? Facts.NONE : new Facts(facts);
    }

    /** The ways in which a text states the fact, in the order in which they are tried. */
    static List<Finder> finders(Fact fact) {
        return FINDERS.getOrDefault(fact, List.of());
    }

    private static String find(Fact fact, Text text) {
        if (fact == Fact.PHASE) {
            return Phase.of(text);
        }
        String found = first(fact, text);
        return fact == Fact.HOST && found.isEmpty() ? ContainerFacts.registry(first(Fact.IMAGE, text)) : found;
    }

    private static String first(Fact fact, Text text) {
        for (Finder finder : finders(fact)) {
            String found = finder.find(text);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static Map<Fact, List<Finder>> byFact() {
        Map<Fact, List<Finder>> all = new EnumMap<>(Fact.class);
        all.putAll(NetworkFacts.FINDERS);
        all.putAll(AccessFacts.FINDERS);
        all.putAll(ResourceFacts.FINDERS);
        all.putAll(ContainerFacts.FINDERS);
        return Map.copyOf(all);
    }
}
