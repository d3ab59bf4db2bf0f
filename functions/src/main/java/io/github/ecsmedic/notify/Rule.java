package io.github.ecsmedic.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of the rules' file: incidents that it is about, and what becomes of them.
 *
 * @param line in the file, from 1
 * @param when what must hold; what is not named matches everything
 * @param then what it says, each in the form in which the file has it
 */
public record Rule(int line, Map<Matcher, Glob> when, Map<Effect, String> then) {
    static final String ALL = "any";
    static final String ARROW = "->";
    static final String IGNORE = "ignore";
    static final String TELL = "tell";

    public Rule {
        when = Map.copyOf(when);
        then = Map.copyOf(then);
    }

    /** What a rule can ask of an incident. */
    public enum Matcher {
        CLUSTER,
        /** By name; of a one-off task, the family of its task definition. */
        SERVICE,
        LABEL,
        CAUSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a rule can say. */
    public enum Effect {
        /** {@code ignore} or {@code tell}. */
        TOLD,
        SEVERITY,
        CHANNEL,
        OWNER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is about what has these properties. */
    public boolean matches(Map<Matcher, String> properties) {
        return when.entrySet().stream().allMatch(e -> e.getValue().matches(properties.getOrDefault(e.getKey(), "")));
    }

    /** Whether it is about all that the other one is about. */
    boolean covers(Rule other) {
        return when.entrySet().stream()
                .allMatch(e -> e.getValue().covers(other.when.getOrDefault(e.getKey(), Glob.ANY)));
    }

    /** What it says of that, or {@code ""}. */
    String says(Effect effect) {
        return then.getOrDefault(effect, "");
    }

    /** Whether nobody is told. */
    boolean ignores() {
        return says(Effect.TOLD).equals(IGNORE);
    }

    /** As it could stand in the file, without its line's number. */
    @Override
    public String toString() {
        String conditions = Arrays.stream(Matcher.values())
                .filter(when::containsKey)
                .map(m -> m.word() + "=" + when.getOrDefault(m, Glob.ANY).text())
                .collect(Collectors.joining(" "));
        String effects = Arrays.stream(Effect.values())
                .filter(then::containsKey)
                .map(e -> (e == Effect.TOLD ? "" : e.word() + "=") + says(e))
                .collect(Collectors.joining(" "));
        return (conditions.isEmpty() ? ALL : conditions) + ARROW + effects;
    }
}
