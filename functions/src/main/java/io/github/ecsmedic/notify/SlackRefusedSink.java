package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.json.JsonText;
import java.util.Map;

/** Says on the topic, once an incident, that Slack does not take the message about it. */
public final class SlackRefusedSink implements Sink {
    static final String NAME = "slack-refused";

    private static final int SUBJECT = 99;

    private final Publisher publisher;
    private final MessageOptions options;

    public SlackRefusedSink(Publisher publisher, MessageOptions options) {
        this.publisher = publisher;
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String follows() {
        return SlackSink.NAME;
    }

    @Override
    public boolean standsIn() {
        return true;
    }

    @Override
    public boolean wants(News news) {
        return false;
    }

    @Override
    public boolean wants(Bulletin bulletin) {
        return bulletin.before().reference().isEmpty() && !fault(bulletin).isEmpty();
    }

    @Override
    public String tell(Bulletin bulletin) {
        String incident = bulletin.incident().id();
        String headline = Wording.headline(options.told(bulletin.diagnosis()), SlackBlock.HEADER);
        String why = fault(bulletin);
        String text = "Slack does not take the message about " + headline + ".\n\n" + why
                + "\n\nThe diagnosis itself is on this topic. The message is posted in Slack when Slack takes it"
                + " again.\nIncident " + incident + "\n";
        String json = JsonText.object(out -> {
            out.writeStringField("schema", "1");
            out.writeStringField("notice", "slack-refused");
            out.writeStringField("incident", incident);
            out.writeStringField("why", why);
        });
        publisher.publish(
                Cut.bounded(SUBJECT, "[slack refused] ECS Medic: a message was not posted in Slack"),
                JsonText.object(out -> {
                    out.writeStringField("default", json);
                    out.writeStringField("email", text);
                    out.writeStringField("sms", "Slack does not take messages of ECS Medic; see the mail.");
                }),
                Map.of("incident", incident, "news", "slack-refused", "severity", Severity.WARNING.word()));
        return "told";
    }

    private static String fault(Bulletin bulletin) {
        return bulletin.followed().map(Telling::fault).orElse("");
    }
}
