package io.github.ecsmedic.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client of DynamoDB that counts the requests that the table sends. */
public final class CountedDynamo implements DynamoDbClient {
    private static final long KILO = 1024;

    private final DynamoDbClient next;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();

    CountedDynamo(DynamoDbClient next) {
        this.next = next;
    }

    /** By operation. */
    public Map<String, Long> requests() {
        Map<String, Long> sums = new TreeMap<>();
        requests.forEach((operation, times) -> sums.put(operation, times.sum()));
        return sums;
    }

    /** What DynamoDB would bill of strongly consistent reads: one unit for each 4 kB of an item, or of a query's answer. */
    public long readUnits() {
        return reads.sum();
    }

    /** Of writes in transactions: two units for each kB of an item, before or after; the keys alone where it is deleted. */
    public long writeUnits() {
        return writes.sum();
    }

    /** Counts from nothing. */
    public void forget() {
        requests.clear();
        reads.reset();
        writes.reset();
    }

    private static long size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(e -> bytes(e.getKey())
                        + bytes(e.getValue().s())
                        + bytes(e.getValue().n()))
                .sum();
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long units(long bytes, long each) {
        return Math.max(1, (bytes + each - 1) / each);
    }

    private static long units(TransactWriteItem item) {
        return 2 * (item.put() == null ? 1 : units(size(item.put().item()), KILO));
    }

    private void count(String operation) {
        requests.computeIfAbsent(operation, _ -> new LongAdder()).increment();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        count("BatchGetItem");
        BatchGetItemResponse answer = next.batchGetItem(request);
        long keys = request.requestItems().values().stream()
                .mapToLong(table -> table.keys().size())
                .sum();
        List<Map<String, AttributeValue>> items =
                answer.responses().values().stream().flatMap(List::stream).toList();
        reads.add(keys - items.size());
        items.forEach(item -> reads.add(units(size(item), 4 * KILO)));
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        count("Query");
        QueryResponse answer = next.query(request);
        reads.add(units(answer.items().stream().mapToLong(CountedDynamo::size).sum(), 4 * KILO));
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        count("TransactWriteItems");
        request.transactItems().forEach(item -> writes.add(units(item)));
        return next.transactWriteItems(request);
    }

    @Override
    public String serviceName() {
        return next.serviceName();
    }

    @Override
    public void close() {
        next.close();
    }
}
