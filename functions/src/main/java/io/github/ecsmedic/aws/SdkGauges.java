package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/** Our own metrics and alarms through the SDK. */
final class SdkGauges implements Gauges {
    private static final String ALARMS = "cloudwatch:DescribeAlarms";
    private static final String ID = "ours";

    private final Clients clients;
    private final Reads reads;

    SdkGauges(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Instant>> newest(String metric, String function, int period, Instant from, Instant to) {
        MetricDataQuery query = MetricDataQuery.builder()
                .id(ID)
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder()
                                .namespace(NAMESPACE)
                                .metricName(metric)
                                .dimensions(Dimension.builder()
                                        .name(FUNCTION)
                                        .value(function)
                                        .build())
                                .build())
                        .period(period)
                        .stat("Sum")
                        .build())
                .build();
        return reads.ask("newest " + metric + " " + function, MetricResults.OPERATION, () -> {
            List<MetricDataResult> results = MetricResults.of(reads, clients.cloudwatch(), query, from, to);
            return results.stream()
                    .flatMap(result -> IntStream.range(
                                    0,
                                    Math.min(
                                            result.values().size(),
                                            result.timestamps().size()))
                            .filter(i -> result.values().get(i) > 0)
                            .mapToObj(i -> result.timestamps().get(i)))
                    .max(Instant::compareTo);
        });
    }

    @Override
    public Answer<List<Alarm>> alarms(String prefix) {
        return reads.ask(
                "alarms " + prefix,
                ALARMS,
                () -> reads
                        .pages(
                                ALARMS,
                                token -> clients.cloudwatch()
                                        .describeAlarms(
                                                r -> r.alarmNamePrefix(prefix).nextToken(token)),
                                answer -> listed(answer.hasMetricAlarms(), answer.metricAlarms(), ALARMS),
                                DescribeAlarmsResponse::nextToken)
                        .stream()
                        .map(alarm -> new Alarm(
                                needed(alarm.alarmName(), ALARMS), needed(alarm.stateValueAsString(), ALARMS)))
                        .toList());
    }
}
