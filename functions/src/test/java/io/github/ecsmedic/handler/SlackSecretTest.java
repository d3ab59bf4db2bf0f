package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SlackAccess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackSecretTest {
    private static final String OLD = "https://hooks.slack.com/services/T000/B000/old";
    private static final String NEW = "https://hooks.slack.com/services/T000/B000/new";

    private final Deque<String> values = new ArrayDeque<>();
    private final SlackSecret secret = new SlackSecret(values::removeFirst, "");

    @Test
    void access_askedTwice_isReadOnce() {
        values.addAll(List.of(OLD + "\n"));

        assertThat(secret.access()).isSameAs(secret.access());
        assertThat(values).isEmpty();
    }

    @Test
    void access_refused_isReadAgain() {
        values.addAll(List.of(OLD, NEW));
        SlackAccess old = secret.access();

        SlackAccess renewed = secret.renewed(old);

        assertThat(renewed).isNotSameAs(old).isSameAs(secret.access());
        assertThat(values).isEmpty();
    }

    @Test
    void access_refusedAndUnchanged_staysTheSame() {
        values.addAll(List.of(OLD, OLD));
        SlackAccess old = secret.access();

        assertThat(secret.renewed(old)).isSameAs(old);
    }

    @Test
    void access_refusedTwiceAtTheSameTime_isReadAgainOnce() {
        values.addAll(List.of(OLD, NEW));
        SlackAccess old = secret.access();

        assertThat(secret.renewed(old)).isSameAs(secret.renewed(old));
    }

    @Test
    void secret_withoutAnAddress_saysWhatToStoreAndKeepsIt() {
        values.addAll(List.of("hunter2"));

        assertThatExceptionOfType(SinkException.class)
                .isThrownBy(secret::access)
                .withMessageContaining("Store a URL like")
                .withMessageNotContaining("hunter2");
    }
}
