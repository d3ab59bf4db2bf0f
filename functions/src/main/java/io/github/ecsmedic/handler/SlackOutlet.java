package io.github.ecsmedic.handler;

import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.MessageOptions;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import io.github.ecsmedic.notify.SlackSink;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.notify.WebhookUrl;

/** Slack, at the address that a secret holds; when Slack no longer knows it, the secret is read again. */
record SlackOutlet(Webhook webhook, MessageOptions options, TimeBudget budget) implements Sink {
    @Override
    public String name() {
        return "slack";
    }

    @Override
    public void send(Diagnosis diagnosis) {
        WebhookUrl known = webhook.url();
        try {
            send(diagnosis, known);
        } catch (SinkException e) {
            WebhookUrl renewed = e.addressRefused() ? webhook.renewed(known) : known;
            if (renewed.equals(known)) {
                throw e;
            }
            send(diagnosis, renewed);
        }
    }

    private void send(Diagnosis diagnosis, WebhookUrl url) {
        new SlackSink(url, options, budget).send(diagnosis);
    }
}
