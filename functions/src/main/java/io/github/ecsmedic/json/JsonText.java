package io.github.ecsmedic.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a text. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What is written. */
    public interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** An object with these fields. */
    public static String object(Body fields) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A list of texts as a document of its own. */
    public static String array(Iterable<String> texts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (String one : texts) {
                json.writeString(one);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A field with a list of objects. */
    public static <T> void list(JsonGenerator json, String field, Iterable<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : items) {
            json.writeStartObject();
            item.write(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A field with a list of texts. */
    public static void texts(JsonGenerator json, String field, Iterable<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Writes the fields of one value. */
    public interface Item<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
