package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.aws.Change;
import io.github.ecsmedic.aws.MendOnTheWire;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Guards;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Snapshot;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fixes that two people have allowed, carried out by the real mender. */
final class Wanted {
    static final Instant NOW = Seen.START.plusSeconds(300);

    private static final List<String> PEOPLE = List.of("U1", "U2");
    private static final Resources SHARED = Resources.of(
            "vpc",
            "vpc-1",
            "subnet",
            "subnet-1",
            "route-table",
            "rtb-1",
            "endpoint",
            "vpce-1",
            "security-group",
            "sg-1");
    private static final Cause CAUSE =
            new Cause("made-up.cause", Certainty.PROVEN, "It is so", SHARED, Resources.NONE, List.of());

    private Wanted() {}

    /** Each fix with each request that it may send. */
    static Stream<Sends> all() {
        return Catalogue.full().fixes().stream()
                .flatMap(fix -> rows().filter(change -> mayBeSent(fix.id(), change.request()))
                        .map(change -> new Sends(fix.id(), fix.tier(), change)));
    }

    /** The rows of the requests, and the two ways in which a roll out is really changed. */
    private static Stream<Change> rows() {
        return Change.all()
                .flatMap(row -> row.request() instanceof ServiceUpdate update && update.from() instanceof Rollout from
                        ? Stream.of(
                                to(
                                        row,
                                        update,
                                        new Rollout(from.maximumPercent(), from.minimumHealthyPercent(), true, true)),
                                to(row, update, new Rollout(200, from.minimumHealthyPercent(), false, false)))
                        : Stream.of(row));
    }

    private static Change to(Change row, ServiceUpdate of, Rollout to) {
        return new Change(
                row.name(),
                new ServiceUpdate(of.region(), of.cluster(), of.service(), of.from(), to),
                row.sent(),
                row.answer(),
                row.started(),
                row.reads(),
                row.was(),
                row.is());
    }

    /** What the request is about: a task where it is one. */
    private static Subject subject(Request request) {
        Subject api = Seen.service("api");
        return switch (request) {
            case TaskRerun again ->
                new Subject(api.account(), api.region(), api.cluster(), "", again.task(), again.definition());
            case TaskStop stop ->
                new Subject(
                        api.account(), api.region(), api.cluster(), api.service(), stop.task(), api.taskDefinition());
            default -> api;
        };
    }

    private static boolean mayBeSent(String fix, Request request) {
        Plan plan = new Plan(
                "i",
                fix,
                Remedy.Tier.APPROVAL,
                new Fingerprint("", "", "", ""),
                Certainty.PROVEN,
                Set.of(),
                Set.of(),
                subject(request),
                List.of(request),
                Set.of(),
                "",
                NOW);
        return Guards.ALL.stream()
                .filter(guard -> guard.id().equals("A18"))
                .allMatch(guard -> guard.rule()
                        .apply(new Snapshot(NOW, plan, null, null, null, Optional.empty()))
                        .isEmpty());
    }

    /** Carries out what two people allow for the incident; what became of it. */
    static Treatment carriedOut(Plans plans, Incident incident, String fix, Mending mending) {
        MemoryLedger ledger = new MemoryLedger();
        Treatment wish = plans.wanted(incident, fix, PEOPLE, NOW).orElseThrow();
        Incident wanted = incident.treated(wish);
        ledger.commit(new Commit(
                List.of(), List.of(new io.github.ecsmedic.incident.Ledger.Change(0, wanted, Map.of())), List.of()));
        Audience audience = new Audience(List.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        new Mender(new Ward(ledger, audience, new Minute(), "w-1"), mending).work();
        return ledger.incident(incident.id()).orElseThrow().treatments().getLast();
    }

    static Standing standing(boolean dryRun) {
        return new Standing(new OptIn(Mode.OFF, Set.of()), Set.copyOf(PEOPLE), Standing.OF_A_VPC, dryRun);
    }

    private static final class Minute implements TimeBudget {
        @Override
        public Duration left() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nothing here waits");
        }
    }

    /** A fix of the catalogue that sends that one request. */
    record Sends(String id, Remedy.Tier tier, Change change) implements Fix {
        @Override
        public String says() {
            return "do it";
        }

        @Override
        public Set<String> answers() {
            return Set.of(CAUSE.id());
        }

        @Override
        public Map<String, String> harmfulFor() {
            return Map.of();
        }

        @Override
        public List<Step> plan(Cause cause, Subject subject) {
            return List.of(change.request());
        }

        @Override
        public String caution(Cause cause, Subject subject) {
            return "";
        }

        Treatment carriedOut(Outlook outlook, Hand hand, boolean dryRun) {
            Plans plans = new Plans(List.of(this));
            Diagnosis d = Seen.diagnosis(subject(change.request()), "app.unhealthy", CAUSE);
            Incident incident = Seen.incident("i-1", 0, Seen.deployed(d, MendOnTheWire.DEPLOYMENT));
            return Wanted.carriedOut(
                    plans,
                    incident,
                    id,
                    new Mending(plans, Wanted.standing(dryRun), outlook, hand, new MemoryAuditLog()));
        }

        @Override
        public String toString() {
            return id + " by " + change;
        }
    }
}
