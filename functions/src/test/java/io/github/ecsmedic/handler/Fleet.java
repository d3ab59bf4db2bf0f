package io.github.ecsmedic.handler;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.OwnerTags;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.model.Symptom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Services that are all opted in, each ill by itself in a way that a new deployment cures, and the engine that finds it. */
final class Fleet implements Engine, Outlook, Hand {
    /** How many requests were sent. */
    int writes;

    private final Clock clock;
    private final boolean together;
    private final Causes causes = new Causes();
    private final Map<String, FakeEcs> services = new HashMap<>();

    /** @param together in one cluster, else each in its own */
    Fleet(Clock clock, boolean together) {
        this.clock = clock;
        this.together = together;
    }

    private FakeEcs service(String name) {
        return services.computeIfAbsent(name, _ -> {
            FakeEcs ecs = new FakeEcs(clock);
            ecs.tags = Ills.OPTED_IN;
            return ecs;
        });
    }

    private FakeEcs of(Request request) {
        if (request instanceof ServiceUpdate update) {
            return service(update.service());
        }
        throw new IllegalStateException("not made up: " + request);
    }

    @Override
    public Optional<Symptom> symptom(EcsEvent event) {
        return causes.symptom(event).map(s -> new Symptom(placed(s.subject()), s.label(), s.alert(), s.named()));
    }

    @Override
    public Outcome diagnose(EcsEvent event, Account account) {
        Subject subject = placed(causes.symptom(event).orElseThrow().subject());
        Diagnosis d = Seen.diagnosis(subject, "app.unhealthy", Ills.digestGone());
        return new Outcome.Diagnosed(Seen.tagged(
                Seen.deployed(d, service(subject.service()).service.primary().id(), EventKeys.at(event)),
                OwnerTags.of(Ills.OPTED_IN)));
    }

    private Subject placed(Subject s) {
        String cluster = together ? s.cluster() : "of-" + s.service();
        return new Subject(s.account(), s.region(), cluster, s.service(), s.taskArn(), s.taskDefinition());
    }

    @Override
    public Answer<Mode> cap() {
        return FakeEcs.known(Mode.AUTO);
    }

    @Override
    public Answer<Boolean> freezes() {
        return FakeEcs.known(false);
    }

    @Override
    public Live live(Plan plan) {
        return service(plan.subject().service()).live(plan);
    }

    @Override
    public Answer<String> value(Request request) {
        return of(request).value(request);
    }

    @Override
    public Sent send(Request request) {
        writes++;
        return of(request).send(request);
    }
}
