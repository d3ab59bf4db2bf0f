package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Archive.Unknown;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.MemoryArchive;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Digest;
import io.github.ecsmedic.notify.DigestSink;
import io.github.ecsmedic.notify.Routing;
import io.github.ecsmedic.notify.Rules;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryArchive archive = new MemoryArchive(ledger);
    private final Reader slack = new Reader("slack");
    private final Reader sns = new Reader("sns");

    /** Takes digests, or refuses them. */
    private static final class Reader implements Sink, DigestSink {
        private final String name;
        private final List<Digest> taken = new ArrayList<>();
        private boolean refuses;

        Reader(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(News news) {
            return true;
        }

        @Override
        public String tell(Bulletin bulletin) {
            return "";
        }

        @Override
        public void tell(Digest digest) {
            if (refuses) {
                throw new SinkException("not now");
            }
            taken.add(digest);
        }
    }

    private Parts parts(String rules) {
        return new Parts(
                new Causes(),
                (region, budget) -> null,
                ledger,
                clock,
                () -> "me",
                true,
                new Routing(List.of(), Rules.read(rules).rules()),
                SideBySide.THREADS);
    }

    private List<Delivery> sendAt(String now, Settings.Digest every) {
        clock.forward(Duration.between(clock.instant(), Instant.parse(now)));
        return new Digests(archive, every)
                .send(parts("cluster=staging -> ignore"), List.of(slack, new Inbox("bus"), sns), SECONDS);
    }

    private List<Delivery> sendAt(String now) {
        return sendAt(now, Settings.Digest.DAILY);
    }

    @BeforeEach
    void begin() {
        // it is 03:00 on the 20th: the day to 08:00 on the 19th was not seen
        assertThat(sendAt("2026-11-20T03:00:00Z")).isEmpty();
    }

    private Incident opened(String id, long minute, String service) {
        Incident incident =
                Seen.incident(id, minute, diagnosis(service(service), "secrets.not_found", secretGone(service)));
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(0, incident, Map.of())),
                List.of(new Wanted(id, "slack", 1, minute(minute)))));
        return incident;
    }

    private Incident ended(Incident incident, long minute) {
        Incident over =
                incident.observed(Map.of(incident.members().getFirst().scope(), Optional.empty()), minute(minute));
        ledger.commit(new Commit(List.of(), List.of(new Change(incident.version(), over, Map.of())), List.of()));
        return over;
    }

    @Test
    void digest_ofAPeriodThatEnded_isSentOnceToEachSink() {
        assertThat(sendAt("2026-11-20T07:59:00Z")).isEmpty();
        assertThat(sendAt("2026-11-20T08:01:00Z"))
                .containsExactly(
                        new Delivery("slack", "daily-2026-11-20", "digest"),
                        new Delivery("sns", "daily-2026-11-20", "digest"));
        assertThat(sendAt("2026-11-20T08:06:00Z")).isEmpty();
        assertThat(sendAt("2026-11-21T07:59:00Z")).isEmpty();
        assertThat(slack.taken).hasSize(1);
        assertThat(sendAt("2026-11-21T08:01:00Z")).hasSize(2);
        assertThat(slack.taken).hasSize(2).isEqualTo(sns.taken);
    }

    @Test
    void digest_always_tellsWhatLivedInThePeriodAndIsNotIgnored() {
        Incident over = ended(opened("i-1", 10, "api"), 40);
        Incident living = opened("i-2", 20, "web");
        Incident late = opened("i-3", 30, "worker");
        opened("i-4", 301, "tomorrow");
        Incident ignored = Seen.incident(
                "i-5",
                40,
                diagnosis(
                        new Subject("111122223333", "us-east-1", "staging", "load", "", "load:7"),
                        "secrets.not_found",
                        secretGone("load")));
        ledger.commit(new Commit(List.of(), List.of(new Change(0, ignored, Map.of())), List.of()));
        Incident endedLate = ended(late, 302);
        archive.unknown("slot 7 is bad", minute(5));
        archive.unknown("of tomorrow", minute(301));
        sendAt("2026-11-20T08:05:00Z");
        Digest digest = slack.taken.getFirst();
        assertThat(digest.entries())
                .containsExactly(
                        new Digest.Entry(endedLate, Optional.empty()),
                        new Digest.Entry(living, Optional.empty()),
                        new Digest.Entry(over, Optional.empty()));
        assertThat(digest.since()).isEqualTo(minute(0));
        assertThat(digest.ignored()).isEqualTo(1);
        assertThat(digest.unknown()).isEqualTo(new Unknown(List.of(new UnknownText("slot 7 is bad", minute(5))), 0));
    }

    @Test
    void digest_ofAnIncidentThatWasTold_knowsWhen() {
        opened("i-1", 10, "api");
        clock.forward(Duration.ofMinutes(11));
        new Dispatcher(parts("")).send(List.of(slack), SECONDS);
        sendAt("2026-11-20T08:05:00Z");
        assertThat(slack.taken.getFirst().entries())
                .map(Digest.Entry::firstTold)
                .containsExactly(Optional.of(minute(11)));
    }

    @Test
    void digest_thatASinkRefuses_isSentToItAgainLaterAndToNoOther() {
        slack.refuses = true;
        assertThat(sendAt("2026-11-20T08:00:00Z")).map(Delivery::sent).containsExactly(false, true);
        slack.refuses = false;
        assertThat(sendAt("2026-11-20T08:29:00Z")).isEmpty();
        assertThat(sendAt("2026-11-20T08:30:00Z")).containsExactly(new Delivery("slack", "daily-2026-11-20", "digest"));
        assertThat(sns.taken).hasSize(1);
    }

    @Test
    void sweep_afterAPeriodThatEnded_sendsItsDigestAndSaysSo() throws IOException {
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-11-20T08:01:00Z")));
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Parts parts = new Parts(new Causes(), (region, budget) -> FakeAccount.small(), ledger, clock, () -> "me", true);
        new SweepHandler(
                        new Wiring.Sweeping(
                                parts,
                                budget -> List.of(sns),
                                new MemoryWatch(),
                                "us-east-1",
                                Optional.of(new Digests(archive, Settings.Digest.DAILY))),
                        "ecs-medic-sweep",
                        new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(
                        InputStream.nullInputStream(),
                        new ByteArrayOutputStream(),
                        new Invocation("request-1", 120_000));
        assertThat(sns.taken).hasSize(1);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains(
                        "{\"sink\":\"sns\",\"incident\":\"daily-2026-11-20\",\"news\":\"digest\",\"result\":\"sent\"}");
    }

    @Test
    void digest_whereNoneIsWanted_isNotSent() {
        assertThat(sendAt("2026-11-23T08:01:00Z", Settings.Digest.OFF)).isEmpty();
    }

    @Test
    void digest_ofAWeekThatEndedBeforeItBegan_isNotSent() {
        assertThat(sendAt("2026-11-20T08:01:00Z", Settings.Digest.WEEKLY)).isEmpty();
        assertThat(sendAt("2026-11-23T08:01:00Z", Settings.Digest.WEEKLY)).hasSize(2);
    }
}
