package io.github.ecsmedic.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.ecsmedic.aws.CallFailed;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.config.SlackSettings;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Place;
import io.github.ecsmedic.notify.SlackReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the buttons that people press in Slack, at a function URL that anybody can call: what Slack did not sign is
 * answered with 401 and goes no further. What a listed person asks in a listed channel goes into a queue.
 */
public final class SlackHandler implements RequestStreamHandler {
    private static final String REHEARSED = "rehearsed-secret";
    private static final String ACCOUNT = "111122223333";
    private static final int LONGEST_BODY = 64 * 1024;
    private static final Answer TAKEN = new Answer(200, "taken", "");
    private static final Answer UNSIGNED = new Answer(401, "not signed by Slack", "");
    private static final Answer TOO_LONG = new Answer(413, "longer than a press can be", "");
    private static final Answer STRANGE = new Answer(400, "no press of one button", "");

    private final SlackSettings settings;
    private final Supplier<String> secret;
    private final Outside outside;
    private final Clock clock;
    private final PrintStream log;
    private @Nullable SlackSignature signature;

    /** As Lambda makes it. */
    public SlackHandler() {
        this(
                WarmUp.begun(System.getenv()),
                Line.from(System.getenv().getOrDefault("AWS_REGION", "")),
                Clock.systemUTC(),
                System.out);
    }

    SlackHandler(Map<String, String> environment, Line line, Clock clock, PrintStream log) {
        this(
                SlackSettings.read(environment),
                line,
                new SlackReply(environment.getOrDefault("AWS_ENDPOINT_URL", ""))::tell,
                clock,
                log);
        new WarmUp(environment, line, log)
                .of(new WarmUp.Scene(
                        new Place(ACCOUNT, environment.getOrDefault("AWS_REGION", "")),
                        REHEARSED,
                        rehearsal -> new WarmUp.Cast(new SlackHandler(
                                settings, rehearsal.line(), (url, text) -> "", rehearsal.clock(), WarmUp.NOWHERE)),
                        rehearsal -> RehearsedPress.event(
                                settings, REHEARSED, rehearsal.clock().instant()),
                        Duration.ZERO));
    }

    private SlackHandler(SlackSettings settings, Line line, Replies replies, Clock clock, PrintStream log) {
        this(
                settings,
                () -> line.secret(settings.signingSecret()).strip(),
                new Outside(line.queue(settings.queueUrl())::send, replies),
                clock,
                log);
    }

    /** {@code secret} is asked for at the first request, so that no snapshot holds it, and kept. */
    SlackHandler(SlackSettings settings, Supplier<String> secret, Outside outside, Clock clock, PrintStream log) {
        this.settings = settings;
        this.secret = secret;
        this.outside = outside;
        this.clock = clock;
        this.log = log;
    }

    /** Where what comes in goes on to. */
    record Outside(Consumer<String> queue, Replies replies) {}

    /** Tells the person who pressed a button, and nobody else. */
    interface Replies {
        /** Returns what went wrong, or {@code ""}. */
        String tell(String replyUrl, String text);
    }

    /**
     * What a request gets.
     *
     * @param says for the log
     * @param told what Slack has to show to the person, or {@code ""}
     */
    private record Answer(int status, String says, String told) {}

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpRequest request = HttpRequest.read(event);
        Optional<Instant> signed = request.body().length > LONGEST_BODY
                ? Optional.empty()
                : signature()
                        .signedAt(
                                request.header("x-slack-request-timestamp"),
                                request.header("x-slack-signature"),
                                request.body(),
                                clock.instant());
        Optional<SlackPress> press = signed.flatMap(_ -> SlackPress.read(request.body()));
        Answer given = signed.isEmpty()
                ? request.body().length > LONGEST_BODY ? TOO_LONG : UNSIGNED
                : press.map(p -> answer(p, signed.get())).orElse(STRANGE);
        String unsaid = given.told.isEmpty()
                ? ""
                : outside.replies().tell(press.map(SlackPress::replyUrl).orElse(""), given.told);
        log.println(line(context.getAwsRequestId(), request, press, given, unsaid));
        answer.write(JsonText.object(json -> {
                    json.writeNumberField("statusCode", given.status);
                    json.writeObjectFieldStart("headers");
                    json.writeEndObject();
                    json.writeStringField("body", "");
                })
                .getBytes(UTF_8));
    }

    private synchronized SlackSignature signature() {
        SlackSignature known = signature;
        if (known == null) {
            known = new SlackSignature(secret.get());
            signature = known;
        }
        return known;
    }

    private Answer answer(SlackPress press, Instant at) {
        Optional<String> stranger = stranger(press);
        if (stranger.isPresent()) {
            return new Answer(200, "refused: " + stranger.get(), "ECS Medic did nothing: " + stranger.get() + ".");
        }
        Optional<SlackRequest> request = SlackRequest.of(press, at);
        if (request.isEmpty()) {
            return new Answer(200, "refused: not a button of ours", "ECS Medic does not know this button.");
        }
        try {
            outside.queue().accept(request.get().json());
            return TAKEN;
        } catch (CallFailed e) {
            return new Answer(500, String.valueOf(e.getMessage()), "ECS Medic could not take it. Press again later.");
        }
    }

    private Optional<String> stranger(SlackPress press) {
        if (!settings.team().equals(press.team())) {
            return Optional.of("this workspace is not the one that was set up");
        }
        if (!settings.channels().contains(press.channel())) {
            return Optional.of("buttons are not taken from this channel");
        }
        return settings.users().contains(press.user().id())
                ? Optional.empty()
                : Optional.of("you are not on the list of those who may ask");
    }

    /** Of a request that Slack did not sign, nothing is repeated. */
    private static String line(
            String requestId, HttpRequest request, Optional<SlackPress> press, Answer given, String unsaid) {
        return JsonText.object(json -> {
            json.writeStringField("level", given.status < 500 ? "INFO" : "ERROR");
            json.writeStringField("requestId", requestId);
            json.writeNumberField("status", given.status);
            json.writeStringField("result", given.says);
            if (press.isPresent()) {
                json.writeStringField("team", press.get().team());
                json.writeStringField("user", press.get().user().id());
                json.writeStringField("channel", press.get().channel());
                json.writeStringField("action", press.get().action());
                json.writeStringField("value", press.get().value());
                json.writeStringField("retry", request.header("x-slack-retry-num"));
                json.writeStringField("unsaid", unsaid);
            }
        });
    }
}
