package io.github.ecsmedic.notify;

import io.github.ecsmedic.installation.Chat;
import io.github.ecsmedic.installation.Posts.Sent;
import io.github.ecsmedic.json.JsonFields;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Answer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Looks whether a secret opens Slack; what the secret holds goes nowhere but to Slack. */
public final class SlackVisit implements Chat {
    private static final String TEST = "slack:auth.test";
    private static final String SECRET = "secretsmanager:GetSecretValue";

    private final Function<String, Answer<Optional<String>>> secrets;
    private final String endpointUrl;
    private final Map<String, Answer<Optional<String>>> read = new ConcurrentHashMap<>();

    /**
     * Nothing is read yet.
     *
     * @param secrets the text of a secret by its name; empty where there is none
     * @param endpointUrl {@code AWS_ENDPOINT_URL}, or {@code ""}
     */
    public SlackVisit(Function<String, Answer<Optional<String>>> secrets, String endpointUrl) {
        this.secrets = secrets;
        this.endpointUrl = endpointUrl;
    }

    @Override
    public Answer<Form> form(String secret) {
        return switch (read.computeIfAbsent(secret, secrets)) {
            case Answer.Unknown<Optional<String>> unknown -> unknown.as();
            case Answer.Known<Optional<String>>(Optional<String> text, String source) ->
                new Answer.Known<>(text.map(this::formOf).orElseGet(Form.Missing::new), source);
        };
    }

    private Form formOf(String text) {
        try {
            return switch (SlackAccess.of(text, endpointUrl)) {
                case SlackAccess.Hook _ -> new Form.Hook();
                case SlackAccess.Bot _ -> new Form.Bot();
            };
        } catch (IllegalArgumentException says) {
            return new Form.Neither(String.valueOf(says.getMessage()));
        }
    }

    @Override
    public Answer<Reply> knows(String secret) {
        if (!(access(secret).orElse(null) instanceof SlackAccess.Bot bot)) {
            return new Answer.Unknown<>("no bot token", SECRET);
        }
        try {
            Map<String, String> said = call(bot, "auth.test", "{}");
            boolean ok = said.getOrDefault("ok", "").equals("true");
            String says = ok
                    ? said.getOrDefault("user", "") + " in " + said.getOrDefault("team", "")
                    : said.getOrDefault("error", "no reason");
            return new Answer.Known<>(new Reply(ok, line(says)), TEST);
        } catch (SinkException unreached) {
            return new Answer.Unknown<>(String.valueOf(unreached.getMessage()), TEST);
        }
    }

    /** Posts a text; {@code channel} is {@code ""} for a web hook. */
    public Sent post(String secret, String channel, String text) {
        Optional<SlackAccess> access = access(secret);
        if (access.isEmpty()) {
            return new Sent(false, "its secret does not open Slack, or could not be read", true);
        }
        try {
            return switch (access.get()) {
                case SlackAccess.Hook(WebhookUrl url) -> hooked(url, text);
                case SlackAccess.Bot bot -> {
                    Map<String, String> said = call(bot, "chat.postMessage", JsonText.object(json -> {
                        json.writeStringField("channel", channel);
                        json.writeStringField("text", text);
                    }));
                    boolean ok = said.getOrDefault("ok", "").equals("true");
                    yield new Sent(ok, ok ? "" : line(said.getOrDefault("error", "no reason")), false);
                }
            };
        } catch (SinkException unreached) {
            return new Sent(false, String.valueOf(unreached.getMessage()), false);
        }
    }

    private static Sent hooked(WebhookUrl url, String text) {
        HttpPost.Reply reply =
                new HttpPost(url.uri(), "", JsonText.object(json -> json.writeStringField("text", text))).send();
        boolean ok = reply.status() == HttpURLConnection.HTTP_OK;
        return new Sent(ok, ok ? "" : reply.status() + " " + line(reply.body()), false);
    }

    private Optional<SlackAccess> access(String secret) {
        if (!(read.computeIfAbsent(secret, secrets)
                instanceof Answer.Known<Optional<String>>(Optional<String> text, String _))) {
            return Optional.empty();
        }
        try {
            return text.map(held -> SlackAccess.of(held, endpointUrl));
        } catch (IllegalArgumentException ignored) {
            // which its form says
            return Optional.empty();
        }
    }

    private static Map<String, String> call(SlackAccess.Bot bot, String method, String body) {
        HttpPost.Reply reply = new HttpPost(bot.api().resolve(method), "Bearer " + bot.token(), body).send();
        if (reply.status() != HttpURLConnection.HTTP_OK) {
            throw new SinkException("Slack failed: " + reply.status(), SinkFault.UNAVAILABLE);
        }
        try {
            return JsonFields.of(reply.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException ignored) {
            // its text quotes what was sent
            throw new SinkException("Slack's answer was cut off", SinkFault.UNANSWERED);
        }
    }

    private static String line(String text) {
        return CleanText.line(Cut.bounded(80, text));
    }
}
