package io.github.ecsmedic.handler;

import io.github.ecsmedic.ecs.FakeObjects;
import io.github.ecsmedic.ecs.FakeService.Settings;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every fix that can run, each form of it once. */
public final class Scenes {
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:";
    private static final String TASK = ARN + "task/prod/" + "0".repeat(31) + "1";
    private static final String SO = "it is so already";
    private static final String CHANGED = "the service was deployed anew since it was diagnosed";
    private static final List<String> OFF = List.of("false");
    private static final List<String> ON = List.of("true");
    private static final Subject API = Seen.service("api");

    private Scenes() {}

    static Stream<Scene> all() {
        return Stream.of(deployments(), settings(), tasks(), network(), objects())
                .flatMap(scenes -> scenes);
    }

    /** The names of those of a fix. */
    public static List<String> names(String fix) {
        return all().filter(scene -> scene.fix().equals(fix)).map(Scene::name).toList();
    }

    private static Stream<Scene> deployments() {
        return Stream.of(
                last(
                        "new deployment",
                        "force-new-deployment",
                        Ills.digestGone(),
                        _ -> {},
                        "ecs-svc/1",
                        "ecs-svc/2",
                        CHANGED),
                new Scene(
                        "rollback of the deployment under way",
                        "stop-deployment-rollback",
                        cause("deployment.bad_revision", "stoppable-deployment", ARN + "service-deployment/prod/api/2"),
                        API,
                        2,
                        world -> world.deploy("somebody", false),
                        List.of("IN_PROGRESS"),
                        List.of("ROLLBACK_REQUESTED"),
                        "the failing deployment is no longer under way",
                        null,
                        List.of()),
                new Scene(
                        "last good definition",
                        "roll-back-task-definition",
                        cause(
                                "deployment.bad_revision",
                                "ended-deployment",
                                "d-1",
                                "task-definition",
                                "api:7",
                                "previous-task-definition",
                                "api:6"),
                        API,
                        1,
                        _ -> {},
                        List.of("--task-definition api:7"),
                        List.of("--task-definition api:6"),
                        SO,
                        world -> world.deploy("somebody", true),
                        List.of("--task-definition api:7")));
    }

    private static Stream<Scene> settings() {
        return Stream.of(
                back(
                        "grace period",
                        "extend-grace-period",
                        Ills.startsTooSlowly(),
                        _ -> {},
                        "--health-check-grace-period-seconds 60",
                        "--health-check-grace-period-seconds 135",
                        world -> world.grace = 400,
                        "--health-check-grace-period-seconds 400"),
                back(
                        "circuit breaker",
                        "enable-circuit-breaker",
                        percents("deployment.bad_revision", 200),
                        world -> world.service.set(new Settings(2, 100, 200, false, false)),
                        rollout(false, 200),
                        rollout(true, 200),
                        world -> world.service.set(new Settings(2, 100, 150, true, true)),
                        rollout(true, 150)),
                back(
                        "maximum percent",
                        "fix-deployment-percent",
                        percents("deployment.percent_deadlock", 100),
                        world -> world.service.set(new Settings(2, 100, 100, false, false)),
                        rollout(false, 100),
                        rollout(false, 200),
                        world -> world.service.set(new Settings(2, 100, 150, false, false)),
                        rollout(false, 150)),
                back(
                        "desired count",
                        "lower-desired-count",
                        cause("registry.dockerhub_rate_limit", "desired-count", "2", "running-count", "1"),
                        _ -> {},
                        "--desired-count 2",
                        "--desired-count 1",
                        world -> world.service.set(new Settings(3, 100, 200, true, true)),
                        "--desired-count 3"),
                back(
                        "capacity providers",
                        "add-fargate-base",
                        cause(
                                "capacity.fargate",
                                "cluster-provider",
                                "FARGATE",
                                "strategy-item",
                                "capacityProvider=FARGATE_SPOT,weight=1,base=0"),
                        world -> world.strategy = spot(),
                        "--capacity-provider-strategy capacityProvider=FARGATE_SPOT,weight=1,base=0",
                        "--capacity-provider-strategy capacityProvider=FARGATE,weight=1,base=1"
                                + " capacityProvider=FARGATE_SPOT,weight=1,base=0",
                        world -> world.strategy = new Strategy(List.of()),
                        "--capacity-provider-strategy"));
    }

    private static Stream<Scene> tasks() {
        return Stream.of(
                new Scene(
                        "one-off task again",
                        "rerun-task",
                        cause("network.eni_provisioning", "subnet", "subnet-0aa1"),
                        new Subject("111122223333", "us-east-1", "prod", "", ARN + "task/prod/0f00", "report:3"),
                        1,
                        _ -> {},
                        List.of("none"),
                        List.of(ARN + "task/prod/0f00again PENDING"),
                        "what it would change is no longer as it was",
                        null,
                        List.of()),
                new Scene(
                        "one task stopped",
                        "stop-task",
                        cause("host.container_not_stopped"),
                        new Subject("111122223333", "us-east-1", "prod", "api", TASK, "api:7"),
                        1,
                        FakeEcs::heal,
                        List.of("RUNNING"),
                        List.of("STOPPED"),
                        SO,
                        null,
                        List.of()),
                back(
                        "protection",
                        "lift-task-protection",
                        cause("deployment.protected_tasks", "protected-task", "t1", "protected-task", "t2"),
                        world -> world.objects.with("protection of t1").with("protection of t2"),
                        "true",
                        "false",
                        world -> world.objects.with("protection of t1"),
                        "1 of them"),
                new Scene(
                        "instance",
                        "replace-instance",
                        cause(
                                "host.agent_disconnected",
                                "container-instance",
                                "c-1",
                                "instance",
                                "i-1",
                                "auto-scaling-group",
                                "g-1"),
                        API,
                        1,
                        _ -> {},
                        List.of("ACTIVE", "InService"),
                        List.of("DRAINING", "Terminating"),
                        SO,
                        null,
                        List.of()));
    }

    private static Stream<Scene> network() {
        return Stream.of(
                new Scene(
                        "DNS of the VPC",
                        "enable-vpc-dns",
                        Ills.dnsOff(),
                        API,
                        1,
                        _ -> {},
                        List.of("false", "false"),
                        List.of("true", "true"),
                        SO,
                        world -> world.attributes.replaceAll((_, _) -> false),
                        List.of("false", "false")),
                flag(
                        "private DNS",
                        "enable-endpoint-private-dns",
                        cause("dns.endpoint_private_dns_off", "private-dns-off", "vpce-1"),
                        "private DNS of vpce-1"),
                flag(
                        "S3 gateway",
                        "associate-s3-gateway",
                        cause("network.s3_gateway_not_associated", "endpoint", "vpce-1", "route-table", "rtb-1"),
                        "vpce-1 in rtb-1"),
                flag(
                        "way into the endpoint",
                        "admit-task-at-endpoint",
                        cause(
                                "network.endpoint_ingress_denied",
                                "endpoint-security-group",
                                "sg-1",
                                "security-group",
                                "sg-2"),
                        "sg-1 admits sg-2 on 443"),
                flag(
                        "way into the file system",
                        "admit-task-at-file-system",
                        cause("storage.efs_unreachable", "refusing-group", "sg-1", "security-group", "sg-2"),
                        "sg-1 admits sg-2 on 2049"),
                last(
                        "mount target",
                        "admit-task-at-file-system",
                        cause("storage.efs_unreachable", "file-system", "fs-1", "target-subnet", "subnet-1"),
                        _ -> {},
                        "false",
                        "true",
                        SO));
    }

    private static Stream<Scene> objects() {
        return Stream.of(
                last(
                        "log group",
                        "create-log-group",
                        cause("logs.group_missing", "log-group", "/ecs/api"),
                        _ -> {},
                        "false",
                        "true",
                        SO),
                last(
                        "secret",
                        "restore-secret",
                        cause("secret.deleted", "secret", "s-1"),
                        world -> world.objects.with("deletion of s-1"),
                        "deleted",
                        "there",
                        SO),
                last(
                        "pull-through cache",
                        "create-pull-through-cache",
                        cause("registry.ecr_public_rate_limit"),
                        _ -> {},
                        "",
                        "public.ecr.aws",
                        SO),
                setting("g-1", "2/2", "3/3", "9/9", "raise-capacity", "auto-scaling-group", "g-1", "group-size", "2/2"),
                setting(
                        "tg-1 HEALTH_CHECK_PATH",
                        "/",
                        "/health",
                        "/ready",
                        "correct-health-check",
                        "target-group",
                        "tg-1",
                        "health-check-path",
                        "/",
                        "answering-path",
                        "/health"),
                setting(
                        "tg-1 MATCHER",
                        "200",
                        "200,204",
                        "200-299",
                        "correct-health-check",
                        "target-group",
                        "tg-1",
                        "matcher",
                        "200",
                        "status-code",
                        "204"),
                setting(
                        "tg-1 HEALTH_CHECK_PORT",
                        "81",
                        "traffic-port",
                        "82",
                        "correct-health-check",
                        "target-group",
                        "tg-1",
                        "health-check-port",
                        "81"));
    }

    private static Scene setting(String what, String before, String after, String other, String fix, String... found) {
        String cause = fix.equals("raise-capacity")
                ? "capacity.memory"
                : what.endsWith("PORT") ? "lb.port_mismatch" : "lb.health_path";
        return back(
                what,
                fix,
                cause(cause, found),
                world -> world.objects.with(what, before),
                before,
                after,
                world -> world.objects.with(what, other),
                other);
    }

    /** Off before it, and meanwhile off and on again is not to be told from on. */
    private static Scene flag(String name, String fix, Cause cause, String what) {
        Consumer<FakeEcs> off = world -> without(world.objects, what);
        return new Scene(name, fix, cause, API, 1, _ -> {}, OFF, ON, SO, off, OFF);
    }

    private static void without(FakeObjects objects, String what) {
        objects.without(what);
    }

    private static Scene back(
            String name,
            String fix,
            Cause cause,
            Consumer<FakeEcs> prepare,
            String before,
            String after,
            Consumer<FakeEcs> meddle,
            String meddled) {
        return new Scene(
                name, fix, cause, API, 1, prepare, List.of(before), List.of(after), SO, meddle, List.of(meddled));
    }

    private static Scene last(
            String name,
            String fix,
            Cause cause,
            Consumer<FakeEcs> prepare,
            String before,
            String after,
            String again) {
        return new Scene(name, fix, cause, API, 1, prepare, List.of(before), List.of(after), again, null, List.of());
    }

    private static Cause percents(String id, int most) {
        return cause(
                id,
                "deployment-setting",
                "maximumPercent=" + most,
                "deployment-setting",
                "minimumHealthyPercent=100",
                "deployment-setting",
                "deploymentCircuitBreaker={enable=false,rollback=false}");
    }

    private static String rollout(boolean breaker, int most) {
        return "--deployment-configuration deploymentCircuitBreaker={enable=" + breaker + ",rollback=" + breaker
                + "},maximumPercent=" + most + ",minimumHealthyPercent=100";
    }

    private static Strategy spot() {
        return new Strategy(List.of(new Strategy.Share("FARGATE_SPOT", 1, 0)));
    }

    private static Cause cause(String id, String... found) {
        return new Cause(id, Certainty.PROVEN, "It is so", Resources.of(found), List.of());
    }
}
