package io.github.ecsmedic.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackActionTest {
    @Test
    void word_ofEachAction_isStableAndFindsItAgain() {
        assertThat(Arrays.stream(SlackAction.values()).map(SlackAction::word))
                .containsExactly("apply-fix", "snooze-1h", "snooze-1d", "not-useful");
        assertThat(SlackAction.values())
                .allSatisfy(action -> assertThat(SlackAction.of(action.word())).contains(action));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snooze", "SNOOZE-1H", "snooze_1h", "apply-fix "})
    void word_thatIsNoneOfOurs_isNoAction(String word) {
        assertThat(SlackAction.of(word)).isEmpty();
    }

    @Test
    void value_ofAFix_isTheIncidentAndThePlan() {
        assertThat(SlackAction.value("i-1")).isEqualTo("i-1");
        assertThat(SlackAction.value("i-1", "0a1b")).isEqualTo("i-1 0a1b");
    }
}
