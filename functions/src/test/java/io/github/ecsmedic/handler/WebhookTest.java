package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.WebhookUrl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final String OLD = "https://hooks.slack.com/services/T000/B000/old";
    private static final String NEW = "https://hooks.slack.com/services/T000/B000/new";

    private final Deque<String> values = new ArrayDeque<>();
    private final Webhook webhook = new Webhook(values::removeFirst, "");

    @Test
    void url_askedTwice_isReadOnce() {
        values.addAll(List.of(OLD + "\n"));

        assertThat(webhook.url()).isSameAs(webhook.url());
        assertThat(values).isEmpty();
    }

    @Test
    void url_refused_isReadAgain() {
        values.addAll(List.of(OLD, NEW));
        WebhookUrl old = webhook.url();

        WebhookUrl renewed = webhook.renewed(old);

        assertThat(renewed).isNotSameAs(old).isSameAs(webhook.url());
        assertThat(values).isEmpty();
    }

    @Test
    void url_refusedAndUnchanged_staysTheSame() {
        values.addAll(List.of(OLD, OLD));
        WebhookUrl old = webhook.url();

        assertThat(webhook.renewed(old)).isSameAs(old);
    }

    @Test
    void url_refusedTwiceAtTheSameTime_isReadAgainOnce() {
        values.addAll(List.of(OLD, NEW));
        WebhookUrl old = webhook.url();

        assertThat(webhook.renewed(old)).isSameAs(webhook.renewed(old));
    }

    @Test
    void secret_withoutAnAddress_saysWhatToStoreAndKeepsIt() {
        values.addAll(List.of("hunter2"));

        assertThatExceptionOfType(SinkException.class)
                .isThrownBy(webhook::url)
                .withMessageContaining("Store a URL like")
                .withMessageNotContaining("hunter2");
    }
}
