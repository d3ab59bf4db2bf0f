package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;

import io.github.ecsmedic.account.NatDrops;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Reads the metrics of a NAT gateway. It reports every minute, zeros too: no data point is no fact. */
final class NatMetrics {
    private static final String METRICS = "cloudwatch:GetMetricData";
    private static final int MINUTE = 60;

    private final Clients clients;
    private final Reads reads;

    NatMetrics(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    Answer<NatDrops> drops(String id, Instant from, Instant to) {
        return reads.ask("nat drops " + id + " " + from + " " + to, METRICS, () -> {
            List<MetricDataQuery> queries =
                    List.of(query("ports", "ErrorPortAllocation", id), query("packets", "PacketsDropCount", id));
            List<MetricDataResult> results = reads.pages(
                    METRICS,
                    token -> clients.cloudwatch()
                            .getMetricData(r -> r.metricDataQueries(queries)
                                    .startTime(from)
                                    .endTime(to)
                                    .nextToken(token)),
                    answer -> listed(answer.hasMetricDataResults(), answer.metricDataResults(), METRICS),
                    GetMetricDataResponse::nextToken);
            return new NatDrops(sum(results, "ports"), sum(results, "packets"));
        });
    }

    private static MetricDataQuery query(String name, String metric, String id) {
        return MetricDataQuery.builder()
                .id(name)
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder()
                                .namespace("AWS/NATGateway")
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name("NatGatewayId")
                                        .value(id)
                                        .build())
                                .build())
                        .period(MINUTE)
                        .stat("Sum")
                        .build())
                .build();
    }

    private static double sum(List<MetricDataResult> results, String name) {
        List<Double> values = results.stream()
                .filter(result -> name.equals(result.id()))
                .flatMap(result -> result.values().stream())
                .toList();
        if (values.isEmpty()) {
            throw NoAnswer.empty(METRICS);
        }
        return values.stream().mapToDouble(value -> value).sum();
    }
}
