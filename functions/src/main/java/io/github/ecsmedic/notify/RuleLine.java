package io.github.ecsmedic.notify;

import io.github.ecsmedic.notify.Rule.Effect;
import io.github.ecsmedic.notify.Rule.Matcher;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads one rule; says every fault of it, and makes no rule of a line with one. */
final class RuleLine {
    private static final int LONGEST = 1_000;
    private static final int SHOWN = 40;
    private static final String EXAMPLE = "write e.g. cluster=staging label=capacity.* -> severity=info";

    private final int number;
    private final Consumer<RuleFault> faults;
    private boolean sound = true;

    RuleLine(int number, Consumer<RuleFault> faults) {
        this.number = number;
        this.faults = faults;
    }

    Optional<Rule> read(String text) {
        if (text.length() > LONGEST) {
            fault("is longer than " + LONGEST + " characters");
            return Optional.empty();
        }
        int arrow = text.indexOf(Rule.ARROW);
        if (arrow < 0) {
            fault("has no arrow: " + EXAMPLE);
            return Optional.empty();
        }
        Map<Matcher, Glob> when = when(words(text.substring(0, arrow)));
        Map<Effect, String> then = then(words(text.substring(arrow + Rule.ARROW.length())));
        return sound ? Optional.of(new Rule(number, when, then)) : Optional.empty();
    }

    private Map<Matcher, Glob> when(List<String> words) {
        Map<Matcher, Glob> when = new EnumMap<>(Matcher.class);
        if (words.equals(List.of(Rule.ALL))) {
            return when;
        }
        if (words.isEmpty()) {
            fault("says nothing before the arrow: write " + Rule.ALL + " for everything");
        }
        for (String word : words) {
            String key = key(word);
            String value = value(word);
            Optional<Matcher> matcher = Arrays.stream(Matcher.values())
                    .filter(m -> m.word().equals(key))
                    .findFirst();
            if (matcher.isEmpty()) {
                fault(shown(key) + " is no matcher: use cluster, service, label or cause, or " + Rule.ALL + " alone");
            } else if (value.isEmpty() || !value.codePoints().allMatch(RuleLine::ofAGlob)) {
                fault(key + " needs a name, in which * stands for anything: letters, digits, '-', '_', '.'");
            } else if (when.put(matcher.get(), new Glob(value)) != null) {
                fault(key + " stands twice");
            }
        }
        return when;
    }

    private Map<Effect, String> then(List<String> words) {
        Map<Effect, String> then = new EnumMap<>(Effect.class);
        if (words.isEmpty()) {
            fault("says nothing after the arrow: use ignore, tell, severity=, channel= or owner=");
        }
        for (String word : words) {
            Optional<Effect> effect = effect(word);
            if (effect.isEmpty()) {
                fault(shown(word) + " is no effect: use ignore, tell, severity=, channel= or owner=");
            } else {
                String value = effect.get() == Effect.TOLD ? word : value(word);
                says(effect.get(), value);
                if (then.put(effect.get(), value) != null) {
                    fault((effect.get() == Effect.TOLD
                                    ? "ignore or tell"
                                    : effect.get().word()) + " stands twice");
                }
            }
        }
        if (Rule.IGNORE.equals(then.get(Effect.TOLD)) && then.size() > 1) {
            fault("ignore goes alone: nobody is told, so nothing else matters");
        }
        return then;
    }

    private static Optional<Effect> effect(String word) {
        if (word.equals(Rule.IGNORE) || word.equals(Rule.TELL)) {
            return Optional.of(Effect.TOLD);
        }
        return Arrays.stream(Effect.values())
                .filter(e -> e != Effect.TOLD && word.startsWith(e.word() + "="))
                .findFirst();
    }

    private void says(Effect effect, String value) {
        switch (effect) {
            case TOLD -> {}
            case SEVERITY -> {
                if (Addressee.severity(value).isEmpty()) {
                    fault("severity is critical, warning or info");
                }
            }
            case CHANNEL -> {
                if (Addressee.channel(value).isEmpty()) {
                    fault("channel is #name, in small letters, or the id of a channel");
                }
            }
            case OWNER -> {
                if (Addressee.owners(value).isEmpty()) {
                    fault(
                            "owner is a name, a handle, a mail address or an id of Slack; up to five, with commas between");
                }
            }
        }
    }

    private void fault(String says) {
        sound = false;
        faults.accept(new RuleFault(number, says));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.replace('\t', ' ').split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String key(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String value(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? "" : word.substring(equals + 1);
    }

    /** What a person typed, in quotes and without what a terminal would act on. */
    private static String shown(String word) {
        String plain = word.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return "'" + Cut.at(SHOWN, plain) + "'";
    }

    private static boolean ofAGlob(int c) {
        return Character.isLetterOrDigit(c) || "*._-".indexOf(c) >= 0;
    }
}
