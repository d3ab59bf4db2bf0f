package io.github.ecsmedic.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message of our own with what it must be recognised as: one line of {@code signature/FAMILY.jsonl}.
 *
 * <p>A positive shows its label. A near miss looks like its label and must become another one.
 */
public record Sample(
        String file, int line, boolean near, String label, String becomes, Message message, Optional<Facts> facts) {
    private static final Path FOLDER = Path.of("src/test/resources/signature");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYS =
            Set.of("label", "kind", "becomes", "field", "text", "stopCode", "exitCode", "launchType", "group", "facts");

    /** Every sample of every family. */
    public static List<Sample> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(f -> read(f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it stands and what it is about: the name of a test. */
    @Override
    public String toString() {
        return file + ":" + line + " " + (near ? label + " becomes " + becomes : label);
    }

    Message withText(String text) {
        return new Message(
                message.field(), text, message.stopCode(), message.exitCode(), message.launchType(), message.group());
    }

    private static List<Sample> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String name = file.getFileName().toString();
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> !lines.get(i).isBlank())
                    .map(i -> parse(name, i + 1, lines.get(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample parse(String file, int line, String text) {
        try {
            JsonNode json = JSON.readTree(text);
            json.fieldNames().forEachRemaining(key -> require(KEYS.contains(key), file, line, "unknown key " + key));
            String kind = json.path("kind").asText();
            require(kind.equals("positive") || kind.equals("near"), file, line, "kind is " + kind);
            String label = json.path("label").asText();
            String becomes = kind.equals("near") ? json.path("becomes").asText() : label;
            require(kind.equals("near") != becomes.equals(label), file, line, "becomes " + becomes);
            return new Sample(file, line, kind.equals("near"), label, becomes, message(json), facts(json));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ":" + line, e);
        }
    }

    private static Message message(JsonNode json) {
        String word = json.path("field").asText();
        Field field = Arrays.stream(Field.values())
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + word));
        JsonNode exit = json.path("exitCode");
        return new Message(
                field,
                json.path("text").asText(),
                json.path("stopCode").asText(""),
                exit.isInt() ? exit.asInt() : null,
                json.path("launchType").asText(""),
                json.path("group").asText(""));
    }

    private static Optional<Facts> facts(JsonNode json) {
        if (json.path("facts").isMissingNode() || json.path("facts") instanceof NullNode) {
            return Optional.empty();
        }
        Map<String, Fact> words = Arrays.stream(Fact.values()).collect(Collectors.toMap(Fact::word, f -> f));
        Map<Fact, String> facts = new TreeMap<>();
        json.path("facts").properties().forEach(e -> {
            Fact fact = words.get(e.getKey());
            require(fact != null, "facts", 0, "no fact " + e.getKey());
            facts.put(fact, e.getValue().asText());
        });
        return Optional.of(new Facts(facts));
    }

    private static void require(boolean holds, String file, int line, String why) {
        if (!holds) {
            throw new IllegalArgumentException(file + ":" + line + ": " + why);
        }
    }
}
