package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ecsmedic.incident.Person;
import io.github.ecsmedic.incident.SlackAction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlackHandlerTest {
    private final Ticking clock = new Ticking();
    private final List<String> queue = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final SlackHandler handler = new SlackHandler(
            Presses.SETTINGS,
            () -> Presses.SECRET,
            new SlackHandler.Outside(queue::add, (url, text) -> {
                told.add(text);
                return "";
            }),
            clock,
            new PrintStream(log, true, UTF_8));

    private int status(InputStream event) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handleRequest(event, answer, new Invocation("request-1", 10_000));
            JsonNode json = new ObjectMapper().readTree(answer.toString(UTF_8));
            assertThat(json.path("body").asText()).isEmpty();
            return json.path("statusCode").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<SlackRequest> asked() {
        return SlackRequest.read(queue.getFirst());
    }

    @Test
    void press_ofAListedPerson_goesIntoTheQueue() {
        assertThat(status(Presses.SNOOZE.signed(clock.instant()))).isEqualTo(200);
        assertThat(queue).hasSize(1);
        assertThat(asked())
                .hasValueSatisfying(request -> assertThat(request)
                        .isEqualTo(new SlackRequest(
                                request.id(),
                                new Person("U0AAA1111", "ann"),
                                SlackAction.SNOOZE_1H,
                                "i-1",
                                "",
                                clock.instant(),
                                "C0AAA1111",
                                "1795143000.000200")));
        assertThat(told).isEmpty();
    }

    @Test
    void press_thatSlackSendsAgain_isTheSameRequest() {
        status(Presses.SNOOZE.signed(clock.instant()));
        status(Presses.SNOOZE.signed(clock.instant().plusSeconds(4)));
        status(Presses.SNOOZE.pressedAt("1795143601.000100").signed(clock.instant()));
        List<String> ids = queue.stream()
                .map(text -> SlackRequest.read(text).orElseThrow().id())
                .toList();
        assertThat(ids.get(1)).isEqualTo(ids.getFirst());
        assertThat(ids.get(2)).isNotEqualTo(ids.getFirst());
    }

    static Stream<Presses> strangers() {
        return Stream.of(
                Presses.SNOOZE.team("T0BBB2222"),
                Presses.SNOOZE.user("U0BBB2222"),
                Presses.SNOOZE.user("ann"),
                Presses.SNOOZE.channel("C0BBB2222"),
                Presses.SNOOZE.user(""),
                Presses.SNOOZE.asks("drop-table", "i-1"),
                Presses.SNOOZE.asks("snooze-1h", ""),
                Presses.SNOOZE.asks("snooze-1h", "i-1 x"),
                Presses.SNOOZE.asks("apply-fix", "i-1"),
                Presses.SNOOZE.pressedAt(""));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void press_thatIsNotAllowed_isToldToThePersonAndGoesNoFurther(Presses press) {
        assertThat(status(press.signed(clock.instant()))).isEqualTo(200);
        assertThat(queue).isEmpty();
        assertThat(told).hasSize(1);
        assertThat(log.toString(UTF_8)).contains("\"result\":\"refused: ");
    }

    @Test
    void request_unsigned_reachesNothingAndIsNotRepeatedInTheLog() {
        InputStream forged = Presses.event(
                Presses.SNOOZE.form(),
                Map.of(
                        "x-slack-request-timestamp",
                        Long.toString(clock.instant().getEpochSecond())),
                false);
        assertThat(status(forged)).isEqualTo(401);
        assertThat(queue).isEmpty();
        assertThat(told).isEmpty();
        assertThat(log.toString(UTF_8))
                .isEqualToIgnoringNewLines(
                        "{\"level\":\"INFO\",\"requestId\":\"request-1\",\"status\":401,\"result\":\"not signed by Slack\"}");
    }

    @Test
    void request_old_reachesNothing() {
        InputStream old = Presses.SNOOZE.signed(clock.instant());
        clock.forward(Duration.ofSeconds(301));
        assertThat(status(old)).isEqualTo(401);
        assertThat(queue).isEmpty();
    }

    @Test
    void body_inPlainText_isTakenToo() {
        assertThat(status(signed(Presses.SNOOZE.form(), clock.instant()))).isEqualTo(200);
        assertThat(queue).hasSize(1);
    }

    @Test
    void body_longerThanAPress_isRefusedThoughSigned() {
        assertThat(status(signed("payload=" + "x".repeat(65_529), clock.instant())))
                .isEqualTo(413);
        assertThat(status(signed("payload=" + "x".repeat(65_528), clock.instant())))
                .isEqualTo(400);
        assertThat(queue).isEmpty();
    }

    static Stream<String> strange() {
        return Stream.of(
                "",
                "payload=",
                "payload=%7B",
                "payload=%zz",
                "payload=%7B%7D",
                "payload=[]",
                "text=1",
                Presses.SNOOZE.form() + "&payload=%7B%7D",
                Presses.SNOOZE.form().replace("block_actions", "view_submission"),
                "payload=" + "%5B".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void body_signedButNoPress_isRefused(String body) {
        assertThat(status(signed(body, clock.instant()))).isEqualTo(400);
        assertThat(queue).isEmpty();
    }

    private static InputStream signed(String body, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return Presses.event(
                body,
                Map.of("X-Slack-Request-Timestamp", time, "x-slack-signature", Presses.signature(time, body)),
                false);
    }
}
