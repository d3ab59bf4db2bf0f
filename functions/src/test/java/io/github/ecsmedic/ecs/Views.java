package io.github.ecsmedic.ecs;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a service shows itself to those who describe and list it. */
public final class Views {
    private Views() {}

    /** As DescribeServices does: the primary deployment, and those that still have tasks. */
    public static Service service(FakeService of, Map<String, String> tags, int grace) {
        FakeService.Settings how = of.settings();
        return new Service(
                Log.SERVICE,
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ACTIVE",
                how.desired(),
                of.running(),
                of.alive() - of.running(),
                of.primary().definition(),
                "FARGATE",
                "ECS",
                Stream.concat(
                                Stream.of(of.primary()),
                                of.rolled().reversed().stream().filter(r -> r != of.primary() && of.alive(r) > 0))
                        .map(r -> described(of, r))
                        .toList(),
                new Service.Balancing(List.of(), grace),
                of.messages(),
                tags,
                new DeploymentConfiguration(how.least(), how.most(), how.breaker(), how.rollback(), true));
    }

    private static Service.Deployment described(FakeService service, Rolled r) {
        return new Service.Deployment(
                r.id(),
                r == service.primary() ? "PRIMARY" : "ACTIVE",
                r.rollout(),
                r.definition(),
                service.settings().desired(),
                service.running(r),
                r.failed,
                List.of(),
                List.of(),
                false,
                r.begun());
    }

    /** As ListServiceDeployments does, the newest first. */
    public static List<Listed> listed(FakeService of) {
        return of.rolled().reversed().stream()
                .map(r -> new Listed(r.arn(), r.status().name(), r.revision(), r.begun()))
                .toList();
    }
}
