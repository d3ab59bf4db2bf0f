package io.github.ecsmedic.incident;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.incident.Archive.Unknown;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every archive keeps to, beside the ledger that fills it. */
public abstract class ArchiveContract {
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("db"));

    /** A minute after midnight belongs to the day that began at 08:00. */
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");

    private Ledger ledger;
    private Archive archive;

    /** A ledger and its archive. */
    public record Kept(Ledger ledger, Archive archive) {}

    /** Empty ones. */
    protected abstract Kept empty();

    @BeforeEach
    void begin() {
        Kept kept = empty();
        ledger = kept.ledger();
        archive = kept.archive();
    }

    private Incident opened(String id) {
        Incident incident = Seen.incident(id, 0, DB);
        assertThat(ledger.commit(new Commit(
                        List.of(),
                        List.of(new Change(0, incident, Map.of())),
                        List.of(new Wanted(id, "slack", 1, minute(0)), new Wanted(id, "sns", 1, minute(0))))))
                .isTrue();
        return incident;
    }

    private Incident change(Incident from, Incident to) {
        assertThat(ledger.commit(new Commit(List.of(), List.of(new Change(from.version(), to, Map.of())), List.of())))
                .isTrue();
        return to;
    }

    private static Incident ended(Incident incident, long minute) {
        return incident.observed(Map.of("service/prod/api", Optional.empty()), minute(minute));
    }

    private void told(String incident, String sink, long version, Instant at) {
        Telling due = ledger.telling(incident, sink).orElseThrow();
        Telling mine = ledger.take(due, "me", at, at.plusSeconds(60)).orElseThrow();
        ledger.settle(mine.accepted(new Telling.Told(version, Incident.State.OPEN, "", "", at)), "me");
    }

    @Test
    void archive_thatIsEmpty_knowsNothing() {
        assertThat(archive.ended(DAY)).isEmpty();
        assertThat(archive.firstTold("i-1")).isEmpty();
        assertThat(archive.unknown(DAY)).isEqualTo(new Unknown(List.of(), 0));
    }

    @Test
    void since_askedAgain_isTheFirstTime() {
        assertThat(archive.since(minute(5))).isEqualTo(minute(5));
        assertThat(archive.since(minute(9))).isEqualTo(minute(5));
    }

    @Test
    void incident_thatEnds_isFiledUnderItsDay() {
        Incident first = opened("i-1");
        Incident second = opened("i-2");
        opened("i-3");
        Incident after = change(second, ended(second, 40));
        Incident before = change(first, ended(first, 30));
        assertThat(archive.ended(DAY)).containsExactly(before, after);
        assertThat(archive.ended(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void incident_thatEndsAfterTheDayBegins_isOfTheNextDay() {
        Incident incident = opened("i-1");
        Incident over = change(incident, ended(incident, 300));
        assertThat(archive.ended(DAY)).isEmpty();
        assertThat(archive.ended(DAY.plusDays(1))).containsExactly(over);
    }

    @Test
    void incident_thatFailsAgainAfterItsEnd_isNotOver() {
        Incident incident = opened("i-1");
        Incident over = change(incident, ended(incident, 30));
        Incident again = change(over, over.again(Seen.at(60, DB)));
        assertThat(archive.ended(DAY)).isEmpty();
        Incident end = change(again, ended(again, 90));
        assertThat(archive.ended(DAY)).containsExactly(end);
    }

    @Test
    void firstTold_ofTwoSinksThatWereToldTwice_isTheFirstMessage() {
        Incident incident = opened("i-1");
        assertThat(archive.firstTold("i-1")).isEmpty();
        told("i-1", "sns", 1, minute(2));
        told("i-1", "slack", 1, minute(1));
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(1, incident.again(Seen.at(3, DB)), Map.of())),
                List.of(new Wanted("i-1", "slack", 2, minute(3)))));
        told("i-1", "slack", 2, minute(4));
        assertThat(archive.firstTold("i-1")).contains(minute(1));
    }

    @Test
    void firstTold_ofWhatASinkRefused_isNotKnown() {
        opened("i-1");
        Telling due = ledger.telling("i-1", "sns").orElseThrow();
        ledger.settle(ledger.take(due, "me", minute(1), minute(2)).orElseThrow().refused(minute(5), "down"), "me");
        assertThat(archive.firstTold("i-1")).isEmpty();
    }

    @Test
    void text_seenAgainWithAnotherNumber_isCountedOnce() {
        archive.unknown("slot 7 is bad", minute(3));
        archive.unknown("slot 12 is bad", minute(1));
        archive.unknown("slot 9 is bad", minute(5));
        archive.unknown("slot is bad", minute(5));
        assertThat(archive.unknown(DAY).texts())
                .containsExactlyInAnyOrder(
                        new UnknownText("slot 12 is bad", 3, minute(1), minute(5)),
                        new UnknownText("slot is bad", minute(5)));
    }

    @Test
    void texts_tooManyOfADay_areCountedAsDropped() {
        IntStream.range(0, Archive.TEXTS_A_DAY + 3)
                .forEach(i -> archive.unknown("reason " + Character.toString('\u4e00' + i), minute(1)));
        archive.unknown("reason " + '\u4e00', minute(2));
        Unknown unknown = archive.unknown(DAY);
        assertThat(unknown.texts()).hasSize(Archive.TEXTS_A_DAY);
        assertThat(unknown.dropped()).isEqualTo(3);
        archive.unknown("tomorrow", minute(300));
        assertThat(archive.unknown(DAY.plusDays(1)))
                .isEqualTo(new Unknown(List.of(new UnknownText("tomorrow", minute(300))), 0));
    }

    @Test
    void digest_thatIsTaken_isNobodyElsesUntilThen() {
        assertThat(archive.take("weekly-1", "slack", minute(0), minute(30))).isTrue();
        assertThat(archive.take("weekly-1", "slack", minute(29), minute(59))).isFalse();
        assertThat(archive.take("weekly-1", "sns", minute(29), minute(59))).isTrue();
        assertThat(archive.take("weekly-2", "slack", minute(29), minute(59))).isTrue();
        assertThat(archive.take("weekly-1", "slack", minute(30), minute(60))).isTrue();
    }

    @Test
    void digest_thatWasSent_isNeverTakenAgain() {
        archive.take("weekly-1", "slack", minute(0), minute(30));
        archive.sent("weekly-1", "slack");
        assertThat(archive.take("weekly-1", "slack", minute(100_000), minute(100_030)))
                .isFalse();
    }
}
