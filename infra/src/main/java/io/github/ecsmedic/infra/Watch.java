package io.github.ecsmedic.infra;

import io.github.ecsmedic.handler.Metric;
import io.github.ecsmedic.handler.Metrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Who watches the watcher: alarms for when ECS Medic itself fails, and a dashboard of what it does. */
final class Watch extends Construct {
    static final String FAILING = "diagnosis-fails";
    static final String THROTTLED = "throttled";
    static final String RETURNED = "events-come-back";
    static final String SWEEP_DEAD = "sweep-dead-letters";
    static final String SILENT = "no-heartbeat";
    static final String SLACK = "slack-refuses";

    /** Whether the topic admits them is written down before they are made. */
    static final List<String> ALARMS = List.of(FAILING, THROTTLED, RETURNED, SWEEP_DEAD, SILENT, SLACK);

    private static final int WIDTH = 12;

    private final Names names;

    Watch(Construct scope, String id, Names names) {
        super(scope, id);
        this.names = names;
    }

    /** Each description says what to do. */
    void alarms(Outlet outlet, Function diagnose, Queue sweepDead) {
        String log = "Read the newest ERROR in " + names.logGroup(names.function());
        outlet.alarm(
                FAILING,
                "The function that diagnoses crashes or runs out of time. " + log
                        + "; after a new version, deploy the one before",
                diagnose.metricErrors(sum(5)),
                3);
        outlet.alarm(
                THROTTLED,
                "Lambda throttles the function that diagnoses, and events wait. Raise the account's quota of"
                        + " concurrent executions, or reserve some for " + names.function(),
                diagnose.metricThrottles(sum(5)),
                10);
        outlet.alarm(
                RETURNED,
                "Events go back to the queue because they could not be worked in. " + log
                        + ": \"why\" says what was out of reach",
                metric(Metric.RETURNED, names.function(), 5, Map.of()),
                10);
        outlet.alarm(
                SWEEP_DEAD,
                "Runs of the sweep that failed three times wait in " + names.sweepDeadLetterQueue()
                        + ". Read the newest ERROR in " + names.logGroup(names.sweep()) + ", then empty the queue",
                sweepDead.metricApproximateNumberOfMessagesVisible(MetricOptions.builder()
                        .statistic("Maximum")
                        .period(Duration.minutes(5))
                        .build()),
                1);
        outlet.silence(
                SILENT,
                "The sweep of ECS Medic has not run for 15 minutes: nothing tells that an incident is over, and messages"
                        + " are not sent again. See whether rule " + names.rule("sweep") + " is enabled, then read "
                        + names.logGroup(names.sweep()),
                metric(Metric.HEARTBEAT, names.sweep(), 15, Map.of()));
        outlet.alarm(
                SLACK,
                "Slack refuses the messages of ECS Medic; they wait, and SNS has them. \"told\" in "
                        + names.logGroup(names.function())
                        + " says why: a channel that is gone, a token that was revoked, or an outage of Slack",
                refusedBySlack(),
                3);
    }

    /** By whichever function tried. */
    private IMetric refusedBySlack() {
        Map<String, String> slack = Map.of("Sink", "slack");
        return MathExpression.Builder.create()
                .expression("FILL(diagnose, 0) + FILL(sweep, 0)")
                .label("Messages that Slack refused")
                .usingMetrics(Map.of(
                        "diagnose", metric(Metric.REFUSED, names.function(), 15, slack),
                        "sweep", metric(Metric.REFUSED, names.sweep(), 15, slack)))
                .period(Duration.minutes(15))
                .build();
    }

    void dashboard(Function diagnose, Function sweep, Intake intake) {
        Dashboard board = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(names.dashboard())
                .build();
        board.addWidgets(
                graph("Events and incidents", ours(Metric.EVENTS, Metric.OPENED, Metric.CHANGED, Metric.RESOLVED)),
                graph("Diagnoses by family and certainty", List.of(search(Metric.DIAGNOSES))));
        board.addWidgets(
                graph("From a failure to its first message, in seconds", List.of(lag("p50"), lag("p95"))),
                graph("Messages taken and refused", List.of(search(Metric.SENDS), search(Metric.REFUSED))));
        board.addWidgets(
                graph(
                        "What waits",
                        List.of(
                                metric(Metric.UNTOLD, names.sweep(), 5, Map.of()),
                                intake.queue().metricApproximateAgeOfOldestMessage(),
                                intake.deadLetters().metricApproximateNumberOfMessagesVisible(),
                                intake.undelivered().metricApproximateNumberOfMessagesVisible())),
                graph("Reasons that nobody recognised", ours(Metric.UNKNOWN_TEXTS)));
        board.addWidgets(
                graph(
                        "Failures of ECS Medic itself",
                        Stream.concat(
                                        Stream.of(
                                                diagnose.metricErrors(sum(5)),
                                                diagnose.metricThrottles(sum(5)),
                                                sweep.metricErrors(sum(5))),
                                        ours(Metric.RETURNED).stream())
                                .toList()),
                graph(
                        "Requests to AWS, and runs of the sweep",
                        Stream.concat(
                                        ours(Metric.API_CALLS).stream(),
                                        Stream.of(
                                                metric(Metric.HEARTBEAT, names.sweep(), 5, Map.of()),
                                                metric(Metric.NOT_LOOKED_AT, names.sweep(), 5, Map.of())))
                                .toList()));
    }

    private static GraphWidget graph(String title, List<? extends IMetric> left) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(left)
                .width(WIDTH)
                .period(Duration.minutes(5))
                .build();
    }

    /** Of the function that diagnoses; incidents also end in the sweep. */
    private List<IMetric> ours(Metric... metrics) {
        return Stream.of(metrics)
                .flatMap(metric -> Stream.of(names.function(), names.sweep())
                        .filter(function -> function.equals(names.function())
                                || metric == Metric.RESOLVED
                                || metric == Metric.CHANGED)
                        .<IMetric>map(function -> metric(metric, function, 5, Map.of())))
                .toList();
    }

    private IMetric lag(String statistic) {
        return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
                .namespace(Metrics.NAMESPACE)
                .metricName(Metric.LAG.text())
                .dimensionsMap(Map.of(Metrics.FUNCTION, names.function()))
                .statistic(statistic)
                .label(statistic)
                .period(Duration.minutes(5))
                .build();
    }

    /** Every combination of dimensions that the two functions have written. */
    private IMetric search(Metric metric) {
        String schema = String.join(",", metric.dimensions());
        return MathExpression.Builder.create()
                .expression("SEARCH('{" + Metrics.NAMESPACE + "," + Metrics.FUNCTION + "," + schema + "} MetricName=\""
                        + metric.text() + "\" " + Metrics.FUNCTION + "=(\"" + names.function() + "\" OR \""
                        + names.sweep() + "\")', 'Sum', 300)")
                .label("")
                .usingMetrics(Map.of())
                .period(Duration.minutes(5))
                .build();
    }

    static IMetric metric(Metric metric, String function, int minutes, Map<String, String> by) {
        Map<String, String> dimensions = new TreeMap<>(by);
        dimensions.put(Metrics.FUNCTION, function);
        return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
                .namespace(Metrics.NAMESPACE)
                .metricName(metric.text())
                .dimensionsMap(dimensions)
                .statistic(metric.unit().equals("Count") ? "Sum" : "Maximum")
                .period(Duration.minutes(minutes))
                .build();
    }

    private static MetricOptions sum(int minutes) {
        return MetricOptions.builder()
                .statistic("Sum")
                .period(Duration.minutes(minutes))
                .build();
    }
}
