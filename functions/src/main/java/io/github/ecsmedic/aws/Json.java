package io.github.ecsmedic.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value, read leniently: what is absent, null or of another kind reads as nothing. Numbers and booleans are
 * kept as their text; of a repeated member the last one counts.
 */
public sealed interface Json {
    /** A string, number or boolean. */
    record Text(String value) implements Json {}

    /** An array. */
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** An object. */
    record Members(Map<String, Json> values) implements Json {}

    /** Null, or not there. */
    record Nothing() implements Json {}

    /** For one event or policy; EventBridge sends at most 256 kB. */
    JsonFactory EVENT = factory(256 * 1024);

    /** For a document whose strings are events. A function is never given more than 6 MB. */
    JsonFactory BATCH = factory(8 * 1024 * 1024);

    /** Reads one document; depth and length of strings are bounded, and nothing may follow it. */
    static Json parse(byte[] json) throws IOException {
        try (JsonParser parser = EVENT.createParser(json)) {
            return document(parser);
        }
    }

    /** The same for a batch of events. */
    static Json parseBatch(InputStream json) throws IOException {
        try (JsonParser parser = BATCH.createParser(json)) {
            return document(parser);
        }
    }

    private static JsonFactory factory(int longestString) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(50)
                        .maxStringLength(longestString)
                        .build())
                // names come from outside: a table of them could be filled, or made to collide
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    private static Json document(JsonParser parser) throws IOException {
        Json value = value(parser, parser.nextToken());
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "text after the end");
        }
        return value;
    }

    private static Json value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new JsonParseException(parser, "text ends too early");
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Json> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                members.put(name, value(parser, parser.nextToken()));
            }
            return new Members(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                items.add(value(parser, next));
            }
            return new Items(items);
        }
        return token == JsonToken.VALUE_NULL ? new Nothing() : new Text(parser.getText());
    }

    /** A member. */
    default Json at(String name) {
        return this instanceof Members(Map<String, Json> values)
                ? values.getOrDefault(name, new Nothing())
                : new Nothing();
    }

    /** What stands in an array; a single value counts as an array of one, as in policies. */
    default List<Json> items() {
        return switch (this) {
            case Items(List<Json> values) -> values;
            case Text text -> List.of(text);
            case Members members -> List.of(members);
            case Nothing() -> List.of();
        };
    }

    /** The text of a string, number or boolean, else {@code ""}. */
    default String text() {
        return this instanceof Text(String value) ? value : "";
    }

    /** The text of a member, or {@code ""}. */
    default String text(String name) {
        return at(name).text();
    }

    /** The texts in an array, without empty ones. */
    default List<String> texts(String name) {
        return at(name).items().stream()
                .map(Json::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The objects in an array. */
    default List<Json> objects(String name) {
        return at(name).items().stream().filter(item -> item instanceof Members).toList();
    }

    /** A whole number, also one that stands in quotes, or null. */
    default @Nullable Long number(String name) {
        try {
            return Long.valueOf(text(name));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A whole number of 32 bits, or null. */
    default @Nullable Integer integer(String name) {
        Long number = number(name);
        return number == null || number.intValue() != number ? null : number.intValue();
    }

    /** Whether a member is true. */
    default boolean isTrue(String name) {
        return text(name).equals("true");
    }

    /** A time, or null. */
    default @Nullable Instant time(String name) {
        return Times.parse(text(name));
    }
}
