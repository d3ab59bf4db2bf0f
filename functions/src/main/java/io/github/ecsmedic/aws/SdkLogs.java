package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Logs;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/** Amazon CloudWatch Logs through the SDK. */
final class SdkLogs implements Logs {
    private static final String EVENTS = "logs:GetLogEvents";
    private static final int MOST_PAGES = 5;

    private final Clients clients;
    private final Reads reads;

    SdkLogs(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<List<Line>>> tail(String region, String group, String stream, int limit) {
        CloudWatchLogsClient logs = clients.at(region).logs();
        return reads.ask(String.join("\n", "tail", region, group, stream, Integer.toString(limit)), EVENTS, () -> {
            String token = null;
            for (int page = 0; page < MOST_PAGES; page++) {
                Optional<GetLogEventsResponse> answer = page(logs, group, stream, limit, token);
                if (answer.isEmpty()) {
                    return Optional.empty();
                }
                List<OutputLogEvent> events =
                        listed(answer.get().hasEvents(), answer.get().events(), EVENTS);
                String back = answer.get().nextBackwardToken();
                // a page may be empty although older ones are not; the same token again is the beginning of the stream
                if (!events.isEmpty() || back == null || back.equals(token)) {
                    return Optional.of(events.stream().map(SdkLogs::line).toList());
                }
                token = back;
            }
            throw NoAnswer.empty(EVENTS);
        });
    }

    private Optional<GetLogEventsResponse> page(
            CloudWatchLogsClient logs, String group, String stream, int limit, @Nullable String token) {
        return reads.sendUnless(
                "ResourceNotFoundException",
                EVENTS,
                () -> logs.getLogEvents(r -> r.logGroupName(group)
                        .logStreamName(stream)
                        .limit(limit)
                        .startFromHead(false)
                        .nextToken(token)));
    }

    private static Line line(OutputLogEvent event) {
        return new Line(Instant.ofEpochMilli(needed(event.timestamp(), EVENTS)), text(event.message()));
    }
}
