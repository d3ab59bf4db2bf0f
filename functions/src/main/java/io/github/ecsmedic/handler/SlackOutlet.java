package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Bulletin;
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
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        WebhookUrl known = webhook.url();
        try {
            return tell(bulletin, known);
        } catch (SinkException e) {
            WebhookUrl renewed = e.addressRefused() ? webhook.renewed(known) : known;
            if (renewed.equals(known)) {
                throw e;
            }
            return tell(bulletin, renewed);
        }
    }

    private String tell(Bulletin bulletin, WebhookUrl url) {
        return new SlackSink(url, options, budget).tell(bulletin);
    }
}
