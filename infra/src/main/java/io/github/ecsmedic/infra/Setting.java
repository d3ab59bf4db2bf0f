package io.github.ecsmedic.infra;

import io.github.ecsmedic.infra.EcsMedicProps.Chip;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One setting. Its key in the CDK context, its option of {@code scripts/deploy} and its method of {@link PropsBuilder} have
 * one name.
 *
 * @param key in the CDK context
 * @param form what a value looks like, as a fault says it
 * @param otherwise what holds without it, in the same form; {@code ""} for none
 * @param says what it means, in a sentence without a full stop
 * @param reads takes a value, or leaves it and answers false
 */
record Setting(String key, String form, String otherwise, String says, Reads reads) {
    static final String PREFIX = "ecs-medic:";

    /** How a text becomes a property. */
    @FunctionalInterface
    interface Reads {
        boolean into(PropsBuilder builder, String value);
    }

    /** Without the prefix. */
    String name() {
        return key.substring(PREFIX.length());
    }

    /** The method of the builder. */
    String property() {
        String[] words = name().split("-", -1);
        return Arrays.stream(words, 1, words.length)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }

    /** Blank counts as not given. */
    void read(Map<String, String> context, PropsBuilder builder) {
        String value = context.getOrDefault(key, "").strip();
        if (!value.isEmpty() && !reads.into(builder, value)) {
            builder.fault(key + " must be " + form);
        }
    }

    static Setting text(String key, String form, String otherwise, String says, BiConsumer<PropsBuilder, String> sets) {
        return new Setting(key, form, otherwise, says, (builder, value) -> {
            sets.accept(builder, value);
            return true;
        });
    }

    /** With spaces between. */
    static Setting words(String key, String form, String says, BiConsumer<PropsBuilder, List<String>> sets) {
        return text(
                key,
                form,
                "",
                says,
                (builder, value) -> sets.accept(
                        builder,
                        Stream.of(value.split(" ", -1))
                                .filter(word -> !word.isEmpty())
                                .toList()));
    }

    static Setting flag(String key, boolean otherwise, String says, BiConsumer<PropsBuilder, Boolean> sets) {
        return of(
                key,
                otherwise ? "on or off" : "off or on",
                otherwise ? "on" : "off",
                says,
                value -> switch (value) {
                    case "on" -> Optional.of(true);
                    case "off" -> Optional.of(false);
                    default -> Optional.empty();
                },
                sets);
    }

    static Setting number(String key, String form, int otherwise, String says, BiConsumer<PropsBuilder, Integer> sets) {
        return of(key, form, String.valueOf(otherwise), says, Setting::whole, sets);
    }

    static Setting chip(String key, String says, BiConsumer<PropsBuilder, Chip> sets) {
        return of(
                key,
                "arm64 or x86_64",
                "arm64",
                says,
                value -> Stream.of(Chip.values())
                        .filter(chip -> chip.name().toLowerCase(Locale.ROOT).equals(value))
                        .findFirst(),
                sets);
    }

    /** {@code team=platform,stage=prod}. */
    static Setting pairs(String key, String form, String says, BiConsumer<PropsBuilder, Map<String, String>> sets) {
        return of(key, form, "", says, Setting::pairs, sets);
    }

    static <T> Setting of(
            String key,
            String form,
            String otherwise,
            String says,
            Function<String, Optional<T>> parses,
            BiConsumer<PropsBuilder, T> sets) {
        return new Setting(key, form, otherwise, says, (builder, value) -> {
            Optional<T> parsed = parses.apply(value);
            parsed.ifPresent(typed -> sets.accept(builder, typed));
            return parsed.isPresent();
        });
    }

    private static Optional<Integer> whole(String value) {
        boolean digits = value.length() <= 6 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }

    private static Optional<Map<String, String>> pairs(String value) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : value.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1
                    || pairs.put(
                                    pair.substring(0, equals).strip(),
                                    pair.substring(equals + 1).strip())
                            != null) {
                return Optional.empty();
            }
        }
        return Optional.of(pairs);
    }
}
