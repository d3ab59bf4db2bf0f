package io.github.ecsmedic.mend;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.mend.Snapshot.Past;
import io.github.ecsmedic.mend.Snapshot.Rules;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Remedy.Tier;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A snapshot in which a fix may be applied, to be spoiled in one point. */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-20T03:30:00Z");
    static final Subject API = new Subject("111122223333", "us-east-1", "prod", "api", "task-1", "api:7");
    static final Fingerprint CAUSE =
            new Fingerprint("111122223333", "us-east-1", "service/prod/api", "cause:image.digest_expired");
    static final String DEPLOYMENT = "ecs-svc/0000000000000000007";

    private static final String LISTED = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/";

    Subject subject = API;
    Fingerprint cause = CAUSE;
    Certainty certainty = Certainty.PROVEN;
    Tier tier = Tier.AUTOMATIC;
    String fix;
    List<Step> steps;
    Set<String> harmful = Set.of("deployment.bad_revision");
    Set<String> causes = Set.of("image.digest_expired");
    Set<String> touches = Set.of();
    Instant failedAt = ago(5);
    String deployment = DEPLOYMENT;

    Answer<Mode> cap = known(Mode.AUTO);
    OptIn otherwise = OptIn.NONE;
    Set<String> two = Set.of("enable-vpc-dns");
    boolean dryRun;
    Answer<Boolean> freezes = known(false);

    Answer<List<Map<String, String>>> tags;
    String controller = "ECS";
    int desired = 2;
    int running = 2;

    @Nullable Integer least = 100;

    Answer<List<Listed>> deployments = known(List.of(listed("7", "SUCCESSFUL", 60), listed("6", "SUCCESSFUL", 600)));
    Answer<Boolean> stackChanges = known(false);
    Answer<Set<String>> touched = known(Set.of());

    @Nullable Answer<String> value;

    Answer<List<Action>> actions = known(List.of());
    Answer<List<Action>> memory = known(List.of());
    Answer<Boolean> storm = known(false);
    Answer<Integer> sharers = known(1);
    Optional<Approval> approval = Optional.empty();

    @Nullable Answer<Optional<Service>> service;

    Situation(String fix, Step... steps) {
        this.fix = fix;
        this.steps = List.of(steps);
        this.tags = known(List.of(Map.of(OptIn.MODE_TAG, "auto", OptIn.FIXES_TAG, fix)));
    }

    static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, "a read");
    }

    static <T> Answer<T> unknown() {
        return new Answer.Unknown<>("AccessDenied", "a read");
    }

    static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    static Listed listed(String number, String status, long minutesAgo) {
        return new Listed(LISTED + number, status, "revision-" + number, ago(minutesAgo));
    }

    static Treatment wanted(String fix, String... people) {
        Cause cause = new Cause("dns.vpc_attributes_off", Certainty.PROVEN, "", Resources.NONE, List.of());
        Treatment.Basis basis = new Treatment.Basis(API, DEPLOYMENT, cause, List.of(cause.id()));
        return Treatment.wanted(fix, "plan-1", basis, List.of(people), NOW);
    }

    Action action(long minutesAgo, Outcome outcome) {
        return new Action(
                "action", "service/prod/api", "prod", fix, cause, subject.taskDefinition(), ago(minutesAgo), outcome);
    }

    /** Allowed a minute ago by these people. */
    void allowedBy(String... people) {
        approval = Optional.of(new Approval("incident-1", plan().hash(), List.of(people), ago(1), false));
    }

    Plan plan() {
        return new Plan(
                "incident-1",
                fix,
                tier,
                cause,
                certainty,
                harmful,
                causes,
                subject,
                steps,
                touches,
                deployment,
                failedAt);
    }

    Snapshot snapshot() {
        Map<Request, Answer<String>> values = new HashMap<>();
        plan().requests()
                .forEach(r ->
                        values.put(r, value != null ? value : known(r.before().isEmpty() ? "x" : r.before())));
        return new Snapshot(
                NOW,
                plan(),
                new Rules(cap, otherwise, Set.of("U1", "U2"), two, dryRun, freezes),
                new Live(
                        tags,
                        service == null ? known(Optional.of(service())) : service,
                        deployments,
                        stackChanges,
                        touched,
                        values),
                new Past(actions, memory, Set.of(), storm, sharers),
                approval);
    }

    private Service service() {
        return new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "ACTIVE",
                desired,
                running,
                0,
                "api:7",
                "FARGATE",
                controller,
                List.of(new Service.Deployment(
                        DEPLOYMENT, "PRIMARY", "COMPLETED", "api:7", 2, 2, 0, List.of(), List.of(), false, ago(60))),
                Service.Balancing.NONE,
                List.of(),
                Map.of(),
                new DeploymentConfiguration(least, 200, true, true, true));
    }
}
