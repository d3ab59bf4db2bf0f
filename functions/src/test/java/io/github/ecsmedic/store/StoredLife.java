package io.github.ecsmedic.store;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.aws.Table;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.Audits;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Deed;
import io.github.ecsmedic.incident.Ledger.Held;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.Ledger.Wind;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.Plight;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Storm;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table with a row of every kind, and all that may be done to them. */
final class StoredLife {
    private static final EventKey EVENT = new EventKey("task-1", 5);
    private static final Clock CLOCK = Clock.fixed(minute(60), ZoneOffset.UTC);
    private static final Person ANN = new Person("U0AAA1111", "ann");
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("prod/db"));

    final Table table = LocalTable.empty();
    final List<String> left = new ArrayList<>();

    private final TableLedger ledger;
    private final TableArchive archive;
    private final TableWatch watch;

    StoredLife() {
        Forms forms = Forms.NOW.saying(left::add);
        this.ledger = new TableLedger(table, CLOCK, forms);
        this.archive = new TableArchive(table, forms);
        this.watch = new TableWatch(table, CLOCK, forms);
    }

    /** What was not done because a row is newer than what is known, in the words of the fault. */
    record Refusal(String what, String why) {}

    static Incident incident() {
        return Seen.incident("i-1", 0, DB);
    }

    private static Commit change(Change change) {
        return new Commit(List.of(), List.of(change), List.of());
    }

    private static Action action(Action.Outcome outcome) {
        Fingerprint cause = incident().fingerprint();
        return new Action("a-1", "service/prod/api", "prod", "restore-secret", cause, "api:7", minute(50), outcome);
    }

    private static Storm storm() {
        Plight plight = new Plight(
                minute(0), "i-1", "image_pull.network_timeout", "cause", "It is gone", true, List.of("nat-gateway n"));
        return Storm.NONE.with("service/prod/api", plight, minute(0), List.of()).watching(5);
    }

    /** One row of each kind at least. */
    StoredLife begun() {
        Incident over = Seen.incident("i-2", 0, diagnosis(service("web"), "x.y", natGone("nat-1")));
        Incident ended = over.observed(Map.of("service/prod/web", Optional.empty()), minute(1));
        ledger.hold("fix", "me", minute(0), minute(1));
        ledger.commit(new Commit(
                List.of(EVENT),
                List.of(new Change(0, full(), Map.of(incident().fingerprint(), ""))),
                List.of(new Wanted("i-1", "slack", 1, minute(0))),
                List.of(new Wind(Audits.PLACE, Storm.NONE, storm())),
                new Deed(
                        List.of(action(Action.Outcome.PENDING)),
                        Optional.of(new Held("fix", "me")),
                        Optional.of(Audits.first()))));
        ledger.commit(change(new Change(0, ended, Map.of())));
        ledger.settle(taken().refused(minute(1), "not now"), "me");
        archive.since(minute(0));
        archive.unknown("a text", minute(0));
        archive.take("2026-11-19", "slack", minute(0), minute(1));
        watch.change(Audits.PLACE, Map.of("service/prod/api", minute(0)), Set.of());
        return this;
    }

    private Telling taken() {
        return ledger.due(minute(0), 9).stream()
                .findFirst()
                .flatMap(due -> ledger.take(due, "me", minute(0), minute(1)))
                .orElseThrow();
    }

    /** The first version with all that it may hold. */
    static Incident full() {
        Incident i = incident();
        Treatment treatment = Treatment.wanted(
                        "enable-vpc-dns",
                        "plan-1",
                        new Treatment.Basis(
                                DB.subject(), "ecs-svc/1", natGone("nat-1"), List.of("network.nat_unavailable")),
                        List.of("U1"),
                        minute(3))
                .acting("false", minute(4));
        Loop loop = new Loop(
                "service/prod/api",
                Loop.Pulls.ALL,
                List.of(new Loop.Image("app", Loop.Registry.ECR, 5L, Loop.Way.NAT_GATEWAY, "nat-1")));
        Incident all = i.treated(treatment)
                .snoozed(minute(90), ANN)
                .notUseful(minute(2), ANN)
                .withLoops(List.of(loop));
        return new Incident(
                all.id(),
                all.fingerprint(),
                1,
                all.state(),
                all.openedAt(),
                all.longestGap(),
                all.members(),
                FullDiagnosis.of(DB),
                List.of(new Ending(minute(-60), Ending.How.NEXT_RUN, "")),
                null,
                all.feedback(),
                all.loops(),
                all.treatments());
    }

    private interface Deal {
        boolean run();
    }

    /** Does all that may be done to rows, one thing after the other, and says what was refused. */
    List<Refusal> goOn() {
        List<Refusal> refusals = new ArrayList<>();
        Incident first = full();
        Incident again = first.again(Seen.at(4, DB));
        Incident other = Seen.incident("i-3", 90, DB);
        EventKey newer = new EventKey("task-1", 6);
        Storm more = storm().with("service/prod/web", plight(), minute(2), List.of());
        Map<String, Deal> deals = new LinkedHashMap<>();
        deals.put("find", () -> ledger.find(newer, List.of(first.fingerprint())).seenVersion(newer) > 0);
        deals.put("event", () -> ledger.commit(new Commit(List.of(newer), List.of(), List.of())));
        deals.put("incident", () -> ledger.commit(change(new Change(1, again, Map.of()))));
        deals.put("over", () -> ledger.commit(change(new Change(2, gone(again), Map.of()))));
        deals.put("key", () -> ledger.commit(change(new Change(0, other, Map.of(first.fingerprint(), "i-1")))));
        deals.put("living", () -> ledger.living().isEmpty());
        deals.put(
                "wanted",
                () -> ledger.commit(
                        new Commit(List.of(), List.of(), List.of(new Wanted("i-1", "slack", 2, minute(0))))));
        deals.put("told", () -> told());
        deals.put("telling", () -> ledger.telling("i-1", "slack").isPresent());
        deals.put("waiting", () -> ledger.waitingSince().isPresent());
        deals.put("lease", () -> ledger.hold("fix", "you", minute(9), minute(12)));
        deals.put("released", () -> released());
        deals.put(
                "action", () -> ledger.commit(deed(new Deed(List.of(action(Action.Outcome.FIXED)), Optional.empty()))));
        deals.put("actions", () -> ledger.actions().isEmpty());
        deals.put(
                "audit",
                () -> ledger.commit(deed(
                        new Deed(List.of(), Optional.empty(), Optional.of(Audits.intent(Audits.first(), "i-1"))))));
        deals.put(
                "heads",
                () -> ledger.auditHeads().isEmpty()
                        && ledger.audit(Audits.PLACE, 9).isEmpty());
        deals.put("copied", () -> copied());
        deals.put("storm", () -> ledger.storm(Audits.PLACE).blows());
        deals.put("wind", () -> wind(storm(), more));
        deals.put("calm", () -> wind(more, Storm.NONE));
        deals.put("lacking", () -> watch.lacking(Audits.PLACE).isEmpty());
        deals.put("watch", () -> watched(Map.of("service/prod/api", minute(5)), Set.of()));
        deals.put("unwatch", () -> watched(Map.of(), Set.of("service/prod/api")));
        deals.put("text", () -> unknown("a text"));
        deals.put("texts", () -> unknown("another text"));
        deals.put("digest", () -> archive.take("2026-11-19", "slack", minute(5), minute(9)));
        deals.put("sent", () -> sent());
        deals.put("since", () -> archive.since(minute(9)).equals(minute(0)));
        deals.put("firstTold", () -> archive.firstTold("i-1").isPresent());
        deals.put("ended", () -> archive.ended(Archive.day(minute(1))).isEmpty());
        deals.forEach((what, deal) -> {
            try {
                deal.run();
            } catch (LedgerException e) {
                refusals.add(new Refusal(what, String.valueOf(e.getMessage())));
            }
        });
        return refusals;
    }

    private static Plight plight() {
        return new Plight(minute(2), "i-2", "app.crash", "", "", false, List.of());
    }

    private static Incident gone(Incident incident) {
        return new Incident(
                incident.id(),
                incident.fingerprint(),
                incident.version() + 1,
                Incident.State.RESOLVED,
                incident.openedAt(),
                incident.longestGap(),
                incident.members(),
                incident.diagnosis(),
                incident.past(),
                new Ending(minute(20), Ending.How.NEXT_RUN, ""),
                incident.feedback(),
                incident.loops(),
                incident.treatments());
    }

    private static Commit deed(Deed deed) {
        return new Commit(List.of(), List.of(), List.of(), List.of(), deed);
    }

    private boolean wind(Storm from, Storm to) {
        return ledger.commit(new Commit(List.of(), List.of(), List.of(), List.of(new Wind(Audits.PLACE, from, to))));
    }

    private boolean told() {
        for (Telling due : ledger.due(minute(9), 9)) {
            Optional<Telling> mine = ledger.take(due, "me", minute(9), minute(12));
            mine.ifPresent(t -> ledger.settle(
                    t.accepted(new Telling.Told(t.wanted(), Incident.State.OPEN, "c", "r", minute(9))), "me"));
        }
        return true;
    }

    private boolean released() {
        ledger.release("fix", "you");
        ledger.release("fix", "me");
        return true;
    }

    private boolean copied() {
        ledger.copied(Audits.PLACE, 1);
        return true;
    }

    private boolean watched(Map<String, Instant> began, Set<String> ended) {
        watch.change(Audits.PLACE, began, ended);
        return true;
    }

    private boolean unknown(String text) {
        archive.unknown(text, minute(5));
        return true;
    }

    private boolean sent() {
        archive.sent("2026-11-19", "slack");
        return true;
    }
}
