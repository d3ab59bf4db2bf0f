package io.github.ecsmedic.handler;

import static io.github.ecsmedic.incident.Seen.diagnosis;
import static io.github.ecsmedic.incident.Seen.minute;
import static io.github.ecsmedic.incident.Seen.secretGone;
import static io.github.ecsmedic.incident.Seen.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.Ledger.Wanted;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.MemoryWatch;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Diagnosis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Diagnosis DB = diagnosis(service("api"), "secrets.not_found", secretGone("db"));

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FakeAccount account = FakeAccount.small();
    private final Inbox slack = new Inbox("slack");
    private final Parts parts =
            new Parts(new Causes(), (region, budget) -> account, ledger, clock, () -> "worker", true);

    @BeforeEach
    void begin() {
        Incident opened = Seen.incident("i-1", 0, DB);
        ledger.commit(new Commit(
                List.of(),
                List.of(new Change(0, opened, Map.of(opened.fingerprint(), ""))),
                List.of(new Wanted("i-1", "slack", 1, clock.instant()))));
    }

    static Service deployed(int running, Instant at) {
        return running(running, at);
    }

    private static Service running(int running, @Nullable Instant deployed, Service.ServiceMessage... messages) {
        return described("ACTIVE", running, deployed, messages);
    }

    private static Service described(
            String status, int running, @Nullable Instant deployed, Service.ServiceMessage... messages) {
        Service.Deployment primary = new Service.Deployment(
                "ecs-svc/1",
                "PRIMARY",
                deployed == null ? "IN_PROGRESS" : "COMPLETED",
                "api:8",
                2,
                running,
                0,
                List.of(),
                List.of(),
                false,
                deployed);
        return new Service(
                "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                "api",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                status,
                2,
                running,
                0,
                "api:8",
                "FARGATE",
                "ECS",
                List.of(primary),
                Service.Balancing.NONE,
                List.of(messages),
                Map.of(),
                null);
    }

    private List<Incident> sweepAt(long minute) {
        clock.forward(Duration.between(clock.instant(), minute(minute)));
        return new Sweep(parts, List.of(slack)).observe(Duration.ofSeconds(20));
    }

    private @Nullable Ending ending() {
        return ledger.incident("i-1").orElseThrow().ending();
    }

    @Test
    void service_thatRunsAfterANewerDeployment_endsItsIncident() {
        account.service(running(2, minute(3)));
        sweepAt(5);
        assertThat(ending()).isNull();
        assertThat(sweepAt(10))
                .singleElement()
                .satisfies(i -> assertThat(i.state()).isEqualTo(Incident.State.RESOLVED));
        assertThat(ending()).isEqualTo(new Ending(minute(10), Ending.How.DEPLOYED, "api:8"));
        new Dispatcher(ledger, clock, "me").send(List.of(slack), Duration.ofSeconds(20));
        assertThat(slack.taken)
                .singleElement()
                .satisfies(told -> assertThat(told.incident().ending()).isNotNull());
    }

    @Test
    void service_belowItsCount_keepsItsIncident() {
        account.service(running(1, minute(3)));
        sweepAt(10);
        assertThat(sweepAt(120)).map(Incident::state).containsExactly(Incident.State.QUIET);
        assertThat(ending()).isNull();
    }

    @Test
    void service_whoseStartsAreImpaired_keepsItsIncident() {
        for (int minute = 5; minute <= 125; minute += 5) {
            account.service(running(
                    2,
                    null,
                    new Service.ServiceMessage(
                            minute(minute), "(service api) is unable to consistently start tasks.")));
            sweepAt(minute);
        }
        assertThat(ending()).isNull();
    }

    @Test
    void service_thatStaysWell_endsItsIncidentAfterAnHour() {
        account.service(
                running(2, null, new Service.ServiceMessage(minute(4), "(service api) has reached a steady state.")));
        sweepAt(5);
        sweepAt(59);
        assertThat(ending()).isNull();
        sweepAt(60);
        assertThat(ending()).isEqualTo(new Ending(minute(60), Ending.How.STAYED_WELL));
    }

    @Test
    void service_thatCannotBeRead_keepsItsIncident() {
        account.unknown("ecs:DescribeServices", "AccessDenied");
        sweepAt(120);
        assertThat(ending()).isNull();
    }

    @Test
    void service_thatIsGone_endsItsIncident() {
        account.service(described("INACTIVE", 0, null));
        sweepAt(5);
        assertThat(ending()).isEqualTo(new Ending(minute(5), Ending.How.DELETED));
    }

    @Test
    void services_manyMore_areLookedAtInTurns() {
        Incident many = IntStream.range(0, 1_200)
                .mapToObj(i -> Seen.at(0, diagnosis(service("s" + i), "secrets.not_found", secretGone("db"))))
                .reduce(ledger.incident("i-1").orElseThrow(), Incident::again, (a, b) -> a);
        ledger.commit(new Commit(List.of(), List.of(new Change(1, many, Map.of())), List.of()));
        sweepAt(5);
        assertThat(ending()).isNull();
    }

    @Test
    void handler_always_sendsWhatIsDueAndMeasuresWhatWaits() throws IOException {
        account.service(running(1, null));
        clock.forward(Duration.ofMinutes(40));
        slack.refuses = true;
        JsonNode waiting = handled();
        assertThat(waiting.path("OldestUntoldSeconds").asInt()).isEqualTo(2_400);
        assertThat(waiting.path("level").asText()).isEqualTo("ERROR");
        assertThat(waiting.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText())
                .isEqualTo("Function");
        slack.refuses = false;
        clock.forward(Duration.ofMinutes(1));
        JsonNode sent = handled();
        assertThat(sent.path("OldestUntoldSeconds").asInt()).isZero();
        assertThat(sent.path("Function").asText()).isEqualTo("ecs-medic-sweep");
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    @Test
    void handler_thatCannotListServices_saysSoInItsLineAndItsMetric() throws IOException {
        account.unknown("ecs:ListServices", "AccessDenied");
        JsonNode line = handled();
        assertThat(line.path("notLookedAt")).map(JsonNode::asText).containsExactly("AccessDenied: ecs:ListServices");
        assertThat(line.path("NotLookedAt").asInt()).isEqualTo(1);
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("_aws").findValuesAsText("Name")).contains("NotLookedAt");
        assertThat(slack.news()).containsExactly(News.OPENED);
    }

    private JsonNode handled() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        new SweepHandler(
                        new Wiring.Sweeping(parts, budget -> List.of(slack), new MemoryWatch(), "us-east-1"),
                        "ecs-medic-sweep",
                        new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(
                        new ByteArrayInputStream(new byte[0]),
                        new ByteArrayOutputStream(),
                        new Invocation("request-1", 120_000));
        return new ObjectMapper().readTree(log.toString(StandardCharsets.UTF_8));
    }
}
