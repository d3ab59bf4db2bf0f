package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Fleet.Host;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon EC2 Auto Scaling: at most one group, to which all instances belong. */
final class WireScaling implements WireService {
    private final Contents.Places places;

    WireScaling(Contents.Places places) {
        this.places = places;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeAutoScalingInstances" -> ok(q, Tree.of("AutoScalingInstances", members(q)));
            case "DescribeAutoScalingGroups" ->
                ok(
                        q,
                        Tree.of(
                                "AutoScalingGroups",
                                group(q).map(WireScaling::group).stream().toList()));
            case "DescribeScalingActivities" ->
                ok(
                        q,
                        Tree.of(
                                "Activities",
                                places.activities().stream()
                                        .map(WireScaling::activity)
                                        .toList()));
            default -> throw new NotRendered(q.operation());
        };
    }

    private List<Tree> members(Question q) {
        List<String> ids = q.texts("InstanceIds.member");
        return places.group().stream()
                .flatMap(group -> places.hosts().stream()
                        .map(Host::instance)
                        .filter(id -> ids.isEmpty() || ids.contains(id))
                        .map(id -> Tree.of("InstanceId", id, "AutoScalingGroupName", group.name())))
                .toList();
    }

    private Optional<ScalingGroup> group(Question q) {
        return places.group()
                .filter(group -> q.texts("AutoScalingGroupNames.member").contains(group.name()));
    }

    private static Tree group(ScalingGroup g) {
        return Tree.of(
                "AutoScalingGroupName",
                g.name(),
                "MinSize",
                g.least(),
                "MaxSize",
                g.most(),
                "DesiredCapacity",
                g.desired(),
                "Instances",
                IntStream.range(0, Math.max(g.desired(), g.inService()))
                        .mapToObj(i -> Tree.of(
                                "InstanceId", "i-" + i, "LifecycleState", i < g.inService() ? "InService" : "Pending"))
                        .toList());
    }

    private static Tree activity(Activity a) {
        return Tree.of("StatusCode", a.status(), "StatusMessage", a.message(), "StartTime", a.at());
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.QUERY.answer(q.operation(), tree);
    }
}
