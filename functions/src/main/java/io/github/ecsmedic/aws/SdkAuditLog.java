package io.github.ecsmedic.aws;

import io.github.ecsmedic.incident.AuditLog;
import io.github.ecsmedic.incident.AuditRecord;
import io.github.ecsmedic.incident.LedgerException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/**
 * The second place of the audit: a log group, in which each worker has streams of its own, {@code PLACE/WORKER}.
 *
 * <p>An event has the time at which it is appended, not that of its record: CloudWatch takes none older than 14 days.
 */
final class SdkAuditLog implements AuditLog {
    static final String STREAM = "logs:CreateLogStream";
    static final String PUT = "logs:PutLogEvents";
    private static final String FILTER = "logs:FilterLogEvents";

    /** Far less than the megabyte that one request may carry. */
    private static final int BATCH = 50;

    private final CloudWatchLogsClient logs;
    private final String group;
    private final String worker;
    private final Clock clock;

    SdkAuditLog(CloudWatchLogsClient logs, String group, String worker, Clock clock) {
        this.logs = logs;
        this.group = group;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void append(List<AuditRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        String stream = records.getFirst().place() + "/" + worker;
        begin(stream);
        for (int from = 0; from < records.size(); from += BATCH) {
            put(stream, records.subList(from, Math.min(records.size(), from + BATCH)));
        }
    }

    private void put(String stream, List<AuditRecord> records) {
        long now = clock.millis();
        List<InputLogEvent> events = records.stream()
                .map(r -> InputLogEvent.builder()
                        .timestamp(now)
                        .message(AuditText.of(r))
                        .build())
                .toList();
        PutLogEventsResponse answer = asked(
                "append to",
                PUT,
                () -> logs.putLogEvents(
                        r -> r.logGroupName(group).logStreamName(stream).logEvents(events)));
        if (answer.rejectedLogEventsInfo() != null) {
            throw new LedgerException("cannot append to " + group + ": the events were rejected: " + PUT);
        }
    }

    private void begin(String stream) {
        asked("append to", STREAM, () -> {
            try {
                logs.createLogStream(r -> r.logGroupName(group).logStreamName(stream));
            } catch (ResourceAlreadyExistsException e) {
                return false; // by us, a moment ago
            }
            return true;
        });
    }

    @Override
    public Copy records(String place) {
        List<AuditRecord> records = new ArrayList<>();
        int unreadable = 0;
        String token = null;
        do {
            FilterLogEventsResponse page = page(place, token);
            for (var event : page.events()) {
                Optional<AuditRecord> record = AuditText.read(Given.text(event.message()));
                record.ifPresent(records::add);
                unreadable += record.isPresent() ? 0 : 1;
            }
            token = page.nextToken();
        } while (token != null);
        return new Copy(records, unreadable);
    }

    private FilterLogEventsResponse page(String place, @Nullable String token) {
        return asked(
                "read",
                FILTER,
                () -> logs.filterLogEvents(r ->
                        r.logGroupName(group).logStreamNamePrefix(place + "/").nextToken(token)));
    }

    private <T> T asked(String what, String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new LedgerException(String.valueOf(
                    CallFailed.of("cannot " + what + " " + group, e, operation).getMessage()));
        }
    }
}
