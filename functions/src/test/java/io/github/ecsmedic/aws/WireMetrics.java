package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import java.util.List;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon CloudWatch: the two metrics of a NAT gateway that are asked for. */
final class WireMetrics implements WireService {
    private final Contents.Network network;

    WireMetrics(Contents.Network network) {
        this.network = network;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "GetMetricData" ->
                Protocol.QUERY.answer(
                        q.operation(),
                        Tree.of(
                                "MetricDataResults",
                                List.of(
                                        result("ports", network.drops().portErrors()),
                                        result("packets", network.drops().droppedPackets()))));
            default -> throw new NotRendered(q.operation());
        };
    }

    private static Tree result(String id, double sum) {
        return Tree.of("Id", id, "StatusCode", "Complete", "Values", List.of(sum));
    }
}
