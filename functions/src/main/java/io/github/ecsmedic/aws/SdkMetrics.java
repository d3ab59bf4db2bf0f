package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Capacity;
import io.github.ecsmedic.account.Metrics;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Metrics through the SDK. A metric that nobody writes has a result without values; no result at all is no fact. */
final class SdkMetrics implements Metrics {
    private static final String NAME = "most";
    private static final int MINUTE = 60;

    private final Clients clients;
    private final Reads reads;

    SdkMetrics(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Double>> memoryUsed(String cluster, String family, Instant from, Instant to) {
        return most(
                "ECS/ContainerInsights",
                "MemoryUtilized",
                Map.of("ClusterName", cluster, "TaskDefinitionFamily", family),
                from,
                to);
    }

    @Override
    public Answer<Optional<Double>> responseTime(String loadBalancer, String targetGroup, Instant from, Instant to) {
        return most(
                "AWS/ApplicationELB",
                "TargetResponseTime",
                Map.of("LoadBalancer", after(loadBalancer, ":loadbalancer/"), "TargetGroup", after(targetGroup, ":")),
                from,
                to);
    }

    @Override
    public Answer<Optional<Double>> used(Capacity.Usage usage, Instant from, Instant to) {
        return most(usage.namespace(), usage.metric(), usage.dimensions(), from, to);
    }

    /** What a dimension holds of an ARN: {@code app/front/0123}, {@code targetgroup/api/0123}. */
    private static String after(String arn, String mark) {
        int at = arn.lastIndexOf(mark);
        return at < 0 ? arn : arn.substring(at + mark.length());
    }

    private Answer<Optional<Double>> most(
            String namespace, String metric, Map<String, String> dimensions, Instant from, Instant to) {
        Map<String, String> sorted = new TreeMap<>(dimensions);
        MetricDataQuery query = MetricDataQuery.builder()
                .id(NAME)
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder()
                                .namespace(namespace)
                                .metricName(metric)
                                .dimensions(sorted.entrySet().stream()
                                        .map(e -> Dimension.builder()
                                                .name(e.getKey())
                                                .value(e.getValue())
                                                .build())
                                        .toList())
                                .build())
                        .period(MINUTE)
                        .stat("Maximum")
                        .build())
                .build();
        return reads.ask(metric + " " + sorted + " " + from + " " + to, MetricResults.OPERATION, () -> {
            List<MetricDataResult> results = MetricResults.of(reads, clients.cloudwatch(), query, from, to);
            return results.stream().flatMap(result -> result.values().stream()).max(Double::compare);
        });
    }
}
