package io.github.ecsmedic.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** DynamoDB as {@link Table} asks it, for one writer: every condition holds. */
final class CannedTable {
    private static final String VALUE = ":to_";

    /** By {@code pk}, then {@code sk}. */
    private final Map<String, SortedMap<String, Map<String, Json>>> rows = new HashMap<>();

    synchronized void clear() {
        rows.clear();
    }

    /** What it answers to a request. */
    synchronized String answer(String operation, Json asked) {
        return switch (operation) {
            case "TransactWriteItems" -> {
                asked.objects("TransactItems").forEach(this::write);
                yield "{}";
            }
            case "BatchGetItem" -> got(asked.at("RequestItems"));
            case "Query" -> page(asked);
            default -> "{}";
        };
    }

    private void write(Json one) {
        Json put = one.at("Put").at("Item");
        if (put instanceof Json.Members(Map<String, Json> item)) {
            Map<String, Json> row = row(put);
            row.clear();
            row.putAll(item);
        }
        Json update = one.at("Update");
        if (update.at("ExpressionAttributeValues") instanceof Json.Members(Map<String, Json> values)) {
            String expression = update.text("UpdateExpression");
            Map<String, Json> row = row(update.at("Key"));
            values.forEach((name, value) -> {
                String field = name.substring(name.startsWith(VALUE) ? VALUE.length() : 0);
                if (expression.contains("if_not_exists(#" + field + ",")) {
                    row.putIfAbsent(field, value);
                } else if (name.startsWith(VALUE)) {
                    row.put(field, value);
                }
            });
        }
        Json delete = one.at("Delete").at("Key");
        rows.getOrDefault(text(delete, "pk"), new TreeMap<>()).remove(text(delete, "sk"));
    }

    private Map<String, Json> row(Json key) {
        return rows.computeIfAbsent(text(key, "pk"), _ -> new TreeMap<>())
                .computeIfAbsent(text(key, "sk"), _ -> new HashMap<>(Map.of("pk", key.at("pk"), "sk", key.at("sk"))));
    }

    private static String text(Json key, String part) {
        return key.at(part).text("S");
    }

    private String got(Json asked) {
        return JsonText.object(json -> {
            json.writeObjectFieldStart("Responses");
            if (asked instanceof Json.Members(Map<String, Json> tables)) {
                for (Map.Entry<String, Json> table : tables.entrySet()) {
                    List<Map<String, Json>> found = new ArrayList<>();
                    for (Json key : table.getValue().objects("Keys")) {
                        Map<String, Json> row = rows.getOrDefault(text(key, "pk"), new TreeMap<>())
                                .get(text(key, "sk"));
                        if (row != null) {
                            found.add(row);
                        }
                    }
                    JsonText.list(json, table.getKey(), found, CannedTable::row);
                }
            }
            json.writeEndObject();
            json.writeObjectFieldStart("UnprocessedKeys");
            json.writeEndObject();
        });
    }

    private String page(Json asked) {
        SortedMap<String, Map<String, Json>> all =
                rows.getOrDefault(text(asked.at("ExpressionAttributeValues"), ":pk"), new TreeMap<>());
        List<Map<String, Json>> found = new ArrayList<>(all.values());
        return JsonText.object(json -> JsonText.list(
                json,
                "Items",
                asked.text("ScanIndexForward").equals("false") ? found.reversed() : found,
                CannedTable::row));
    }

    private static void row(JsonGenerator json, Map<String, Json> row) throws IOException {
        for (Map.Entry<String, Json> field : row.entrySet()) {
            json.writeObjectFieldStart(field.getKey());
            if (field.getValue() instanceof Json.Members(Map<String, Json> typed)) {
                for (Map.Entry<String, Json> value : typed.entrySet()) {
                    json.writeStringField(value.getKey(), value.getValue().text());
                }
            }
            json.writeEndObject();
        }
    }
}
