package io.github.ecsmedic.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSettingsTest {
    private static final Map<String, String> WHOLE = Map.of(
            "ECS_MEDIC_SLACK_SIGNING_SECRET", "ops/signing",
            "ECS_MEDIC_REQUESTS_QUEUE_URL", "https://sqs.us-east-1.amazonaws.com/111122223333/ecs-medic-requests",
            "ECS_MEDIC_SLACK_TEAM", "T0AAA1111",
            "ECS_MEDIC_SLACK_USERS", " U0AAA1111  W0BBB2222 U0AAA1111",
            "ECS_MEDIC_SLACK_CHANNELS", "C0AAA1111");

    @Test
    void read_everyKey_isTaken() {
        assertThat(SlackSettings.read(WHOLE))
                .isEqualTo(new SlackSettings(
                        "ops/signing",
                        "https://sqs.us-east-1.amazonaws.com/111122223333/ecs-medic-requests",
                        "T0AAA1111",
                        Set.of("U0AAA1111", "W0BBB2222"),
                        Set.of("C0AAA1111")));
    }

    @Test
    void read_nothing_saysAllOfItAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SlackSettings.read(Map.of()))
                .withMessageContainingAll(WHOLE.keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "ECS_MEDIC_SLACK_SIGNING_SECRET, not a name!",
        "ECS_MEDIC_REQUESTS_QUEUE_URL, ecs-medic-requests",
        "ECS_MEDIC_SLACK_TEAM, example",
        "ECS_MEDIC_SLACK_USERS, U0AAA1111 ann",
        "ECS_MEDIC_SLACK_USERS, U0AAA1111;U0BBB2222",
        "ECS_MEDIC_SLACK_CHANNELS, #oncall"
    })
    void read_aKeyThatIsWrong_isNamedWithoutItsValue(String key, String value) {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put(key, value);
        assertThatIllegalStateException()
                .isThrownBy(() -> SlackSettings.read(environment))
                .withMessageStartingWith("Settings: " + key + " ")
                .satisfies(fault -> assertThat(fault.getMessage()).doesNotContain(value));
    }
}
