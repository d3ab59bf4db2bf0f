package io.github.ecsmedic.aws;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client of DynamoDB that counts the requests that the table sends. */
public final class CountedDynamo implements DynamoDbClient {
    private final DynamoDbClient next;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

    CountedDynamo(DynamoDbClient next) {
        this.next = next;
    }

    /** By operation. */
    public Map<String, Long> requests() {
        Map<String, Long> sums = new TreeMap<>();
        requests.forEach((operation, times) -> sums.put(operation, times.sum()));
        return sums;
    }

    private void count(String operation) {
        requests.computeIfAbsent(operation, _ -> new LongAdder()).increment();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        count("BatchGetItem");
        return next.batchGetItem(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        count("Query");
        return next.query(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        count("TransactWriteItems");
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
