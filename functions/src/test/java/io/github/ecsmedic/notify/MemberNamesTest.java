package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.model.Diagnosis;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberNamesTest {
    private static final Diagnosis CRASH = Diagnoses.crash();
    private static final MessageOptions NAMED =
            new MessageOptions(true, false, Map.of(CRASH.subject().account(), "payments"));
    private static final MessageOptions OTHERS = new MessageOptions(true, false, Map.of("444455556666", "payments"));

    @Test
    void account_withAName_isCalledByItEverywhere() {
        String account = CRASH.subject().account();
        assertThat(SlackMessage.of(CRASH, NAMED)).contains("Account " + account + " (payments), ", " of payments");
        SnsMessage sns = SnsMessage.of(CRASH, NAMED);
        assertThat(sns.subject()).contains(" of payments");
        assertThat(sns.message())
                .contains("\\\"account\\\":\\\"" + account + "\\\",\\\"accountName\\\":\\\"payments\\\"")
                .contains("Account " + account + " (payments), ");
    }

    @Test
    void account_withoutAName_isCalledByItsId() {
        String account = CRASH.subject().account();
        assertThat(SlackMessage.of(CRASH, OTHERS))
                .contains("Account " + account + ", ")
                .doesNotContain("payments");
        assertThat(SnsMessage.of(CRASH, OTHERS).message())
                .contains("Account " + account + ", ")
                .doesNotContain("payments");
    }
}
