package io.github.ecsmedic.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer of AWS before it is written: objects, lists, texts, numbers and booleans. What is null or "" is left out. */
record Tree(Map<String, Object> members) {
    /** Names and values in turn. */
    static Tree of(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null && !value.equals("")) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return new Tree(members);
    }

    /** The same with one more member. */
    Tree with(String name, @Nullable Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        if (value != null && !value.equals("")) {
            more.put(name, value);
        }
        return new Tree(more);
    }

    String json() {
        return members.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ":" + json(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        return switch (value) {
            case Tree tree -> tree.json();
            case List<?> list -> list.stream().map(Tree::json).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> quoted(value.toString());
        };
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /** {@code item} tells from a list's name what each of its elements is called. */
    String xml(UnaryOperator<String> item) {
        return members.entrySet().stream()
                .map(e -> element(e.getKey(), e.getValue(), item))
                .collect(Collectors.joining());
    }

    private static String element(String name, Object value, UnaryOperator<String> item) {
        String content = switch (value) {
            case Tree tree -> tree.xml(item);
            case List<?> list ->
                list.stream().map(v -> element(item.apply(name), v, item)).collect(Collectors.joining());
            default ->
                value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        };
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
