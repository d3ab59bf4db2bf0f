package io.github.ecsmedic.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.ecsmedic.signature.Field;
import io.github.ecsmedic.signature.Message;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of {@code classify}: a message and the id under which it is answered. */
record MessageLine(Id id, Message message) {
    /** As it was given: a number stays a number. */
    record Id(String text, boolean number) {
        static final Id NONE = new Id("", false);
    }

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads a line.
     *
     * @throws Mistake that says what is wrong with it
     */
    static MessageLine parse(String line) {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw Mistake.usage("not a JSON object; write one object a line, {\"id\":…,\"text\":…}");
            }
            MessageLine read = new Draft().read(json);
            if (json.nextToken() != null) {
                throw Mistake.usage("more than one JSON value; write one object a line");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw Mistake.usage("no valid JSON (column " + e.getLocation().getColumnNr()
                    + "); write one object a line, with quotes and line breaks in the text escaped");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The members of the object as they come. */
    private static final class Draft {
        private Id id = Id.NONE;
        private Field field = Field.STOPPED_REASON;
        private @Nullable String text;
        private String stopCode = "";
        private @Nullable Integer exitCode;
        private String launchType = "";
        private String group = "";

        MessageLine read(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                member(name, json);
            }
            if (text == null) {
                throw Mistake.usage("\"text\" is missing; give the message as a string");
            }
            return new MessageLine(id, new Message(field, text, stopCode, exitCode, launchType, group));
        }

        private void member(String name, JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            switch (name) {
                case "id" -> id = id(json);
                case "field" -> field = field(string(name, json));
                case "text" -> text = string(name, json);
                case "stopCode" -> stopCode = string(name, json);
                case "exitCode" -> exitCode = exitCode(json);
                case "launchType" -> launchType = string(name, json);
                case "group" -> group = string(name, json);
                default -> json.skipChildren();
            }
        }

        private static Id id(JsonParser json) throws IOException {
            JsonToken token = json.currentToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                return new Id(json.getText(), token.isNumeric());
            }
            throw Mistake.usage("\"id\" is neither a string nor a number");
        }

        private static String string(String name, JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw Mistake.usage("\"" + name + "\" is not a string");
            }
            return json.getText();
        }

        private static int exitCode(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                    || json.getNumberType() != JsonParser.NumberType.INT) {
                throw Mistake.usage("\"exitCode\" is not a whole number of 32 bits");
            }
            return json.getIntValue();
        }

        private static Field field(String word) {
            return Arrays.stream(Field.values())
                    .filter(f -> f.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Mistake.usage("\"field\" is none of "
                            + Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "))));
        }
    }
}
