package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service that is ill, with the incident about it: at each call the worker may die, a read may be refused, and each request
 * is held against what is true when it goes out.
 */
final class Patient extends FakeEcs {
    /** A worker may stand still for so long between its last look and its request: what others do then nobody can see. */
    private static final long SLOWEST = 100_000;

    /** Between the last comparison and its request. */
    private static final long PROMPT = 15_000;

    final String name;
    final String incident;
    final String fix;
    /** How many tasks have failed. */
    int failed = 1;
    /** Whether each of the VPC's attributes can be read. */
    boolean whole;

    private final Turns turns;
    private final Outside outside;
    /** By the hash of a plan, what it sends and who allowed it. */
    private final Map<String, List<Request>> shown = new HashMap<>();

    private final Map<String, Set<String>> allowed = new HashMap<>();
    private long untaggedAt = Turns.NEVER;
    private long regraded = Turns.NEVER;
    private boolean tagsSeen;
    private boolean restSeen;
    private boolean valueSeen;

    Patient(String name, String fix, Turns turns, Outside outside) {
        super(turns.clock(0));
        this.name = name;
        this.incident = "i-" + name;
        this.fix = fix;
        this.turns = turns;
        this.outside = outside;
        tags = Ills.OPTED_IN;
        whole = turns.random.nextInt(3) > 0;
        cures = turns.random.nextInt(10) < 6;
        fate = this::luck;
    }

    private Fate luck() {
        int luck = turns.random.nextInt(100);
        Fate fate = luck < 62
                ? Fate.DONE
                : luck < 74
                        ? Fate.ANSWER_LOST
                        : luck < 82
                                ? Fate.LOST
                                : luck < 92 ? Fate.LANDS_LATE : luck < 96 ? Fate.THROTTLED : Fate.DENIED;
        if (fate != Fate.DONE) {
            outside.coverage.saw(Coverage.Trait.ANSWER_LOST);
        }
        return fate;
    }

    Cause cause() {
        return switch (fix) {
            case Ills.ANEW -> Ills.digestGone();
            case Ills.LONGER -> Ills.startsTooSlowly();
            default -> whole ? Ills.dnsOff() : Ills.namesOff();
        };
    }

    Diagnosis diagnosis() {
        return Seen.tagged(Ills.diagnosis(name, cause(), service.primary().number()), OwnerTags.of(tags));
    }

    /** The plan that a person sees in the message; {@code ""} when none can be applied. */
    String shows(Incident i) {
        Optional<Plan> plan = Ills.PLANS.of(i, fix);
        plan.ifPresent(p -> shown.putIfAbsent(p.hash(), p.requests()));
        return plan.map(Plan::hash).orElse("");
    }

    void allowedBy(String person, String plan) {
        allowed.computeIfAbsent(plan, _ -> new HashSet<>()).add(person);
    }

    /** The owner allows nothing any more. */
    void untag() {
        tags = Map.of();
        vpcTags = Map.of(OptIn.MODE_TAG, "notify");
        untaggedAt = turns.now();
    }

    /** Somebody sets what we set too. */
    void regrade() {
        grace = 400;
        regraded = turns.now();
    }

    @Override
    void port() {
        turns.port();
    }

    @Override
    public Answer<Mode> cap() {
        return outside.cap();
    }

    @Override
    public Answer<Boolean> freezes() {
        return outside.freezes();
    }

    @Override
    public Live live(Plan plan) {
        Live l = super.live(plan);
        Live seen = new Live(
                dim(l.tags()), dim(l.service()), dim(l.deployments()), dim(l.stackChanges()), l.touched(), l.values());
        tagsSeen = seen.tags().equals(l.tags());
        restSeen = seen.service().equals(l.service())
                && seen.deployments().equals(l.deployments())
                && seen.stackChanges().equals(l.stackChanges());
        return seen;
    }

    @Override
    public Answer<String> value(Request request) {
        Answer<String> seen = dim(super.value(request));
        valueSeen = seen instanceof Answer.Known<String>;
        return seen;
    }

    private <T> Answer<T> dim(Answer<T> answer) {
        return outside.dim(answer, "ecs:Describe");
    }

    @Override
    public Sent send(Request request) {
        outside.allows(request);
        boolean regrades = request.after().equals(new GracePeriod(60).text());
        boolean back = regrades || (request instanceof VpcAttribute attribute && !attribute.on());
        if (!back) {
            asked(request);
        }
        assertThat(!regrades || grace == 135 || turns.now() - regraded < PROMPT)
                .as("what is taken back is what we made, not %d", grace)
                .isTrue();
        if (request instanceof ServiceUpdate update && update.to() instanceof NewDeployment) {
            assertThat(rollouts.stream()
                            .filter(r -> r.by().equals("somebody") && r.number() > 1)
                            .map(r -> Duration.between(r.begun(), clock.instant()))
                            .filter(ago -> ago.toMillis() > PROMPT))
                    .as("somebody deployed before " + request)
                    .allMatch(ago -> ago.compareTo(Duration.ofMinutes(15)) > 0);
        }
        return super.send(request);
    }

    private void asked(Request request) {
        boolean later = sent.stream().anyMatch(before -> before instanceof VpcAttribute);
        assertThat(outside.calendarKnown() && tagsSeen && valueSeen && (restSeen || later))
                .as("all that the guards ask was known before %s", request)
                .isTrue();
        assertThat(turns.now() - untaggedAt < SLOWEST)
                .as("the tag was gone before %s", request)
                .isTrue();
        if (fix.equals(Ills.DNS)) {
            assertThat(allowed.entrySet().stream()
                            .filter(e -> e.getValue().size() > 1)
                            .anyMatch(e ->
                                    shown.getOrDefault(e.getKey(), List.of()).contains(request)))
                    .as("two people allowed a plan with %s, of %s and %s", request, shown, allowed)
                    .isTrue();
        }
    }
}
