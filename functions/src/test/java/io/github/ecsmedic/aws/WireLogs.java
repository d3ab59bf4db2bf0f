package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Logs.Line;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon CloudWatch Logs: the newest lines of a stream, and groups by the beginning of their name. */
final class WireLogs implements WireService {
    private final Map<String, List<Line>> streams;
    private final Contents.Kept kept;

    WireLogs(Map<String, List<Line>> streams, Contents.Kept kept) {
        this.streams = streams;
        this.kept = kept;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "GetLogEvents" -> events(q);
            case "DescribeLogGroups" -> groups(q);
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

    /** Whole, as one request is all that is asked. */
    private HttpExecuteResponse groups(Question q) {
        List<Tree> found = kept.groups().stream()
                .filter(group -> group.name().startsWith(q.text("logGroupNamePrefix")))
                .map(group -> Tree.of("logGroupName", group.name(), "kmsKeyId", group.key()))
                .toList();
        return Protocol.JSON.answer(q.operation(), Tree.of("logGroups", found));
    }
}
