package io.github.ecsmedic.doctor;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.installation.Chat.Form;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;

/** Whether the secret opens Slack, by its form. */
final class SlackSecret implements Exam {
    @Override
    public String id() {
        return "slack-secret";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        return switch (it.settings()) {
            case Answer.Unknown<Map<String, String>> unknown -> {
                findings.unseen("whether Slack is told", unknown.why());
                yield findings.lines("");
            }
            case Answer.Known<Map<String, String>>(Map<String, String> settings, String _) ->
                Installed.secret(settings).isEmpty() ? List.of() : look(it, settings, findings);
        };
    }

    private static List<Line> look(Installed it, Map<String, String> settings, Findings findings) {
        String secret = Installed.secret(settings);
        boolean channel = !settings.getOrDefault(Settings.SLACK_CHANNEL, "").isEmpty();
        List<String> put = List.of(
                it.aws("secretsmanager put-secret-value --secret-id " + secret + " --secret-string file://FILE   # "
                        + (channel ? "{\"token\": \"xoxb-…\"}" : "https://hooks.slack.com/services/…")));
        findings.seen("secret " + secret, it.site().chat().form(secret), form -> {
            switch (form) {
                case Form.Hook() -> {
                    if (channel) {
                        findings.red(
                                "secret " + secret + " holds a web hook, but a channel is set, which needs a bot token",
                                put);
                    }
                }
                case Form.Bot() -> {
                    if (!channel) {
                        findings.red(
                                "secret " + secret
                                        + " holds a bot token, but no channel is set, so a web hook is needed",
                                put);
                    }
                }
                case Form.Neither(String says) -> findings.red("secret " + secret + ": " + says, put);
                case Form.Missing() ->
                    findings.red(
                            "secret " + secret + " does not exist, or is being deleted",
                            List.of(
                                    it.aws("secretsmanager restore-secret --secret-id " + secret
                                            + "   # where it is being deleted, else:"),
                                    it.aws("secretsmanager create-secret --name " + secret
                                            + " --secret-string file://FILE")));
            }
        });
        return findings.lines("secret " + secret + " has the form of a " + (channel ? "bot token" : "web hook"));
    }
}
