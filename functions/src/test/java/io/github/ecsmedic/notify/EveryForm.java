package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.News;
import java.util.List;

/** A sink that writes an incident in every form in which it leaves, for those who look for what must not. */
public final class EveryForm implements Sink {
    private static final MessageOptions WITH_LOGS = new MessageOptions(true, true);
    private static final SlackOptions BOT = new SlackOptions(WITH_LOGS, "C0000ALERTS", true, QuietHours.NONE);

    private final StringBuilder written = new StringBuilder();

    /** All that was written so far. */
    public String written() {
        return written.toString();
    }

    @Override
    public String name() {
        return "every-form";
    }

    @Override
    public boolean wants(News news) {
        return true;
    }

    @Override
    public String tell(Bulletin bulletin) {
        List<Sink> others = List.of(
                new SnsSink(
                        (subject, text, attributes) ->
                                written.append(subject).append(text).append(attributes),
                        WITH_LOGS),
                new BusSink((kind, detail) -> written.append(kind).append(detail), WITH_LOGS));
        others.forEach(sink -> sink.tell(bulletin));
        written.append(SlackMessage.of(bulletin, BOT))
                .append(SlackMessage.root(bulletin, BOT).json(json -> {}))
                .append(SlackMessage.reply(bulletin, BOT).json(json -> {}));
        return "";
    }
}
