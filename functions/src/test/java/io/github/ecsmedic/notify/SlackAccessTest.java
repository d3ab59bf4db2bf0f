package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAccessTest {
    private static final SlackAccess BOT = new SlackAccess.Bot("xoxb-1-2-abc", URI.create("https://slack.com/api/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xoxb-1-2-abc\n",
                "{\"token\": \"xoxb-1-2-abc\"}",
                " {\"a\":{\"b\":1},\"token\":\"xoxb-1-2-abc\"} "
            })
    void secret_withABotToken_isABot(String secret) {
        assertThat(SlackAccess.of(secret, "")).isEqualTo(BOT).hasToString("bot at slack.com");
    }

    @Test
    void secret_withAnAddress_isAWebHook() {
        assertThat(SlackAccess.of("https://hooks.slack.com/services/T000/B000/x", ""))
                .isInstanceOf(SlackAccess.Hook.class)
                .asString()
                .doesNotContain("T000");
    }

    @Test
    void api_onThisMachine_isTakenWhileAwsIsThereToo() {
        String secret = "{\"token\": \"xoxb-1\", \"api\": \"http://127.0.0.1:9/api/\"}";
        assertThat(SlackAccess.of(secret, "http://localhost:1"))
                .isEqualTo(new SlackAccess.Bot("xoxb-1", URI.create("http://127.0.0.1:9/api/")));
        assertThatIllegalArgumentException().isThrownBy(() -> SlackAccess.of(secret, ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlackAccess.of(secret, "https://sts.us-east-1.amazonaws.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "xoxp-1-2-abc",
                "xoxb-1 2",
                "{\"token\": \"hunter2\"}",
                "{\"token\": \"xoxb-1\"",
                "{\"token\": \"xoxb-1\", \"api\": \"https://hunter2.example.com/api/\"}",
                "{\"token\": \"xoxb-1\", \"api\": \"http://slack.com/api/\"}",
                "{\"token\": \"xoxb-1\", \"api\": \"https://slack.com@hunter2.example.com/\"}",
                "{\"token\": \"xoxb-1\", \"api\": \"https://slack.com/hunter2\"}",
                "{\"hunter2\": \"xoxb-1\"}"
            })
    void secret_thatOpensNothing_saysWhatToStoreAndKeepsIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlackAccess.of(secret, ""))
                .withMessageContaining("Slack")
                .withMessageNotContaining("hunter2")
                .withMessageNotContaining("xoxb-1")
                .withNoCause();
    }
}
