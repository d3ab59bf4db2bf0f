package io.github.ecsmedic.aws;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** AWS's own DynamoDB for development, in this process: it validates, and it carries out transactions. */
public final class LocalTable {
    private static final AmazonDynamoDBLocal LOCAL = DynamoDBEmbedded.create(true);

    private static final Map<Table, String> NAMES = new ConcurrentHashMap<>();

    private LocalTable() {}

    /** A new, empty table. */
    public static Table empty() {
        return empty(LOCAL.dynamoDbClient());
    }

    /** By which the requests to a table can be counted. */
    public static CountedDynamo counted() {
        return new CountedDynamo(LOCAL.dynamoDbClient());
    }

    /** The same, asked by that client. */
    public static Table empty(DynamoDbClient client) {
        String name = "ecs-medic-" + UUID.randomUUID();
        LOCAL.dynamoDbClient()
                .createTable(r -> r.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                        .attributeDefinitions(text("pk"), text("sk")));
        Table table = new Table(name, client);
        NAMES.put(table, name);
        return table;
    }

    /** All that is in it, in no order. */
    public static List<Table.Row> rows(Table table) {
        String name = Objects.requireNonNull(NAMES.get(table));
        return LOCAL.dynamoDbClient().scanPaginator(r -> r.tableName(name)).items().stream()
                .map(Table::row)
                .toList();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
