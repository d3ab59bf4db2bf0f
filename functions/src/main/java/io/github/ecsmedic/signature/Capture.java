package io.github.ecsmedic.signature;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Captures facts from a text: one pattern a kind of fact, the same for every signature. */
final class Capture {
    private static final Map<Fact, List<Finder>> FINDERS = finders();

    private Capture() {}

    /**
     * The wanted facts that the text holds.
     *
     * @param text the text with single spaces
     */
    static Facts facts(String text, Set<Fact> wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        for (Fact fact : wanted) {
            String found = find(fact, text, lower);
            if (!found.isEmpty()) {
                facts.put(fact, found);
            }
        }
        return facts.isEmpty() ? Facts.NONE : new Facts(facts);
    }

    private static String find(Fact fact, String text, String lower) {
        if (fact == Fact.PHASE) {
            return Phase.of(text);
        }
        String found = first(fact, text, lower);
        return fact == Fact.HOST && found.isEmpty() ? ContainerFacts.registry(first(Fact.IMAGE, text, lower)) : found;
    }

    private static String first(Fact fact, String text, String lower) {
        for (Finder finder : FINDERS.getOrDefault(fact, List.of())) {
            String found = finder.find(text, lower);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static Map<Fact, List<Finder>> finders() {
        Map<Fact, List<Finder>> all = new EnumMap<>(Fact.class);
        all.putAll(NetworkFacts.FINDERS);
        all.putAll(AccessFacts.FINDERS);
        all.putAll(ResourceFacts.FINDERS);
        all.putAll(ContainerFacts.FINDERS);
        return Map.copyOf(all);
    }
}
