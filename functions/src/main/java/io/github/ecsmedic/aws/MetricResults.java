package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** What CloudWatch holds of one metric, page by page. A metric that nobody writes has a result without values. */
final class MetricResults {
    static final String OPERATION = "cloudwatch:GetMetricData";

    private MetricResults() {}

    /** No result at all is no fact. */
    static List<MetricDataResult> of(
            Reads reads, CloudWatchClient cloudwatch, MetricDataQuery query, Instant from, Instant to) {
        List<MetricDataResult> results = reads.pages(
                OPERATION,
                token -> cloudwatch.getMetricData(r ->
                        r.metricDataQueries(query).startTime(from).endTime(to).nextToken(token)),
                answer -> listed(answer.hasMetricDataResults(), answer.metricDataResults(), OPERATION),
                GetMetricDataResponse::nextToken);
        if (results.stream().noneMatch(result -> query.id().equals(result.id()))) {
            throw NoAnswer.empty(OPERATION);
        }
        return results;
    }
}
