package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.treat.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several accounts and regions, looked at in one run. */
class TourTest {
    private static final Place HOME = new Place("111122223333", "us-east-1");
    private static final Place MEMBER = new Place("222233334444", "us-east-1");

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final ConcurrentSkipListSet<String> opened = new ConcurrentSkipListSet<>();
    private final Inbox slack = new Inbox("slack");

    private Parts parts(Map<Place, Account> accounts) {
        return new Parts(
                new Causes(),
                (place, budget) -> {
                    opened.add(place.toString());
                    return accounts.getOrDefault(place, FakeAccount.small());
                },
                ledger,
                clock,
                () -> "worker",
                true);
    }

    private Tour.Views look(List<Place> places) {
        return new Tour(parts(Map.of()), new MemoryWatch(), List.of(slack))
                .of(places, Duration.ofSeconds(20), new Deadline(Duration.ofMinutes(5)));
    }

    private static List<Place> many(int members) {
        return Stream.concat(
                        Stream.of(HOME),
                        IntStream.range(0, members)
                                .mapToObj(i -> new Place(String.valueOf(222_233_330_000L + i), "us-east-1")))
                .toList();
    }

    @Test
    void places_thatFit_areAllLookedAtInARun() {
        look(List.of(HOME, MEMBER, new Place("222233334444", "eu-west-1")));
        assertThat(opened)
                .containsExactly("111122223333/us-east-1", "222233334444/eu-west-1", "222233334444/us-east-1");
    }

    @Test
    void places_thatAreTooMany_takeTurnsAndOurOwnIsAlwaysOne() {
        List<Place> places = many(50);
        for (int run = 0; run < 3; run++) {
            opened.clear();
            look(places);
            assertThat(opened).hasSize(Tour.PLACES).contains(HOME.toString());
            clock.forward(Sweep.EVERY);
        }
        opened.clear();
        for (int run = 0; run < 3; run++) {
            look(places);
            clock.forward(Sweep.EVERY);
        }
        assertThat(opened).hasSize(places.size());
    }

    @Test
    void place_thatCannotBeRead_isNamedWithTheReasonAndHindersNoOther() {
        Account shut = FakeAccount.small().unknown("ecs:ListClusters", "AccessDenied");
        Tour.Views views = new Tour(parts(Map.of(MEMBER, shut)), new MemoryWatch(), List.of(slack))
                .of(List.of(HOME, MEMBER), Duration.ofSeconds(20), new Deadline(Duration.ofMinutes(5)));

        assertThat(views.missed())
                .anyMatch(missed -> missed.equals("222233334444/us-east-1: AccessDenied: ecs:ListClusters"));
        assertThat(views.missed()).noneMatch(missed -> missed.startsWith("AccessDenied"));
    }

    /** Both accounts have a cluster prod with a service api: what is seen of one says nothing of the other. */
    @Test
    void services_ofTheSameNameInTwoAccounts_areToldApart() {
        Incident ours = Seen.incident(
                "i-1", 0, Seen.diagnosis(Seen.service("api"), "secrets.not_found", Seen.secretGone("db")));
        Diagnosis d = ours.diagnosis();
        Diagnosis other = d.about(new Subject(
                MEMBER.account(),
                MEMBER.region(),
                d.subject().cluster(),
                d.subject().service(),
                "",
                "api:7"));
        Incident theirs = Seen.incident("i-2", 0, other);
        ledger.commit(new Commit(
                List.of(),
                List.of(
                        new Change(0, ours, Map.of(ours.fingerprint(), "")),
                        new Change(0, theirs, Map.of(theirs.fingerprint(), ""))),
                List.of()));
        assertThat(ours.fingerprint()).isNotEqualTo(theirs.fingerprint());
        assertThat(Fingerprint.scope(d.subject())).isEqualTo(Fingerprint.scope(other.subject()));
        Parts parts = parts(Map.of(
                HOME, FakeAccount.small().service(SweepTest.deployed(2, minute(3))),
                MEMBER, FakeAccount.small().service(SweepTest.deployed(0, minute(3)))));

        for (int run = 1; run <= 3; run++) {
            clock.forward(Duration.between(clock.instant(), minute(5L * run)));
            new Sweep(parts, List.of(slack)).observe(Duration.ofSeconds(20));
        }

        assertThat(ledger.incident("i-1").orElseThrow().ending()).isNotNull();
        assertThat(ledger.incident("i-2").orElseThrow().ending()).isNull();
    }
}
