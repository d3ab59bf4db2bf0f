package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import java.time.Duration;
import java.util.Set;

/** What stands in the thread of an incident's message: what proves it, what has changed, that it repeats, its end. */
public final class SlackThreadSink implements Sink {
    public static final String NAME = "slack-thread";

    /** That it failed again is said no sooner after the last message. */
    static final Duration REPEAT = Duration.ofHours(1);

    private static final Set<String> LOST =
            Set.of("message_not_found", "thread_not_found", "invalid_thread_ts", "cannot_reply_to_message");

    private final SlackApi api;
    private final SlackOptions options;

    public SlackThreadSink(SlackKey key, SlackOptions options, SlackPace pace, TimeBudget budget) {
        this.api = new SlackApi(key, pace, budget);
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
    public boolean wants(News news) {
        return news != News.QUIET;
    }

    @Override
    public boolean wants(Bulletin bulletin) {
        Bulletin here = here(bulletin);
        return switch (here.news()) {
            case OPENED, CHANGED, RESOLVED -> true;
            case QUIET -> false;
            case COUNTED ->
                here.incident().snoozedUntil() == null
                        && here.incident().state() != Incident.State.RESOLVED
                        && Duration.between(here.before().at(), here.at()).compareTo(REPEAT) >= 0;
        };
    }

    /** The reference of the message in whose thread it stands. Where that was deleted, nothing is said. */
    @Override
    public String tell(Bulletin bulletin) {
        SlackPost root = root(bulletin);
        Bulletin here = here(bulletin);
        boolean woken = News.snoozesOver(here.before().content())
                < here.incident().feedback().snoozesOver();
        SlackApi.Answer answer = api.said("chat.postMessage", SlackMessage.reply(here, options), json -> {
            json.writeStringField("channel", root.channel());
            json.writeStringField("thread_ts", root.ts());
            if (woken && here.news() == News.CHANGED) {
                json.writeBooleanField("reply_broadcast", true);
            }
        });
        if (!answer.ok() && !LOST.contains(answer.error())) {
            throw SlackApi.refusal(answer.error());
        }
        return root.reference();
    }

    private static SlackPost root(Bulletin bulletin) {
        return SlackPost.of(
                bulletin.followed().map(root -> root.told().reference()).orElse(""));
    }

    /** A message that was posted anew has an empty thread. */
    private static Bulletin here(Bulletin bulletin) {
        boolean same = bulletin.before().reference().equals(root(bulletin).reference());
        return same
                ? bulletin
                : new Bulletin(
                        bulletin.incident(),
                        Telling.Told.NOTHING,
                        bulletin.direction(),
                        bulletin.at(),
                        bulletin.followed());
    }
}
