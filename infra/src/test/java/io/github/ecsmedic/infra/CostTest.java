package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes docs/cost.md from prices, measurements and the template. */
class CostTest {
    private static final Path PAGE = Path.of("../docs/cost.md");
    private static final double GIGA = 1e9;
    private static final int DAYS = 30;
    private static final double REPEATED = 0.9;
    private static final double MILLION = 1_000_000;
    private static final List<Double> SHARES = List.of(0.0, 0.9, 0.99);

    private final Measured measured = new Measured();

    CostTest() throws IOException {}

    /** A line of the bill. */
    record Line(String what, String how, double dollars) {}

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    private static double gigabytes() {
        return Template.PLAIN.all("AWS::Lambda::Function").stream()
                        .filter(f -> f.path("Handler").asText().contains("DiagnoseHandler"))
                        .findFirst()
                        .orElseThrow()
                        .path("MemorySize")
                        .asInt()
                / 1024.0;
    }

    private static long alarmMetrics() {
        return Template.PLAIN.all("AWS::CloudWatch::Alarm").stream()
                .mapToLong(alarm -> alarm.has("Metrics")
                        ? alarm.path("Metrics")
                                .valueStream()
                                .filter(metric -> metric.has("MetricStat"))
                                .count()
                        : 1)
                .sum();
    }

    private static double lambda(double runs, int millis) {
        return runs * (Prices.LAMBDA_REQUEST + millis / 1000.0 * gigabytes() * Prices.LAMBDA_GB_SECOND_ARM);
    }

    private double units(String what, double times) {
        return times
                * (measured.of(what + ".writeUnits") * Prices.DYNAMO_WRITE_UNIT
                        + measured.of(what + ".readUnits") * Prices.DYNAMO_READ_UNIT);
    }

    private List<Line> fixed() {
        List<Line> lines = new ArrayList<>();
        int keys = Template.PLAIN.all("AWS::KMS::Key").size();
        lines.add(new Line(
                "key of KMS",
                String.format(Locale.ROOT, "%d × $%.2f", keys, Prices.KEY_MONTH),
                keys * Prices.KEY_MONTH));
        lines.add(new Line(
                "alarms",
                String.format(Locale.ROOT, "%d metrics × $%.2f", alarmMetrics(), Prices.ALARM_METRIC_MONTH),
                alarmMetrics() * Prices.ALARM_METRIC_MONTH));
        int boards = Template.PLAIN.all("AWS::CloudWatch::Dashboard").size();
        lines.add(new Line(
                "dashboard",
                String.format(Locale.ROOT, "%d × $%.2f", boards, Prices.DASHBOARD_MONTH),
                boards * Prices.DASHBOARD_MONTH));
        lines.add(new Line(
                "metrics of our own, at most",
                String.format(Locale.ROOT, "%d × $%.2f", Measured.metrics(), Prices.METRIC_MONTH),
                Measured.metrics() * Prices.METRIC_MONTH));
        lines.add(new Line(
                "sweep",
                String.format(Locale.ROOT, "%,d runs of %,d ms", Measured.SWEEPS_A_MONTH, Measured.SWEEP_MILLIS),
                lambda(Measured.SWEEPS_A_MONTH, Measured.SWEEP_MILLIS)));
        lines.add(new Line(
                "table, by the sweep",
                String.format(
                        Locale.ROOT, "%,d × %d read units", Measured.SWEEPS_A_MONTH, measured.of("sweep.readUnits")),
                units("sweep", Measured.SWEEPS_A_MONTH)));
        lines.add(new Line(
                "Lambda's polls of the queue",
                String.format(Locale.ROOT, "%,d × $0.40 a million", Measured.POLLS_A_MONTH),
                Measured.POLLS_A_MONTH * Prices.SQS_REQUEST));
        lines.add(new Line(
                "secret of Slack's webhook",
                String.format(Locale.ROOT, "1 × $%.2f", Prices.SECRET_MONTH),
                Prices.SECRET_MONTH));
        double logs = (double) Measured.SWEEPS_A_MONTH * Measured.LOG_BYTES / GIGA;
        lines.add(new Line(
                "logs of the sweep",
                String.format(Locale.ROOT, "%.3f GB", logs),
                logs * (Prices.LOG_GB + Prices.LOG_GB_MONTH)));
        return lines;
    }

    /** How those come that repeat a failure which is told already. */
    private enum Repeats {
        ONE_BY_ONE("repeated", 1),
        TEN_AT_ONCE("storm", Measured.BATCH);

        private final String counted;
        private final int batch;

        Repeats(String counted, int batch) {
            this.counted = counted;
            this.batch = batch;
        }
    }

    /** Of so many stopped tasks, of which that share repeats a failure that is told already. */
    private List<Line> running(double tasks, double share, Repeats repeats) {
        double failures = tasks * (1 - share);
        double repeated = tasks * share / repeats.batch;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "Lambda",
                String.format(
                        Locale.ROOT,
                        "%,.0f × %d ms + %,.0f × %d ms, %.1f GB",
                        failures,
                        measured.failureMillis(),
                        repeated,
                        measured.repeatedMillis(),
                        gigabytes()),
                lambda(failures, measured.failureMillis()) + lambda(repeated, measured.repeatedMillis())));
        lines.add(new Line(
                "table, writes and reads",
                String.format(
                        Locale.ROOT,
                        "%,.0f × (%d + %d) + %,.0f × (%d + %d) units",
                        failures,
                        measured.of("failure.writeUnits"),
                        measured.of("failure.readUnits"),
                        repeated,
                        measured.of(repeats.counted + ".writeUnits"),
                        measured.of(repeats.counted + ".readUnits")),
                units("failure", failures) + units(repeats.counted, repeated)));
        double kept = failures * Measured.MONTHS_KEPT * Measured.INCIDENT_BYTES / GIGA;
        lines.add(new Line(
                "table, kept 90 days, with recovery to any second",
                String.format(
                        Locale.ROOT,
                        "%.3f GB × ($%.2f + $%.2f)",
                        kept,
                        Prices.DYNAMO_GB_MONTH,
                        Prices.DYNAMO_RECOVERY_GB_MONTH),
                kept * (Prices.DYNAMO_GB_MONTH + Prices.DYNAMO_RECOVERY_GB_MONTH)));
        double received = failures + repeated;
        lines.add(new Line(
                "queue",
                String.format(Locale.ROOT, "%,.0f sent + %,.0f × 2 received, deleted", tasks, received),
                (tasks + received * 2) * Prices.SQS_REQUEST));
        double messages = failures * Measured.MESSAGES;
        lines.add(new Line(
                "SNS, with one mail each",
                String.format(Locale.ROOT, "%,.0f messages", messages),
                messages * (Prices.SNS_PUBLISH + Prices.SNS_MAIL)));
        lines.add(new Line("event bus", String.format(Locale.ROOT, "%,.0f events", messages), messages * Prices.EVENT));
        lines.add(new Line(
                "requests to KMS",
                String.format(Locale.ROOT, "%,.0f × 2", messages),
                messages * 2 * Prices.KEY_REQUEST));
        double logs = tasks * Measured.LOG_BYTES / GIGA;
        lines.add(new Line(
                "logs", String.format(Locale.ROOT, "%.3f GB", logs), logs * (Prices.LOG_GB + Prices.LOG_GB_MONTH)));
        return lines;
    }

    private static String table(List<Line> lines, String total) {
        return lines.stream()
                .map(line ->
                        String.format(Locale.ROOT, "| %s | %s | %.2f |%n", line.what(), line.how(), line.dollars()))
                .collect(Collectors.joining("", "| what | how much | dollars |\n|---|---|--:|\n", ""))
                .concat(String.format(Locale.ROOT, "| **%s** | | **%.2f** |%n", total, sum(lines)));
    }

    private String page() {
        StringBuilder page = new StringBuilder(String.format(Locale.ROOT, """
                # What it costs

                Written by `CostTest` from the template, the prices in `Prices` and the figures in `Measured`; change those, not this
                page. Prices are list prices of %s as of %s, in dollars a month of %d days, without the free tier and
                without tax. Look them up before you rely on them. Reading ECS, EC2, IAM and CloudTrail is free of charge; what else a
                diagnosis reads (logs, metrics, secrets' descriptions) costs less than a cent a thousand.

                | stopped tasks a day | fixed | running | together |
                |--:|--:|--:|--:|
                """, Prices.REGION, Prices.DAY, DAYS));
        for (int tasks : List.of(10, 1_000, 100_000)) {
            double running = sum(running((double) tasks * DAYS, REPEATED, Repeats.ONE_BY_ONE));
            page.append(String.format(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | **%.2f** |%n",
                    tasks,
                    sum(fixed()),
                    running,
                    sum(fixed()) + running));
        }
        page.append(String.format(Locale.ROOT, """

                Nine of ten stopped tasks repeat a failure that is told already, as in a crash loop. Per million stopped tasks, without
                what is fixed:

                | repeated | dollars a million, one by one | dollars a million, ten at a time |
                |--:|--:|--:|
                """));
        for (double share : SHARES) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %.0f %% | %.2f | %.2f |%n",
                    share * 100,
                    sum(running(MILLION, share, Repeats.ONE_BY_ONE)),
                    sum(running(MILLION, share, Repeats.TEN_AT_ONCE))));
        }
        page.append("\n## Fixed, a month\n\n").append(table(fixed(), "fixed"));
        for (int tasks : List.of(10, 1_000, 100_000)) {
            page.append(String.format(Locale.ROOT, "%n## %,d stopped tasks a day%n%n", tasks))
                    .append(table(running((double) tasks * DAYS, REPEATED, Repeats.ONE_BY_ONE), "running"));
        }
        for (double share : SHARES) {
            page.append(String.format(Locale.ROOT, "%n## A million, %.0f %% repeated, one by one%n%n", share * 100))
                    .append(table(running(MILLION, share, Repeats.ONE_BY_ONE), "a million"));
        }
        page.append("\n## A million, 99 % repeated, ten at a time\n\n")
                .append(table(running(MILLION, SHARES.getLast(), Repeats.TEN_AT_ONCE), "a million"));
        return page.append(measurements()).toString();
    }

    private String measurements() {
        return String.format(
                Locale.ROOT,
                """

                ## What it is computed from

                | of one stopped task | requests to DynamoDB | write units | read units | function, ms |
                |---|--:|--:|--:|--:|
                | a new failure | %d | %d | %d | %d |
                | a failure that is told already | %d | %d | %d | %d |
                | ten of them at a time | %d | %d | %d | %d |
                | the same event once more | %d | %d | %d | %d |

                Requests and units are counted by `MeasuredTest` on DynamoDB Local, with three sinks, one message an invocation but for the
                ten that come at a time, as in a storm. %s
                Assumed: %d messages an incident, %,d bytes an incident, %,d bytes of log an event.

                Cheaper: `--digest` costs nothing to speak of; the dashboard and metrics are most of a small bill, and metrics that nothing
                writes cost nothing. A key that you have already (`--encryption-key`) saves its dollar.
                """,
                measured.requests("failure"),
                measured.of("failure.writeUnits"),
                measured.of("failure.readUnits"),
                measured.failureMillis(),
                measured.requests("repeated"),
                measured.of("repeated.writeUnits"),
                measured.of("repeated.readUnits"),
                measured.repeatedMillis(),
                measured.requests("storm"),
                measured.of("storm.writeUnits"),
                measured.of("storm.readUnits"),
                measured.repeatedMillis(),
                measured.requests("duplicate"),
                measured.of("duplicate.writeUnits"),
                measured.of("duplicate.readUnits"),
                measured.repeatedMillis(),
                measured.benched()
                        ? "The milliseconds are measured by `scripts/bench`, with 50 ms a call of AWS."
                        : "The milliseconds are assumed: `scripts/bench` has not measured them.",
                Measured.MESSAGES,
                Measured.INCIDENT_BYTES,
                Measured.LOG_BYTES);
    }

    @Test
    void page_isWhatPricesAndMeasurementsGive() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).hasContent(page());
    }

    @Test
    void everyKindOfResource_isInTheBillOrFree() {
        List<String> free = List.of(
                "AWS::Events::Rule",
                "AWS::IAM::Role",
                "AWS::IAM::Policy",
                "AWS::Lambda::Permission",
                "AWS::Lambda::EventSourceMapping",
                "AWS::Lambda::EventInvokeConfig",
                "AWS::SNS::Subscription",
                "AWS::SNS::TopicPolicy",
                "AWS::SQS::QueuePolicy",
                "AWS::CDK::Metadata");
        List<String> billed = List.of(
                "AWS::Lambda::Function",
                "AWS::SQS::Queue",
                "AWS::SNS::Topic",
                "AWS::DynamoDB::Table",
                "AWS::KMS::Key",
                "AWS::Logs::LogGroup",
                "AWS::CloudWatch::Alarm",
                "AWS::CloudWatch::Dashboard");
        List<String> known = new ArrayList<>(free);
        known.addAll(billed);
        assertThat(types()).isSubsetOf(known).containsAll(billed);
    }

    private static List<String> types() {
        return Template.PLAIN
                .resources()
                .map(resource -> resource.path("Type").asText())
                .distinct()
                .toList();
    }
}
