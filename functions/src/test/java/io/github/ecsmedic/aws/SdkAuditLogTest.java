package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.incident.AuditLog.Copy;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.Audits;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Seen;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkAuditLogTest {
    private static final String STREAM = "logs:CreateLogStream";
    private static final String PUT = "logs:PutLogEvents";
    private static final String FILTER = "logs:FilterLogEvents";
    private static final List<AuditRecord> CHAIN = Audits.chain(2);

    private final FakeAws aws = new FakeAws();
    private final SdkAuditLog log = new SdkAuditLog(
            aws.clients().logs(), "ecs-medic-audit", "w1", Clock.fixed(Seen.minute(99), ZoneOffset.UTC));

    private static String event(String message) {
        return "{\"timestamp\": 1, \"message\": \""
                + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    @Test
    void records_areAppendedInTheWorkersOwnStreamOfThePlace_withTheTimeOfNow() {
        aws.on(STREAM, "{}").on(PUT, "{}");
        log.append(CHAIN);
        assertThat(aws.asked())
                .containsExactly(
                        new FakeAws.Asked(
                                STREAM,
                                "{\"logGroupName\":\"ecs-medic-audit\",\"logStreamName\":\"111122223333/us-east-1/w1\"}",
                                "logs.us-east-1.amazonaws.com"),
                        new FakeAws.Asked(
                                PUT,
                                "{\"logGroupName\":\"ecs-medic-audit\",\"logStreamName\":\"111122223333/us-east-1/w1\","
                                        + "\"logEvents\":[" + sent(CHAIN.getFirst()) + "," + sent(CHAIN.getLast())
                                        + "]}",
                                "logs.us-east-1.amazonaws.com"));
    }

    private static String sent(AuditRecord record) {
        return "{\"timestamp\":" + Seen.minute(99).toEpochMilli() + ",\"message\":\""
                + AuditText.of(record).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    @Test
    void nothing_isAppendedWithoutARequest() {
        log.append(List.of());
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void records_thatAreMany_areAppendedInSeveralRequests() {
        aws.on(STREAM, "{}").on(PUT, "{}");
        log.append(Audits.chain(101));
        assertThat(aws.operations()).containsExactly(STREAM, PUT, PUT, PUT);
    }

    @Test
    void stream_thatIsThere_isUsed() {
        aws.on(STREAM, 400, "{\"__type\": \"ResourceAlreadyExistsException\", \"message\": \"made up\"}")
                .on(PUT, "{}");
        log.append(CHAIN);
        assertThat(aws.operations()).containsExactly(STREAM, PUT);
    }

    @Test
    void append_thatIsDenied_saysWhatIsMissing() {
        aws.on(STREAM, "{}").on(PUT, 400, "{\"__type\": \"AccessDeniedException\", \"message\": \"made up\"}");
        assertThatThrownBy(() -> log.append(CHAIN))
                .isInstanceOf(LedgerException.class)
                .hasMessage("cannot append to ecs-medic-audit: AccessDenied: logs:PutLogEvents"
                        + " (the role needs logs:PutLogEvents on it, and on the key that encrypts it)");
    }

    @Test
    void append_thatIsAnsweredWithARejection_hasFailed() {
        aws.on(STREAM, "{}").on(PUT, "{\"rejectedLogEventsInfo\": {\"tooOldLogEventEndIndex\": 1}}");
        assertThatThrownBy(() -> log.append(CHAIN))
                .isInstanceOf(LedgerException.class)
                .hasMessage("cannot append to ecs-medic-audit: the events were rejected: logs:PutLogEvents");
    }

    @Test
    void records_ofAPlace_areReadPageByPage_andOtherLinesCounted() {
        aws.on(
                FILTER,
                "{\"events\": [" + event(AuditText.of(CHAIN.getFirst())) + "], \"nextToken\": \"t\"}",
                "{\"events\": [" + event("a line") + "," + event(AuditText.of(CHAIN.getLast())) + "]}");
        assertThat(log.records(Audits.PLACE)).isEqualTo(new Copy(CHAIN, 1));
        assertThat(aws.asked())
                .map(FakeAws.Asked::body)
                .containsExactly(
                        "{\"logGroupName\":\"ecs-medic-audit\",\"logStreamNamePrefix\":\"111122223333/us-east-1/\"}",
                        "{\"logGroupName\":\"ecs-medic-audit\",\"logStreamNamePrefix\":\"111122223333/us-east-1/\","
                                + "\"nextToken\":\"t\"}");
    }

    @Test
    void records_thatCannotBeRead_areNotNone() {
        aws.on(FILTER, 400, "{\"__type\": \"ResourceNotFoundException\", \"message\": \"made up\"}");
        assertThatThrownBy(() -> log.records(Audits.PLACE))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("cannot read ecs-medic-audit: ")
                .hasMessageEndingWith(FILTER);
    }
}
