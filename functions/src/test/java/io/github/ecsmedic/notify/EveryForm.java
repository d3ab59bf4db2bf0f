package io.github.ecsmedic.notify;

import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.config.Settings;
import io.github.ecsmedic.incident.Archive;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.UnknownText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        SnsSink sns = new SnsSink(
                (subject, text, attributes) ->
                        written.append(subject).append(text).append(attributes),
                WITH_LOGS);
        Digest digest = digest(bulletin.incident());
        sns.tell(digest);
        written.append(DigestStory.of(digest, WITH_LOGS).slack().json(json -> {}));
        List<Sink> others =
                List.of(sns, new BusSink((kind, detail) -> written.append(kind).append(detail), WITH_LOGS));
        others.forEach(sink -> sink.tell(bulletin));
        written.append(SlackMessage.of(bulletin, BOT))
                .append(SlackMessage.root(bulletin, BOT).json(json -> {}))
                .append(SlackMessage.reply(bulletin, BOT).json(json -> {}));
        return "";
    }

    /** Of the day on which it began; its reason is one that nobody recognised. */
    private static Digest digest(Incident incident) {
        LocalDate day = Archive.day(incident.openedAt());
        return new Digest(
                new DigestPeriod(Settings.Digest.DAILY, day, day.plusDays(1)),
                Instant.EPOCH,
                List.of(new Digest.Entry(incident, Optional.empty())),
                0,
                0,
                new Archive.Unknown(
                        List.of(new UnknownText(UnknownReason.of(incident.diagnosis()), incident.openedAt())), 0));
    }
}
