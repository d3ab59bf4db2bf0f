package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One service of ECS and its VPC: a deployment takes its time and completes or fails, a setting takes effect with the next
 * task, an answer gets lost before or after the effect, and a request can land late.
 */
class FakeEcs implements Hand, Outlook {
    /** So long the tasks of a deployment need, and a task that starts anew by a setting. */
    static final Duration START = Duration.ofSeconds(100);

    /** After so long the circuit breaker has seen enough tasks fail. */
    static final Duration BREAKER = Duration.ofMinutes(6);

    static final Duration LATE = Duration.ofSeconds(20);

    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/";
    private static final int DESIRED = 2;

    /** What becomes of a request. */
    enum Fate {
        DONE,
        /** It is done, and nobody learns it. */
        ANSWER_LOST,
        LOST,
        /** It is done after a while, and nobody learns it. */
        LANDS_LATE,
        THROTTLED,
        DENIED
    }

    /** A deployment; {@code by} is who began it. */
    record Rollout(int number, Instant begun, boolean good, String by) {
        String id() {
            return "ecs-svc/" + number;
        }
    }

    /** A request that had its effect. */
    record Effect(Request request, Instant at) {}

    private record Flying(Request request, Instant lands) {}

    final Clock clock;
    final List<Rollout> rollouts = new ArrayList<>();
    final List<Request> sent = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final Map<String, Boolean> attributes =
            new HashMap<>(Map.of("enableDnsSupport", false, "enableDnsHostnames", false));
    Map<String, String> tags = Map.of();
    Map<String, String> vpcTags = Map.of(OptIn.MODE_TAG, "approve");
    Answer<Mode> cap = known(Mode.AUTO);
    int grace = 60;
    /** Whether the request cures what is wrong. */
    boolean cures = true;

    Supplier<Fate> fate = () -> Fate.DONE;
    /** As they were read first. */
    Optional<Answer<List<Map<String, String>>>> firstTags = Optional.empty();

    private final List<Flying> flying = new ArrayList<>();
    private Instant curedAt = Instant.MAX;

    FakeEcs(Clock clock) {
        this.clock = clock;
        rollouts.add(new Rollout(1, clock.instant().minus(Duration.ofHours(1)), true, "somebody"));
    }

    static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, "a read");
    }

    /** Before and after each call. */
    void port() {}

    @Override
    public Answer<Mode> cap() {
        port();
        return cap;
    }

    @Override
    public Answer<Boolean> freezes() {
        port();
        return known(false);
    }

    @Override
    public Live live(Plan plan) {
        port();
        Map<Request, Answer<String>> values = new HashMap<>();
        plan.requests().forEach(r -> values.put(r, known(read(r))));
        boolean network = plan.requests().stream().anyMatch(r -> r instanceof VpcAttribute);
        Answer<List<Map<String, String>>> all = known(List.of(network ? vpcTags : tags));
        firstTags = firstTags.or(() -> Optional.of(all));
        return new Live(
                all, known(Optional.of(service())), known(listed()), known(false), known(plan.touches()), values);
    }

    @Override
    public Answer<String> value(Request request) {
        port();
        return known(read(request));
    }

    @Override
    public Sent send(Request request) {
        sent.add(request);
        Fate fate = this.fate.get();
        return switch (fate) {
            case DONE -> {
                port();
                yield new Sent.Done(done(request, clock.instant()));
            }
            case ANSWER_LOST -> {
                port();
                done(request, clock.instant());
                port();
                yield new Sent.Unknown("time");
            }
            case LOST -> {
                port();
                yield new Sent.Unknown("time");
            }
            case LANDS_LATE -> {
                flying.add(new Flying(request, clock.instant().plus(LATE)));
                port();
                yield new Sent.Unknown("time");
            }
            case THROTTLED -> {
                port();
                yield new Sent.Refused("Throttled: " + request.iamAction(), true);
            }
            case DENIED -> {
                port();
                yield new Sent.Refused("AccessDenied: " + request.iamAction(), false);
            }
        };
    }

    /** Somebody deploys the service. */
    void deploy(String by, boolean good) {
        land();
        rollouts.add(new Rollout(rollouts.size() + 1, clock.instant(), good, by));
    }

    /** Whether its tasks stay up now. */
    boolean well() {
        return service().running() == DESIRED;
    }

    /** For how long its tasks have stayed up. */
    Duration wellFor() {
        Rollout newest = rollouts.getLast();
        boolean byOthers = newest.number() > 1 && !newest.by().equals("ecs-medic");
        Instant since = byOthers && newest.good() ? newest.begun() : curedAt;
        return since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since.plus(START), clock.instant());
    }

    private void land() {
        List<Flying> down = flying.stream()
                .filter(f -> !f.lands().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Flying::lands))
                .toList();
        flying.removeAll(down);
        down.forEach(f -> done(f.request(), f.lands()));
    }

    private String read(Request request) {
        land();
        return switch (request) {
            case ServiceUpdate update
            when update.to() instanceof NewDeployment -> rollouts.getLast().id();
            case ServiceUpdate update when update.to() instanceof GracePeriod -> new GracePeriod(grace).text();
            case VpcAttribute attribute -> String.valueOf(attributes.get(attribute.attribute()));
            default -> throw new IllegalStateException("not made up: " + request);
        };
    }

    private String done(Request request, Instant at) {
        effects.add(new Effect(request, at));
        String started = "";
        switch (request) {
            case ServiceUpdate update
            when update.to() instanceof NewDeployment -> {
                rollouts.add(new Rollout(rollouts.size() + 1, at, cures, "ecs-medic"));
                started = rollouts.getLast().id();
            }
            case ServiceUpdate update when update.to() instanceof GracePeriod(int seconds) -> grace = seconds;
            case VpcAttribute attribute -> attributes.put(attribute.attribute(), attribute.on());
            default -> throw new IllegalStateException("not made up: " + request);
        }
        curedAt = cures ? at : Instant.MAX;
        return started;
    }

    private Service service() {
        land();
        Instant now = clock.instant();
        Rollout newest = rollouts.getLast();
        boolean byOthers = newest.number() > 1 && !newest.by().equals("ecs-medic");
        Instant since = byOthers && newest.good() ? newest.begun() : curedAt;
        boolean well = since.isBefore(Instant.MAX) && !since.plus(START).isAfter(now);
        return new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ACTIVE",
                DESIRED,
                well ? DESIRED : 1,
                0,
                "api:7",
                "FARGATE",
                "ECS",
                IntStream.range(0, rollouts.size())
                        .mapToObj(i -> described(rollouts.get(rollouts.size() - 1 - i), i == 0, now))
                        .filter(d ->
                                d.status().equals("PRIMARY") || d.rolloutState().equals("IN_PROGRESS"))
                        .toList(),
                Service.Balancing.NONE,
                List.of(),
                tags,
                new DeploymentConfiguration(100, 200, true, true, true));
    }

    private Service.Deployment described(Rollout r, boolean primary, Instant now) {
        return new Service.Deployment(
                r.id(),
                primary ? "PRIMARY" : "ACTIVE",
                state(r, now),
                "api:7",
                DESIRED,
                DESIRED,
                0,
                List.of(),
                List.of(),
                false,
                r.begun());
    }

    private static String state(Rollout r, Instant now) {
        return r.good()
                ? r.begun().plus(START).isAfter(now) ? "IN_PROGRESS" : "COMPLETED"
                : r.begun().plus(BREAKER).isAfter(now) ? "IN_PROGRESS" : "FAILED";
    }

    private List<Listed> listed() {
        Instant now = clock.instant();
        return rollouts.reversed().stream()
                .map(r -> new Listed(
                        ARN + r.number(),
                        switch (state(r, now)) {
                            case "COMPLETED" -> "SUCCESSFUL";
                            case "FAILED" -> "STOPPED";
                            default -> r.equals(rollouts.getLast()) ? "IN_PROGRESS" : "STOPPED";
                        },
                        "revision-" + r.number(),
                        r.begun()))
                .toList();
    }
}
