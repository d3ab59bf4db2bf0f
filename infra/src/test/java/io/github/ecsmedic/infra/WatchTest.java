package io.github.ecsmedic.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.handler.Metric;
import io.github.ecsmedic.handler.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WatchTest {
    private static final String ALARM = "AWS::CloudWatch::Alarm";

    static List<JsonNode> alarms() {
        return Template.PLAIN.all(ALARM);
    }

    /** That the handlers write exactly these, a test beside them holds. */
    @Test
    void metrics_ofDashboardAndAlarms_areExactlyThoseThatTheHandlersWrite() throws JsonProcessingException {
        Set<String> used = new TreeSet<>();
        alarms().forEach(alarm -> {
            if (alarm.path("Namespace").asText().equals(Metrics.NAMESPACE)) {
                used.add(alarm.path("MetricName").asText());
            }
            alarm.path("Metrics")
                    .findValues("Metric")
                    .forEach(metric -> used.add(metric.path("MetricName").asText()));
        });
        onBoard().forEach(used::add);
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::text).toList());
    }

    /** A series is a list that begins with namespace and name; a search names its metric. */
    private static Stream<String> onBoard() throws JsonProcessingException {
        String body =
                Template.text(Template.PLAIN.only("AWS::CloudWatch::Dashboard").path("DashboardBody"));
        return Template.MAPPER.readTree(body).findValues("metrics").stream()
                .flatMap(JsonNode::valueStream)
                .map(series -> {
                    String search = series.path(0).path("expression").asText();
                    int from = search.indexOf("MetricName=\"") + "MetricName=\"".length();
                    return search.isEmpty()
                            ? series.path(0).asText().equals(Metrics.NAMESPACE)
                                    ? series.path(1).asText()
                                    : ""
                            : search.substring(from, search.indexOf('"', from));
                })
                .filter(name -> !name.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ecs-medic-diagnosis-fails, AWS/Lambda, Errors, Sum, 300, 3",
        "ecs-medic-throttled, AWS/Lambda, Throttles, Sum, 300, 10",
        "ecs-medic-events-come-back, ecs-medic, ReturnedEvents, Sum, 300, 10",
        "ecs-medic-sweep-fails, AWS/Lambda, Errors, Sum, 900, 2",
        "ecs-medic-sweep-dead-letters, AWS/SQS, ApproximateNumberOfMessagesVisible, Maximum, 300, 1",
        "ecs-medic-untold-messages, ecs-medic, OldestUntoldSeconds, Maximum, 300, 1800"
    })
    void alarm_aboveItsThreshold_rings(
            String name, String namespace, String metric, String statistic, int period, int threshold) {
        JsonNode alarm = Template.PLAIN.named(ALARM, name);
        assertThat(List.of(
                        alarm.path("Namespace").asText(),
                        alarm.path("MetricName").asText(),
                        alarm.path("Statistic").asText(),
                        alarm.path("Period").asInt(),
                        alarm.path("Threshold").asInt(),
                        alarm.path("ComparisonOperator").asText(),
                        alarm.path("TreatMissingData").asText()))
                .containsExactly(
                        namespace,
                        metric,
                        statistic,
                        period,
                        threshold,
                        "GreaterThanOrEqualToThreshold",
                        "notBreaching");
    }

    @Test
    void heartbeat_missing_rings() {
        JsonNode alarm = Template.PLAIN.named(ALARM, "ecs-medic-no-heartbeat");
        assertThat(alarm.path("MetricName").asText()).isEqualTo("Heartbeat");
        assertThat(alarm.path("Dimensions").toString())
                .isEqualTo("[{\"Name\":\"Function\",\"Value\":\"ecs-medic-sweep\"}]");
        assertThat(alarm.path("Period").asInt()).isEqualTo(900);
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
        assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
        assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("breaching");
    }

    @Test
    void slack_refusingEitherFunction_rings() {
        JsonNode alarm = Template.PLAIN.named(ALARM, "ecs-medic-slack-refuses");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(3);
        assertThat(alarm.path("Metrics").findValuesAsText("Expression"))
                .containsExactly("FILL(diagnose, 0) + FILL(sweep, 0)");
        assertThat(alarm.path("Metrics").findValues("Dimensions").stream().map(JsonNode::toString))
                .containsExactlyInAnyOrder(
                        "[{\"Name\":\"Function\",\"Value\":\"ecs-medic-diagnose\"},"
                                + "{\"Name\":\"Sink\",\"Value\":\"slack\"}]",
                        "[{\"Name\":\"Function\",\"Value\":\"ecs-medic-sweep\"},"
                                + "{\"Name\":\"Sink\",\"Value\":\"slack\"}]");
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void alarm_always_tellsTheTopicAndWhatToDo(JsonNode alarm) {
        assertThat(Template.texts(alarm.path("AlarmActions"))).containsExactly("<EcsMedicOutletTopicF40D6703>");
        assertThat(Template.texts(alarm.path("OKActions"))).containsExactly("<EcsMedicOutletTopicF40D6703>");
        assertThat(alarm.path("AlarmDescription").asText()).containsAnyOf("ead ", "See ", "Raise ", "says w");
    }
}
