package io.github.ecsmedic.handler;

import io.github.ecsmedic.ecs.FakeService.Settings;
import io.github.ecsmedic.ecs.Pace;
import io.github.ecsmedic.ecs.Tasked;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting;
import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.fix.VpcAttribute;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What requests are about, and what they do, in {@link FakeEcs}. */
final class FakeDesk {
    private final FakeEcs ecs;
    private final Map<String, Instant> reruns = new HashMap<>();

    FakeDesk(FakeEcs ecs) {
        this.ecs = ecs;
    }

    String read(Request request) {
        return switch (request) {
            case ServiceUpdate update -> now(update.to());
            case DeploymentStop stop ->
                ecs.service.named(stop.deployment()).orElseThrow().status().name();
            case TaskStop stop -> task(stop.task()).desired();
            case TaskRerun rerun -> again(rerun);
            case VpcAttribute attribute -> String.valueOf(ecs.attributes.get(attribute.attribute()));
            default -> ecs.objects.value(request);
        };
    }

    private String now(ServiceSetting wanted) {
        Settings now = ecs.service.settings();
        return switch (wanted) {
            case NewDeployment _ -> ecs.service.primary().id();
            case Definition _ -> new Definition(ecs.service.primary().definition()).text();
            case GracePeriod _ -> new GracePeriod(ecs.grace).text();
            case DesiredCount _ -> new DesiredCount(now.desired()).text();
            case ServiceSetting.Rollout _ ->
                new ServiceSetting.Rollout(now.most(), now.least(), now.breaker(), now.rollback()).text();
            case Strategy _ -> ecs.strategy.text();
        };
    }

    private Tasked task(String arn) {
        return ecs.service.tasks().stream()
                .filter(t -> t.arn().equals(arn))
                .findFirst()
                .orElseThrow();
    }

    /** A one-off task that was started again needs its time, and then runs or ends. */
    private String again(TaskRerun rerun) {
        Instant begun = reruns.get(rerun.task());
        if (begun == null) {
            return TaskRerun.NONE;
        }
        String arn = rerun.task() + "again";
        return begun.plus(Pace.START).isAfter(ecs.clock.instant())
                ? arn + " PENDING"
                : arn + (begun.isBefore(ecs.curedAt) ? " STOPPED" : " RUNNING");
    }

    /** Done now; the id of what began by it, or {@code ""}. */
    String done(Request request, Instant at) {
        switch (request) {
            case ServiceUpdate update -> {
                return done(update.to(), at);
            }
            case DeploymentStop stop -> ecs.service.stop(stop.deployment());
            case TaskStop stop -> ecs.service.stopTask(stop.task());
            case TaskRerun rerun -> {
                reruns.putIfAbsent(rerun.task(), at);
                return rerun.task() + "again";
            }
            case VpcAttribute attribute -> ecs.attributes.put(attribute.attribute(), attribute.on());
            default -> ecs.objects.send(request);
        }
        return "";
    }

    private String done(ServiceSetting to, Instant at) {
        Settings now = ecs.service.settings();
        switch (to) {
            case NewDeployment _ -> {
                return ecs.begin(ecs.service.primary().definition(), at).id();
            }
            case Definition(String name) -> {
                return ecs.begin(name, at).id();
            }
            case GracePeriod(int seconds) -> {
                ecs.grace = seconds;
                ecs.service.nudge();
            }
            case DesiredCount(int tasks) ->
                ecs.service.set(new Settings(tasks, now.least(), now.most(), now.breaker(), now.rollback()));
            case ServiceSetting.Rollout(int most, int least, boolean breaker, boolean back) ->
                ecs.service.set(new Settings(now.desired(), least, most, breaker, back));
            case Strategy other -> {
                ecs.strategy = other;
                ecs.service.nudge();
            }
        }
        return "";
    }
}
