package io.github.ecsmedic.doctor;

import io.github.ecsmedic.installation.Chat.Form;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import java.util.Map;

/** Whether Slack knows the bot. A web hook cannot be asked without posting. */
final class SlackAnswers implements Exam {
    @Override
    public String id() {
        return "slack";
    }

    @Override
    public List<Line> of(Installed it) {
        if (!(it.settings() instanceof Answer.Known<Map<String, String>>(Map<String, String> settings, String _))
                || Installed.secret(settings).isEmpty()) {
            return List.of();
        }
        String secret = Installed.secret(settings);
        Answer<Form> form = it.site().chat().form(secret);
        if (form instanceof Answer.Known<Form>(Form known, String _)
                && (known instanceof Form.Neither || known instanceof Form.Missing)) {
            return List.of(); // which stands with the secret
        }
        Findings findings = new Findings(this);
        StringBuilder bot = new StringBuilder();
        findings.seen("Slack", form, known -> {
            if (known instanceof Form.Hook) {
                findings.unseen("the web hook", "it cannot be asked without posting; --send posts a test");
            } else {
                findings.seen("Slack", it.site().chat().knows(secret), reply -> {
                    bot.append(reply.says());
                    if (!reply.ok()) {
                        findings.red(
                                "Slack refuses the bot token: " + reply.says(),
                                List.of(it.aws("secretsmanager put-secret-value --secret-id " + secret
                                        + " --secret-string file://FILE   # a new {\"token\": \"xoxb-…\"}")));
                    }
                });
            }
        });
        return findings.lines("Slack knows the bot: " + bot);
    }
}
