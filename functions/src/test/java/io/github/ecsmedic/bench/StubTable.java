package io.github.ecsmedic.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A table of DynamoDB in memory, for one writer: every condition is taken to hold.
 *
 * <p>AWS's own DynamoDB for development takes milliseconds a request, which would hide what is measured.
 */
final class StubTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By {@code pk}, then {@code sk}. */
    private final Map<String, NavigableMap<String, ObjectNode>> rows = new TreeMap<>();

    /** Away with all that was written. */
    synchronized void clear() {
        rows.clear();
    }

    synchronized String answer(String operation, String body) throws IOException {
        JsonNode question = JSON.readTree(body);
        return JSON.writeValueAsString(
                switch (operation) {
                    case "BatchGetItem" -> read(question.path("RequestItems"));
                    case "Query" -> query(question);
                    case "TransactWriteItems" -> write(question.path("TransactItems"));
                    default -> throw new IOException("the stub's table knows no " + operation);
                });
    }

    private ObjectNode read(JsonNode tables) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("UnprocessedKeys");
        ObjectNode found = answer.putObject("Responses");
        tables.properties().forEach(table -> {
            ArrayNode items = found.putArray(table.getKey());
            table.getValue().path("Keys").forEach(key -> {
                JsonNode row = partition(key).get(text(key, "sk"));
                if (row != null) {
                    items.add(row);
                }
            });
        });
        return answer;
    }

    private ObjectNode query(JsonNode question) {
        NavigableMap<String, ObjectNode> all =
                rows.getOrDefault(text(question.path("ExpressionAttributeValues"), ":pk"), new TreeMap<>());
        boolean forward = question.path("ScanIndexForward").asBoolean(true);
        List<ObjectNode> found = (forward ? all : all.descendingMap())
                .values().stream()
                        .limit(question.path("Limit").asLong(Long.MAX_VALUE))
                        .toList();
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("Items").addAll(found);
        return answer.put("Count", found.size());
    }

    private ObjectNode write(JsonNode items) {
        for (JsonNode item : items) {
            if (item.has("Put")) {
                JsonNode row = item.path("Put").path("Item");
                partition(row).put(text(row, "sk"), row.deepCopy());
            } else if (item.has("Delete")) {
                JsonNode key = item.path("Delete").path("Key");
                partition(key).remove(text(key, "sk"));
            } else if (item.has("Update")) {
                update(item.path("Update"));
            }
        }
        return JSON.createObjectNode();
    }

    /** {@code SET #a = :a, #b = if_not_exists(#b, :b)}. */
    private void update(JsonNode update) {
        JsonNode key = update.path("Key");
        ObjectNode row = partition(key).computeIfAbsent(text(key, "sk"), _ -> key.deepCopy());
        String sets = update.path("UpdateExpression").asText().substring("SET ".length());
        for (String set : sets.split(", (?=#)", -1)) {
            String[] both = set.split(" = ", 2);
            String field = update.path("ExpressionAttributeNames").path(both[0]).asText();
            String value = both[1].replaceAll("^if_not_exists\\(#\\w+, |\\)$", "");
            if (!both[1].startsWith("if_not_exists") || !row.has(field)) {
                row.set(field, update.path("ExpressionAttributeValues").path(value));
            }
        }
    }

    private NavigableMap<String, ObjectNode> partition(JsonNode key) {
        return rows.computeIfAbsent(text(key, "pk"), _ -> new TreeMap<>());
    }

    private static String text(JsonNode values, String field) {
        return values.path(field).path("S").asText();
    }
}
