package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkLogsTest {
    private static final String EVENTS = "logs:GetLogEvents";

    private final FakeAws aws = new FakeAws();

    @Test
    void tail_ofAStream_isReadOldestFirstInThatRegion() {
        aws.on(EVENTS, """
                {"events": [{"timestamp": 1772615638000, "message": "first"}, {"timestamp": 1772615639000, "message": "last"}],
                 "nextBackwardToken": "b/1"}""");
        assertThat(tail("eu-west-1"))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(List.of(
                                new Logs.Line(Instant.parse("2026-03-04T09:13:58Z"), "first"),
                                new Logs.Line(Instant.parse("2026-03-04T09:13:59Z"), "last"))),
                        EVENTS));
        assertThat(aws.asked().getFirst().host()).isEqualTo("logs.eu-west-1.amazonaws.com");
        assertThat(aws.asked().getFirst().body())
                .contains("\"startFromHead\":false", "\"limit\":50", "\"logStreamName\":\"s\"");
    }

    @Test
    void tail_whoseFirstPageIsEmpty_isReadFromTheOneBefore() {
        aws.on(
                EVENTS,
                "{\"events\": [], \"nextBackwardToken\": \"b/1\"}",
                "{\"events\": [{\"timestamp\": 1772615638000, \"message\": \"old\"}], \"nextBackwardToken\": \"b/2\"}");
        assertThat(tail(""))
                .isEqualTo(new Answer.Known<>(
                        Optional.of(List.of(new Logs.Line(Instant.parse("2026-03-04T09:13:58Z"), "old"))), EVENTS));
        assertThat(aws.asked().getLast().body()).contains("\"nextToken\":\"b/1\"");
    }

    @Test
    void tail_ofAStreamWithoutLines_hasNone() {
        aws.on(EVENTS, "{\"events\": [], \"nextBackwardToken\": \"b/1\"}");
        assertThat(tail("")).isEqualTo(new Answer.Known<>(Optional.of(List.of()), EVENTS));
        assertThat(aws.operations()).containsExactly(EVENTS, EVENTS);
    }

    @Test
    void tail_whosePagesStayEmpty_isUnknown() {
        for (int i = 0; i < 6; i++) {
            aws.on(EVENTS, "{\"events\": [], \"nextBackwardToken\": \"b/" + i + "\"}");
        }
        assertThat(tail("")).isEqualTo(new Answer.Unknown<>("empty answer", EVENTS));
    }

    @Test
    void tail_ofAStreamThatIsNotThere_isKnownToBeAbsent() {
        aws.on(EVENTS, 400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"made up\"}");
        assertThat(tail("")).isEqualTo(new Answer.Known<>(Optional.empty(), EVENTS));
    }

    @Test
    void tail_withoutEvents_isUnknown() {
        aws.on(EVENTS, "{}");
        assertThat(tail("")).isEqualTo(new Answer.Unknown<>("empty answer", EVENTS));
    }

    private Answer<Optional<List<Logs.Line>>> tail(String region) {
        return aws.account().logs().tail(region, "/shop/checkout", "s", 50);
    }
}
