package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.ecs.FakeObjects;
import io.github.ecsmedic.ecs.FakeService;
import io.github.ecsmedic.ecs.FakeService.Settings;
import io.github.ecsmedic.ecs.Rolled;
import io.github.ecsmedic.ecs.Views;
import io.github.ecsmedic.fix.Reach;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
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

/**
 * One service of ECS and its VPC: a deployment takes its time and completes or fails, a setting takes effect with the next
 * task, an answer gets lost before or after the effect, and a request can land late.
 */
class FakeEcs implements Hand, Outlook {
    static final Duration LATE = Duration.ofSeconds(20);

    private static final Settings SETTINGS = new Settings(2, 100, 200, true, true);
    private static final String DEFINITION = "api:7";
    private static final String OURS = "ecs-medic";

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
    final FakeService service;
    final FakeObjects objects = new FakeObjects();
    Strategy strategy = new Strategy(List.of());
    private final FakeDesk desk = new FakeDesk(this);
    Instant curedAt = Instant.MAX;

    FakeEcs(Clock clock) {
        this.clock = clock;
        Instant begun = clock.instant().minus(Duration.ofHours(1));
        rollouts.add(new Rollout(1, begun, true, "somebody"));
        service = new FakeService(begun, clock.instant(), SETTINGS, 1, DEFINITION, this::runs);
    }

    /** What somebody else deploys is good or not; what was there before runs once it is cured. */
    private boolean runs(Rolled of, Instant started) {
        Rollout rollout = rollouts.get(of.number() - 1);
        boolean byOthers = rollout.number() > 1 && !rollout.by().equals(OURS);
        return byOthers ? rollout.good() : !started.isBefore(curedAt);
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
        Answer<List<Map<String, String>>> all = known(List.of(plan.reach() == Reach.NETWORK ? vpcTags : tags));
        firstTags = firstTags.or(() -> Optional.of(all));
        boolean lone = plan.subject().service().isEmpty();
        return new Live(
                all,
                known(lone ? Optional.empty() : Optional.of(service())),
                known(lone ? List.of() : listed()),
                known(false),
                known(plan.touches()),
                values);
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
        begin(by, DEFINITION, good, clock.instant());
    }

    private Rolled begin(String by, String definition, boolean good, Instant at) {
        rollouts.add(new Rollout(rollouts.size() + 1, at, good, by));
        return service.deploy(definition, by);
    }

    /** Everything that starts from now on runs, without a fix. */
    void heal() {
        land();
        curedAt = clock.instant();
        service.nudge();
    }

    /** Whether its tasks stay up now. */
    boolean well() {
        land();
        return service.running() == SETTINGS.desired();
    }

    /** For how long its tasks have stayed up. */
    Duration wellFor() {
        land();
        return service.fullSince().equals(Instant.MAX)
                ? Duration.ZERO
                : Duration.between(service.fullSince(), clock.instant());
    }

    /** What is still on its way arrives in its time, and ECS goes on in between. */
    private void land() {
        Instant now = clock.instant();
        List<Flying> down = flying.stream()
                .filter(f -> !f.lands().isAfter(now))
                .sorted(Comparator.comparing(Flying::lands))
                .toList();
        flying.removeAll(down);
        down.forEach(f -> done(f.request(), f.lands()));
        service.until(now);
    }

    private String read(Request request) {
        land();
        return desk.read(request);
    }

    private String done(Request request, Instant at) {
        service.until(at);
        effects.add(new Effect(request, at));
        curedAt = cures ? at : Instant.MAX;
        return desk.done(request, at);
    }

    /** We begin a deployment, which is good where our request cures. */
    Rolled begin(String definition, Instant at) {
        return begin(OURS, definition, cures, at);
    }

    private Service service() {
        land();
        return Views.service(service, tags, grace);
    }

    private List<Listed> listed() {
        land();
        return Views.listed(service);
    }
}
