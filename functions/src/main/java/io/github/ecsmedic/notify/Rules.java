package io.github.ecsmedic.notify;

import io.github.ecsmedic.notify.Rule.Effect;
import io.github.ecsmedic.notify.Rule.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules in their order: for each effect the first that matches decides. */
public record Rules(List<Rule> rules) {
    public static final Rules NONE = new Rules(List.of());

    private static final String BETWEEN = ";";

    public Rules {
        rules = List.copyOf(rules);
    }

    /** What was read: the rules without a fault, and the faults of the others. */
    public record Read(Rules rules, List<RuleFault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /** Reads the file: a rule a line; empty lines and what stands behind a hash between blanks are remarks. */
    public static Read read(String file) {
        List<String> lines = file.lines().toList();
        List<Rule> rules = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = withoutRemark(lines.get(i));
            if (!text.isBlank()) {
                new RuleLine(i + 1, faults::add).read(text).ifPresent(rules::add);
            }
        }
        return new Read(new Rules(rules), faults);
    }

    /** Reads what {@link #compact} made. */
    public static Read readCompact(String text) {
        List<Rule> rules = new ArrayList<>();
        List<RuleFault> faults = new ArrayList<>();
        int position = 0;
        for (String part : text.isBlank() ? new String[0] : text.split(BETWEEN, -1)) {
            position++;
            int colon = part.indexOf(':');
            Optional<Integer> line = colon < 0 ? Optional.empty() : number(part.substring(0, colon));
            if (line.isEmpty()) {
                faults.add(new RuleFault(position, "does not begin with the number of its line"));
            } else {
                new RuleLine(line.get(), faults::add)
                        .read(part.substring(colon + 1))
                        .ifPresent(rules::add);
            }
        }
        return new Read(new Rules(rules), faults);
    }

    /** On one line, without remarks and with the numbers of the lines. */
    public String compact() {
        return rules.stream().map(rule -> rule.line() + ":" + rule).collect(Collectors.joining(BETWEEN));
    }

    /** The first rule that says something of it about what has these properties. */
    public Optional<Rule> first(Effect effect, Map<Matcher, String> properties) {
        return rules.stream()
                .filter(rule -> rule.then().containsKey(effect) && rule.matches(properties))
                .findFirst();
    }

    /** Faults of rules that can be read: names that do not exist, and what can never apply. */
    public List<RuleFault> check(Set<String> labels, Set<String> causes) {
        List<RuleFault> faults = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            unknown(rule, Matcher.LABEL, labels).ifPresent(faults::add);
            unknown(rule, Matcher.CAUSE, causes).ifPresent(faults::add);
            faults.addAll(dead(rule, rules.subList(0, i)));
        }
        return faults;
    }

    private static Optional<RuleFault> unknown(Rule rule, Matcher matcher, Set<String> names) {
        return Optional.ofNullable(rule.when().get(matcher))
                .filter(glob -> names.stream().noneMatch(glob::matches))
                .map(glob -> new RuleFault(
                        rule.line(),
                        "there is no " + matcher.word() + " " + glob.text()
                                + ": the names are those of messages, and scripts/ecs-medic explain knows them"));
    }

    /** One earlier rule that matches all that it matches leaves nothing for it; one that ignores that, nothing at all. */
    private static List<RuleFault> dead(Rule rule, List<Rule> earlier) {
        List<RuleFault> faults = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            if (rule.then().containsKey(effect)) {
                earlier.stream()
                        .filter(e -> e.then().containsKey(effect) || e.ignores())
                        .filter(e -> e.covers(rule))
                        .findFirst()
                        .ifPresent(e -> faults.add(new RuleFault(
                                rule.line(),
                                "its " + said(rule, effect) + " never applies: line " + e.line()
                                        + " comes first and matches all that it matches")));
            }
        }
        return faults;
    }

    private static String said(Rule rule, Effect effect) {
        return effect == Effect.TOLD ? rule.says(effect) : effect.word();
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String withoutRemark(String line) {
        if (line.stripLeading().startsWith("#")) {
            return "";
        }
        int remark = line.replace('\t', ' ').indexOf(" #");
        return remark < 0 ? line : line.substring(0, remark);
    }
}
