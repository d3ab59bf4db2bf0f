package io.github.ecsmedic.doctor;

import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.installation.Stores.Topic;
import java.util.List;

/** Whether the topic exists, and somebody hears what is said there. */
final class TopicHeard implements Exam {
    @Override
    public String id() {
        return "topic";
    }

    @Override
    public List<Line> of(Installed it) {
        Findings findings = new Findings(this);
        StringBuilder well = new StringBuilder();
        String name = it.names().topic();
        findings.seen("topic " + name, it.settings(), settings -> {
            String arn = settings.getOrDefault(Settings.TOPIC_ARN, "");
            boolean slack = !Installed.secret(settings).isEmpty();
            findings.there("topic " + name, it.site().stores().topic(arn), it.putBack(), topic -> {
                well.append(topic.confirmed())
                        .append(" confirmed subscriptions of ")
                        .append(name);
                if (topic.confirmed() == 0 && slack) {
                    well.append("; Slack is told");
                } else if (topic.confirmed() == 0) {
                    unheard(it, arn, topic, findings);
                }
            });
        });
        return findings.lines(well.toString());
    }

    private static void unheard(Installed it, String arn, Topic topic, Findings findings) {
        if (topic.pending() > 0) {
            findings.red(
                    "nobody is told: " + topic.pending() + " subscriptions of "
                            + it.names().topic()
                            + " wait to be confirmed by the link in the mail that AWS has sent. To have it sent again:",
                    List.of(
                            it.aws("sns list-subscriptions-by-topic --topic-arn " + arn),
                            it.aws("sns subscribe --topic-arn " + arn
                                    + " --protocol email --notification-endpoint ADDRESS")));
        } else {
            findings.red(
                    "nobody is told: nobody is subscribed to " + it.names().topic() + ", and there is no Slack",
                    List.of(it.aws(
                            "sns subscribe --topic-arn " + arn + " --protocol email --notification-endpoint ADDRESS")));
        }
    }
}
