package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;

/** Publishes to a topic: text for mail, JSON for machines. */
public final class SnsSink implements Sink, DigestSink {
    static final String NAME = "sns";

    private final Publisher publisher;
    private final MessageOptions options;

    public SnsSink(Publisher publisher, MessageOptions options) {
        this.publisher = publisher;
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        publish(SnsMessage.of(bulletin, options));
        return "";
    }

    @Override
    public void tell(Digest digest) {
        publish(SnsMessage.of(digest, options));
    }

    private void publish(SnsMessage message) {
        publisher.publish(message.subject(), message.message(), message.attributes());
    }
}
