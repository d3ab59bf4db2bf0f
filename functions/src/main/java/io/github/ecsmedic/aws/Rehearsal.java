package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * An AWS that is not there: the SDK's real clients before canned answers, so that a function can work on a whole event
 * before its first one, without a connection and without an effect. Its table keeps what is written into it, its time
 * stands still shortly after the event, and its credentials are nobody's.
 */
public final class Rehearsal {
    private static final String FILE = "/rehearsal.json";
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";

    private final Json script;
    private final CannedAnswers answers;
    private final Line line;

    private Rehearsal(Json script, String region, String secret) {
        this.script = script;
        SdkWiring process = SdkWiring.ofProcess();
        answers = new CannedAnswers(script.at("answers"), secret);
        line = new Line(
                region,
                new SdkWiring(
                        answers,
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal")),
                        process.retries(),
                        process.attempt(),
                        process.call()));
    }

    /**
     * In that account and region.
     *
     * @param secret what every secret holds
     */
    public static Rehearsal in(Place home, String secret) {
        try (InputStream file = Rehearsal.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no " + FILE + " in the jar");
            }
            String script = new String(file.readAllBytes(), UTF_8)
                    .replace(ACCOUNT, home.account())
                    .replace(REGION, home.region());
            return new Rehearsal(Json.parse(script.getBytes(UTF_8)), home.region(), secret);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FILE + " of the jar", e);
        }
    }

    /** At whose end the answers are. */
    public Line line() {
        return line;
    }

    /** Shortly after the event. */
    public Clock clock() {
        return Clock.fixed(Instant.parse(script.text("now")), ZoneOffset.UTC);
    }

    /** The event, as EventBridge sends it. */
    public String event() {
        return script.text("event");
    }

    /** What AWS says to a request whose {@code X-Amz-Target} is {@code target}, or {@code ""}. */
    public String answer(String target, String body) throws IOException {
        return answers.answer(target, body);
    }

    /** The event, as a queue hands it out. */
    public String batch() {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("messageId", "rehearsal");
            json.writeStringField("body", event());
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /** With an empty table. */
    public void again() {
        answers.forget();
    }

    /** The hosts that were asked, each with how often. */
    public SortedMap<URI, Integer> hosts() {
        return answers.hosts();
    }
}
