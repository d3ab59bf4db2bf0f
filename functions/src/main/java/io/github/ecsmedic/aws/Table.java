package io.github.ecsmedic.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A table of DynamoDB with the keys {@code pk} and {@code sk}. Reads are strongly consistent, writes are transactions.
 *
 * <p>Every call throws {@link CallFailed} when DynamoDB did not answer; of a write it is then not known whether it was
 * carried out.
 */
public final class Table {
    /** What reading and writing need; a transaction is authorised as the writes that it is made of. */
    public static final Set<String> ACTIONS = Set.of(
            "dynamodb:BatchGetItem",
            "dynamodb:DeleteItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem");

    /** So many rows one request can read. */
    public static final int KEYS_A_READ = 100;

    private static final Set<String> SOMEBODY_WAS_FASTER = Set.of("ConditionalCheckFailed", "TransactionConflict");

    private final String name;
    private final DynamoDbClient client;

    Table(String name, DynamoDbClient client) {
        this.name = name;
        this.client = client;
    }

    /** Where a row stands. */
    public record Key(String pk, String sk) {}

    /** A row; a value is a {@link String} or a {@link Long}. */
    public record Row(Key key, Map<String, Object> values) {
        public Row {
            values = Map.copyOf(values);
        }

        /** A text, or {@code ""}. */
        public String text(String field) {
            return values.get(field) instanceof String text ? text : "";
        }

        /** A number, or 0. */
        public long number(String field) {
            return values.get(field) instanceof Long number ? number : 0;
        }
    }

    /** One write of a transaction. */
    public sealed interface Write {
        /** The whole row. */
        record Put(Row row, Condition only) implements Write {}

        /** Some values of a row, which is made when it is not there. */
        record Set(Row some, Condition only) implements Write {}

        /** Those values of a row that it has not yet. */
        record Begin(Row some, Condition only) implements Write {
            /** Whatever the row is like. */
            public Begin(Row some) {
                this(some, Condition.NONE);
            }
        }

        /** Away with it, where the condition holds. */
        record Delete(Key key, Condition condition) implements Write {
            /** It need not be there. */
            public Delete(Key key) {
                this(key, Condition.NONE);
            }
        }
    }

    /** What must be true of the row as it is stored. */
    public record Condition(String expression, Map<String, Object> values) {
        public static final Condition NONE = new Condition("", Map.of());
        public static final Condition ABSENT = new Condition("attribute_not_exists(pk)", Map.of());

        public Condition {
            values = Map.copyOf(values);
        }

        /** The value is this one. */
        public static Condition is(String field, Object value) {
            return new Condition("#" + field + " = :is_" + field, Map.of(field, value));
        }

        /** The number is smaller, or there is none. */
        public static Condition below(String field, long number) {
            return new Condition(
                    "(attribute_not_exists(#" + field + ") OR #" + field + " < :is_" + field + ")",
                    Map.of(field, number));
        }

        /** One of the two, about different fields. */
        public Condition or(Condition other) {
            Map<String, Object> both = new HashMap<>(values);
            both.putAll(other.values);
            return new Condition("(" + expression + " OR " + other.expression + ")", both);
        }

        /** Both, about different fields. */
        public Condition and(Condition other) {
            Map<String, Object> both = new HashMap<>(values);
            both.putAll(other.values);
            return new Condition(expression + " AND " + other.expression, both);
        }
    }

    /** The rows that are there. */
    public Map<Key, Row> get(Collection<Key> keys) {
        Map<Key, Row> rows = new LinkedHashMap<>();
        Map<String, KeysAndAttributes> open = Map.of(
                name,
                KeysAndAttributes.builder()
                        .consistentRead(true)
                        .keys(keys.stream().distinct().map(Table::attributes).toList())
                        .build());
        while (!open.isEmpty() && !keys.isEmpty()) {
            Map<String, KeysAndAttributes> asked = open;
            var answer = call("read", "dynamodb:BatchGetItem", () -> client.batchGetItem(r -> r.requestItems(asked)));
            answer.responses().getOrDefault(name, List.of()).forEach(item -> {
                Row row = row(item);
                rows.put(row.key(), row);
            });
            open = answer.unprocessedKeys();
        }
        return rows;
    }

    /** The row, if it is there. */
    public Optional<Row> get(Key key) {
        return Optional.ofNullable(get(List.of(key)).get(key));
    }

    /** All rows of a partition, by {@code sk}. */
    public List<Row> partition(String pk) {
        return query(pk, true, Integer.MAX_VALUE);
    }

    /** The last rows of a partition by {@code sk}, the last one first. */
    public List<Row> last(String pk, int limit) {
        return query(pk, false, limit);
    }

    private List<Row> query(String pk, boolean forward, int limit) {
        List<Row> rows = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Map<String, AttributeValue> start = from;
            int more = limit - rows.size();
            var page = call(
                    "read",
                    "dynamodb:Query",
                    () -> client.query(r -> r.tableName(name)
                            .consistentRead(true)
                            .scanIndexForward(forward)
                            .limit(more == Integer.MAX_VALUE ? null : more)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", value(pk)))
                            .exclusiveStartKey(start.isEmpty() ? null : start)));
            page.items().forEach(item -> rows.add(row(item)));
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty() && rows.size() < limit);
        return rows;
    }

    /** Carries out all of it, or nothing and answers false because a condition did not hold or somebody else writes too. */
    public boolean write(List<Write> writes) {
        try {
            client.transactWriteItems(
                    r -> r.transactItems(writes.stream().map(this::item).toList()));
            return true;
        } catch (TransactionCanceledException e) {
            List<String> others = e.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .filter(code -> code != null && !code.equals("None") && !SOMEBODY_WAS_FASTER.contains(code))
                    .distinct()
                    .toList();
            if (others.isEmpty()) {
                return false;
            }
            throw new CallFailed("cannot write to table " + name + ": " + String.join(", ", others));
        } catch (SdkException e) {
            throw CallFailed.of("cannot write to table " + name, e, "dynamodb:TransactWriteItems");
        }
    }

    private interface Call<T> {
        T run();
    }

    private <T> T call(String what, String operation, Call<T> call) {
        try {
            return call.run();
        } catch (SdkException e) {
            throw CallFailed.of("cannot " + what + " table " + name, e, operation);
        }
    }

    private TransactWriteItem item(Write write) {
        return switch (write) {
            case Write.Put(Row row, Condition only) -> {
                Map<String, AttributeValue> item = new HashMap<>(attributes(row.key()));
                row.values().forEach((field, value) -> item.put(field, value(value)));
                Put.Builder put = Put.builder().tableName(name).item(item);
                if (!only.expression().isEmpty()) {
                    put.conditionExpression(only.expression());
                }
                if (!only.values().isEmpty()) {
                    put.expressionAttributeNames(names(only.values().keySet()))
                            .expressionAttributeValues(values(":is_", only.values()));
                }
                yield TransactWriteItem.builder().put(put.build()).build();
            }
            case Write.Set(Row some, Condition only) -> update(some, only, field -> "#" + field + " = :to_" + field);
            case Write.Begin(Row some, Condition only) ->
                update(some, only, field -> "#" + field + " = if_not_exists(#" + field + ", :to_" + field + ")");
            case Write.Delete(Key key, Condition only) -> {
                Delete.Builder delete = Delete.builder().tableName(name).key(attributes(key));
                if (!only.expression().isEmpty()) {
                    delete.conditionExpression(only.expression())
                            .expressionAttributeNames(names(only.values().keySet()))
                            .expressionAttributeValues(values(":is_", only.values()));
                }
                yield TransactWriteItem.builder().delete(delete.build()).build();
            }
        };
    }

    private TransactWriteItem update(Row some, Condition only, UnaryOperator<String> set) {
        String sets = some.values().keySet().stream().sorted().map(set).collect(Collectors.joining(", "));
        Map<String, String> names = new HashMap<>(names(some.values().keySet()));
        names.putAll(names(only.values().keySet()));
        Map<String, AttributeValue> values = new HashMap<>(values(":to_", some.values()));
        values.putAll(values(":is_", only.values()));
        Update.Builder update = Update.builder()
                .tableName(name)
                .key(attributes(some.key()))
                .updateExpression("SET " + sets)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
        if (!only.expression().isEmpty()) {
            update.conditionExpression(only.expression());
        }
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private static Map<String, String> names(Collection<String> fields) {
        Map<String, String> names = new HashMap<>();
        fields.forEach(field -> names.put("#" + field, field));
        return names;
    }

    private static Map<String, AttributeValue> values(String before, Map<String, Object> fields) {
        Map<String, AttributeValue> values = new HashMap<>();
        fields.forEach((field, value) -> values.put(before + field, value(value)));
        return values;
    }

    private static Map<String, AttributeValue> attributes(Key key) {
        return Map.of("pk", value(key.pk()), "sk", value(key.sk()));
    }

    private static AttributeValue value(Object value) {
        return value instanceof Long number
                ? AttributeValue.fromN(Long.toString(number))
                : AttributeValue.fromS(value.toString());
    }

    static Row row(Map<String, AttributeValue> item) {
        Map<String, Object> values = new HashMap<>();
        item.forEach((field, value) -> {
            if (value.n() != null) {
                values.put(field, Long.valueOf(value.n()));
            } else if (value.s() != null) {
                values.put(field, value.s());
            }
        });
        Object pk = values.remove("pk");
        Object sk = values.remove("sk");
        return new Row(new Key(String.valueOf(pk), String.valueOf(sk)), values);
    }
}
