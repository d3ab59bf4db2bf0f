package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.aws.Aws;
import io.github.ecsmedic.aws.OverheardAws;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.notify.SlackPace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the start of each function does in the world: it may connect, before a snapshot not even that. */
class StartTest {
    private static final Place HOME = new Place("111122223333", "us-east-1");
    private static final String SECRET = "made-up-signing-secret";
    private static final Map<String, String> PLAIN = Map.of(
            "AWS_REGION",
            HOME.region(),
            Settings.TOPIC_ARN,
            "arn:aws:sns:us-east-1:111122223333:made-up",
            Settings.TABLE,
            "made-up",
            SlackSettings.SIGNING_SECRET,
            "ops/signing",
            SlackSettings.QUEUE_URL,
            "https://sqs.us-east-1.amazonaws.com/111122223333/made-up",
            SlackSettings.TEAM,
            "T0AAA1111",
            SlackSettings.USERS,
            "U0AAA1111",
            SlackSettings.CHANNELS,
            "C0AAA1111");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream to = new PrintStream(log, true, UTF_8);

    /** A world that notes what is drawn from it: ids begin with its name, and its time is its own. */
    final class Around {
        private final OverheardAws aws;
        private final Clock clock;
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger ids = new AtomicInteger();
        private final Map<String, String> environment = new HashMap<>(PLAIN);
        private String name;
        private Instant now;

        Around(String start) throws IOException {
            aws = new OverheardAws(SECRET);
            environment.put(WarmUp.START, start);
            InstantSource counted = () -> {
                looks.incrementAndGet();
                return now;
            };
            clock = counted.withZone(ZoneOffset.UTC);
            restored("before", Instant.parse("2026-11-01T00:00:00Z"));
        }

        PrintStream log() {
            return to;
        }

        void restored(String as, Instant at) {
            name = as;
            now = at;
        }

        Wiring wiring() {
            return new Wiring(
                    environment,
                    new Wiring.World(
                            Wiring.engine(Catalogue.full().diagnoser()),
                            aws.line(),
                            Aws.at(aws.line()),
                            clock,
                            () -> name + "-" + ids.incrementAndGet(),
                            SlackPace.unsent(clock),
                            to));
        }

        RequestStreamHandler start(Function<Around, RequestStreamHandler> function) {
            return function.apply(this);
        }
    }

    /** How each is made, what it connects to, and its first event. */
    record Made(
            String name,
            Function<Around, RequestStreamHandler> how,
            List<String> hosts,
            Function<Instant, String> event) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<String> hosts(String... services) {
        return Stream.of(services)
                .map(service -> service + ".us-east-1.amazonaws.com")
                .toList();
    }

    private static Stream<Made> functions() {
        return Stream.of(
                new Made(
                        "diagnose",
                        p -> new DiagnoseHandler(p.wiring()),
                        hosts("cloudtrail", "dynamodb", "ec2", "ecs", "events", "sns"),
                        _ -> Rehearsal.in(HOME, "").batch()),
                new Made("sweep", p -> new SweepHandler(p.wiring()), hosts("dynamodb", "ecs"), _ -> "{}"),
                new Made("fix", p -> new FixHandler(p.wiring()), hosts("dynamodb"), _ -> "{}"),
                new Made(
                        "slack",
                        p -> new SlackHandler(p.environment, p.aws.line(), p.clock, p.log()),
                        hosts("secretsmanager", "sqs"),
                        at -> RehearsedPress.event(SlackSettings.read(PLAIN), SECRET, at)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void start_onDemand_connectsAndDoesNothingElse(Made made) throws IOException {
        Around process = new Around("on-demand");

        process.start(made.how);

        assertThat(process.aws.connections()).isEqualTo(made.hosts);
        assertThat(process.aws.requests()).isEmpty();
        assertThat(log.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void start_beforeASnapshot_takesNothingOfTheWorldIntoIt(Made made) throws IOException {
        Around process = new Around(WarmUp.SNAPSHOT);

        process.start(made.how);

        assertThat(process.aws.connections()).isEmpty();
        assertThat(process.aws.requests()).isEmpty();
        assertThat(process.aws.credentials()).isZero();
        assertThat(process.looks).hasValue(0);
        assertThat(process.ids).hasValue(0);
        assertThat(log.toString(UTF_8)).isEmpty();
    }

    /** What it asks AWS for at its first event after the restore. */
    private List<String> restored(Made made, String as, Instant at) throws IOException {
        Around process = new Around(WarmUp.SNAPSHOT);
        RequestStreamHandler handler = process.start(made.how);
        process.restored(as, at);
        handler.handleRequest(
                new ByteArrayInputStream(made.event.apply(at).getBytes(UTF_8)),
                new ByteArrayOutputStream(),
                new Invocation(as, 30_000));
        assertThat(process.aws.credentials()).isPositive();
        return process.aws.requests();
    }

    @Test
    void diagnoses_ofOneSnapshotRestoredTwice_shareNoIdNoOwnerAndNoTime() throws IOException {
        Made diagnose = functions().findFirst().orElseThrow();

        String first = String.join("\n", restored(diagnose, "first", Instant.parse("2026-11-20T03:12:00Z")));
        String second = String.join("\n", restored(diagnose, "second", Instant.parse("2026-11-20T04:12:00Z")));

        assertThat(first)
                .contains("INCIDENT#first-", "\":to_owner\":{\"S\":\"first-")
                .doesNotContain("before", "rehearsal");
        assertThat(second)
                .contains("INCIDENT#second-", "\":to_owner\":{\"S\":\"second-")
                .doesNotContain("before", "first-", "rehearsal");
    }

    @Test
    void presses_ofOneSnapshotRestoredTwice_areVerifiedByTheSecretAndTheTimeOfThen() throws IOException {
        Made slack = functions().reduce((_, last) -> last).orElseThrow();

        assertThat(restored(slack, "first", Instant.parse("2026-11-20T03:12:00Z")))
                .hasSize(2)
                .anySatisfy(body -> assertThat(body).contains("ops/signing"))
                .anySatisfy(body -> assertThat(body).contains("2026-11-20T03:12:00Z"));
        assertThat(restored(slack, "second", Instant.parse("2026-11-20T04:12:00Z")))
                .hasSize(2)
                .anySatisfy(body -> assertThat(body).contains("2026-11-20T04:12:00Z"));
    }

    private void started(OverheardAws aws, Function<Rehearsal, RequestStreamHandler> handler) {
        new WarmUp(PLAIN, aws.line(), to)
                .of(new WarmUp.Scene(
                        HOME,
                        "",
                        rehearsal -> new WarmUp.Cast(handler.apply(rehearsal)),
                        Rehearsal::batch,
                        Duration.ofMillis(100)));
    }

    private String warning(String fault) {
        return "{\"level\":\"WARN\",\"message\":\"not all could be made ready; the first event takes longer\","
                + "\"faults\":[\"" + fault + "\"]}";
    }

    @Test
    void rehearsal_thatFails_costsALineInTheLogAndNoConnection() throws IOException {
        OverheardAws aws = new OverheardAws("");

        started(aws, _ -> (in, out, context) -> {
            throw new IllegalStateException("made-up");
        });

        assertThat(log.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith(warning("rehearsal: java.lang.IllegalStateException at ")
                        .split("\"]", 2)[0])
                .doesNotContain("made-up");
        assertThat(aws.connections()).isEmpty();
    }

    @Test
    void host_thatDoesNotAnswer_costsALineInTheLogAndTwoSeconds() throws IOException {
        OverheardAws aws = new OverheardAws("").silent("dynamodb.");
        long begun = System.nanoTime();

        started(
                aws,
                rehearsal -> (in, out, context) ->
                        Aws.at(rehearsal.line()).table("made-up").partition("made-up"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WarmUp.LONGEST_CONNECT.multipliedBy(2));
        assertThat(log.toString(UTF_8).strip())
                .isEqualTo(warning("dynamodb.us-east-1.amazonaws.com:443, connection 1: it took too long"));
    }
}
