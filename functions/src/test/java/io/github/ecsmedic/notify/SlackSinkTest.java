package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSinkTest {
    private static final Bulletin TOLD = Bulletins.opened(Diagnoses.noRoute());

    /** What the receiver answers, in order; the last one stays. */
    private record Answer(int status, String header, String value, String body) {}

    private static final Answer OK = new Answer(200, "", "", "ok");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void message_thatIsTaken_isPostedOnce() {
        answers.add(OK);
        sink(60).tell(TOLD);
        assertThat(bodies).containsExactly(SlackMessage.of(Diagnoses.noRoute(), MessageOptions.DEFAULT));
        assertThat(types).containsExactly("application/json; charset=utf-8");
    }

    @Test
    void tooMany_withinTheBudget_waitsAsAsked() {
        answers.add(new Answer(429, "Retry-After", "7", ""));
        answers.add(OK);
        sink(60).tell(TOLD);
        assertThat(bodies).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void tooMany_beyondTheBudget_isReported() {
        answers.add(new Answer(429, "Retry-After", "30", ""));
        assertThatThrownBy(() -> sink(20).tell(TOLD))
                .isInstanceOf(SinkException.class)
                .hasMessage(
                        "Slack takes no more messages for 30 s, longer than this run lasts. The message has to be sent"
                                + " again later.");
        assertThat(bodies).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void tooMany_withoutEnd_isGivenUp() {
        answers.add(new Answer(429, "Retry-After", "soon", ""));
        assertThatThrownBy(() -> sink(600).tell(TOLD)).isInstanceOf(SinkException.class);
        assertThat(bodies).hasSize(5);
        assertThat(pauses).containsOnly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "404, no_service, Slack refused the message: 404 no_service. The web hook was removed",
        "410, channel_is_archived, Slack refused the message: 410 channel_is_archived. The web hook",
        "403, action_prohibited, Slack refused the message: 403 action_prohibited.",
        "400, invalid_blocks, Slack could not read the message: 400 invalid_blocks. This is a fault of ECS Medic",
        "500, oops, Slack failed: 500 oops. The message has to be sent again later.",
        "503, busy, Slack failed: 503 busy."
    })
    void refusal_ofSlack_saysWhatToDo(int status, String body, String text) {
        answers.add(new Answer(status, "", "", body));
        assertThatThrownBy(() -> sink(60).tell(TOLD))
                .isInstanceOf(SinkException.class)
                .hasMessageStartingWith(text)
                .hasMessageNotContaining("/hook");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void address_thatWasRenewed_isReadAgain() {
        answers.add(new Answer(404, "", "", "no_service"));
        answers.add(OK);
        SlackAccess old = new SlackAccess.Hook(WebhookUrl.of(address() + "/old", "http://localhost:1"));
        SlackAccess renewed = new SlackAccess.Hook(WebhookUrl.of(address() + "/new", "http://localhost:1"));
        new SlackSink(Keys.of(old, renewed), SlackOptions.DEFAULT, new SlackPace(Clock.systemUTC()), budget(60))
                .tell(TOLD);
        assertThat(bodies).hasSize(2);
    }

    @Test
    void secret_withATokenButNoChannel_saysWhatToSet() {
        SlackAccess bot = new SlackAccess.Bot("xoxb-1", URI.create("https://slack.com/api/"));
        Sink sink = new SlackSink(Keys.of(bot), SlackOptions.DEFAULT, new SlackPace(Clock.systemUTC()), budget(60));
        assertThatThrownBy(() -> sink.tell(TOLD))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("Set ECS_MEDIC_SLACK_CHANNEL");
    }

    @Test
    void redirect_isNotFollowed() {
        answers.add(new Answer(307, "Location", address() + "/elsewhere", ""));
        assertThatThrownBy(() -> sink(60).tell(TOLD))
                .isInstanceOf(SinkException.class)
                .hasMessageStartingWith("The web hook redirects (307)");
        assertThat(bodies).hasSize(1);
    }

    @Test
    void answer_thatIsLost_isNotAskedForTwice() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> takeAndClose(server, seen));
            WebhookUrl url = WebhookUrl.of("http://127.0.0.1:" + server.getLocalPort() + "/hook", "http://localhost:1");
            assertThatThrownBy(() -> sink(url, 60).tell(TOLD))
                    .isInstanceOf(SinkException.class)
                    .hasNoCause()
                    .hasMessageContaining("may or may not have arrived")
                    .hasMessageNotContaining("/hook");
        }
        assertThat(seen).hasSize(1);
    }

    private static void takeAndClose(ServerSocket server, List<String> seen) {
        while (true) {
            try (var socket = server.accept()) {
                byte[] request = new byte[65_536];
                int length = socket.getInputStream().read(request);
                seen.add(new String(request, 0, Math.max(0, length), StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
        Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        if (!answer.header.isEmpty()) {
            exchange.getResponseHeaders().add(answer.header, answer.value);
        }
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort();
    }

    private SlackSink sink(int seconds) {
        return sink(WebhookUrl.of(address() + "/hook", "http://localhost:1"), seconds);
    }

    private SlackSink sink(WebhookUrl url, int seconds) {
        return new SlackSink(
                Keys.of(new SlackAccess.Hook(url)),
                SlackOptions.DEFAULT,
                new SlackPace(Clock.systemUTC()),
                budget(seconds));
    }

    private TimeBudget budget(int seconds) {
        return new TimeBudget() {
            @Override
            public Duration left() {
                return Duration.ofSeconds(seconds).minus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
            }

            @Override
            public void pause(Duration time) {
                pauses.add(time);
            }
        };
    }
}
