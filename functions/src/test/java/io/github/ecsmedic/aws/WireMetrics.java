package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import java.util.Optional;
import java.util.stream.Stream;
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
                                Stream.of(
                                                result(
                                                        q,
                                                        "ports",
                                                        Optional.of(
                                                                network.drops().portErrors())),
                                                result(
                                                        q,
                                                        "packets",
                                                        Optional.of(
                                                                network.drops().droppedPackets())),
                                                result(
                                                        q,
                                                        "MemoryUtilized",
                                                        network.measured().memory()),
                                                result(
                                                        q,
                                                        "TargetResponseTime",
                                                        network.measured().response()),
                                                result(
                                                        q,
                                                        "ResourceCount",
                                                        network.measured().used()))
                                        .flatMap(Optional::stream)
                                        .toList()));
            default -> throw new NotRendered(q.operation());
        };
    }

    /** Of the query with this id or metric, where the request holds one. */
    private static Optional<Tree> result(Question q, String name, Optional<Double> value) {
        for (int i = 1; !q.text(member(i, "Id")).isEmpty(); i++) {
            String id = q.text(member(i, "Id"));
            if (id.equals(name)
                    || q.text(member(i, "MetricStat.Metric.MetricName")).equals(name)) {
                return Optional.of(Tree.of(
                        "Id",
                        id,
                        "StatusCode",
                        "Complete",
                        "Values",
                        value.stream().toList()));
            }
        }
        return Optional.empty();
    }

    private static String member(int number, String field) {
        return "MetricDataQueries.member." + number + "." + field;
    }
}
