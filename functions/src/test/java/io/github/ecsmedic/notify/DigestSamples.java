package io.github.ecsmedic.notify;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.natGone;
import static io.github.ecsmedic.incident.Seen.nothing;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Archive.Unknown;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Fingerprint;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Loop;
import io.github.ecsmedic.incident.Looping;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.UnknownText;
import io.github.ecsmedic.model.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Digests of a week. */
final class DigestSamples {
    private static final DigestPeriod WEEK = DigestPeriod.ended(
                    Settings.Digest.WEEKLY, Instant.parse("2026-11-16T08:02:00Z"))
            .orElseThrow();

    private static final Instant BEFORE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("db"));
    private static final Diagnosis NAT =
            diagnosis(service("worker"), "image_pull.network_timeout", natGone("nat-0aa1"));
    private static final Diagnosis CRASH = diagnosis(service("web"), "app.crash", nothing());

    private DigestSamples() {}

    static Digest quiet() {
        return new Digest(WEEK, BEFORE, List.of(), 0, 0, new Unknown(List.of(), 0));
    }

    /** Of a week of which only the last days are known. */
    static Digest partly() {
        Instant at = hour(150);
        return new Digest(
                WEEK,
                hour(120),
                List.of(new Digest.Entry(over(opened("i-1", DB, at, List.of()), 20), Optional.of(at.plusSeconds(31)))),
                0,
                0,
                new Unknown(List.of(), 0));
    }

    static Digest busy() {
        Incident first = over(opened("i-1", DB, hour(5), List.of()), 42);
        Incident second =
                over(opened("i-2", DB, hour(30), List.of(new Ending(hour(6), Ending.How.DEPLOYED, "api:41"))), 31);
        Incident third = over(
                opened(
                        "i-3",
                        DB,
                        hour(60),
                        List.of(
                                new Ending(hour(31), Ending.How.DEPLOYED, "api:42"),
                                new Ending(hour(6), Ending.How.DEPLOYED, "api:41"))),
                95);
        Incident shared = opened("i-4", NAT, hour(160), List.of())
                .again(sighting(
                        diagnosis(service("batch"), "image_pull.network_timeout", natGone("nat-0aa1")), hour(161)));
        return new Digest(
                WEEK,
                BEFORE,
                List.of(
                        new Digest.Entry(first, Optional.of(hour(5).plusSeconds(20))),
                        new Digest.Entry(second, Optional.of(hour(30).plusSeconds(40))),
                        new Digest.Entry(third, Optional.of(hour(60).plusSeconds(200))),
                        new Digest.Entry(shared, Optional.empty()),
                        new Digest.Entry(looping(), Optional.empty())),
                1,
                2,
                new Unknown(
                        List.of(
                                new UnknownText("slot 7 of the <made-up> placer is bad", 12, hour(3), hour(90)),
                                new UnknownText("the agent gave up on [hidden]", 1, hour(8), hour(8))),
                        4));
    }

    /** Begun before the week. */
    private static Incident looping() {
        Incident incident = opened("i-5", CRASH, hour(-4), List.of());
        for (int i = 1; i < 40; i++) {
            incident = incident.again(sighting(CRASH, hour(-4).plus(Duration.ofMinutes(5L * i))));
        }
        Incident pulled = incident.withLoops(List.of(new Loop(
                "service/prod/web", Loop.Pulls.ALL, List.of(Looping.image(Loop.Way.NAT_GATEWAY, "nat-0aa1")))));
        return over(pulled.notUseful(hour(2), new Person("U0AAA1111", "ann")), 600);
    }

    private static Instant hour(long hour) {
        return WEEK.from().plus(Duration.ofHours(hour));
    }

    private static Incident opened(String id, Diagnosis diagnosis, Instant at, List<Ending> past) {
        Sighting sighting = sighting(diagnosis, at);
        return Incident.open(
                id,
                Fingerprint.ofCause(diagnosis).orElseGet(() -> Fingerprint.ofSymptom(sighting.symptom())),
                sighting,
                diagnosis,
                past);
    }

    private static Sighting sighting(Diagnosis diagnosis, Instant at) {
        return new Sighting(new EventKey("task-" + at, 1), at, Seen.symptom(diagnosis), false, Optional.of(diagnosis));
    }

    private static Incident over(Incident incident, int minutes) {
        return incident.observed(
                Map.of(incident.members().getFirst().scope(), Optional.empty()),
                incident.openedAt().plus(Duration.ofMinutes(minutes)));
    }
}
