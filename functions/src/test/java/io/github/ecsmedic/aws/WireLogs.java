package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Logs.Line;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon CloudWatch Logs: the newest lines of a stream. */
final class WireLogs implements WireService {
    private final Map<String, List<Line>> streams;

    WireLogs(Map<String, List<Line>> streams) {
        this.streams = streams;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "GetLogEvents" -> events(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    private HttpExecuteResponse events(Question q) {
        List<Line> lines = streams.get(q.text("logGroupName") + " " + q.text("logStreamName"));
        if (lines == null) {
            return Protocol.JSON.error(400, "ResourceNotFoundException");
        }
        int limit = Integer.parseInt(q.text("limit"));
        List<Tree> newest = lines.stream()
                .skip(Math.max(0, lines.size() - limit))
                .map(line -> Tree.of("timestamp", line.at().toEpochMilli(), "message", line.text()))
                .toList();
        return Protocol.JSON.answer(
                q.operation(), Tree.of("events", newest, "nextBackwardToken", "b/0", "nextForwardToken", "f/0"));
    }
}
