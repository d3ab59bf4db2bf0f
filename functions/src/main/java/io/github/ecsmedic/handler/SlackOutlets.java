package io.github.ecsmedic.handler;

import io.github.ecsmedic.notify.Publisher;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SlackKey;
import io.github.ecsmedic.notify.SlackOptions;
import io.github.ecsmedic.notify.SlackPace;
import io.github.ecsmedic.notify.SlackRefusedSink;
import io.github.ecsmedic.notify.SlackRootSink;
import io.github.ecsmedic.notify.SlackSink;
import io.github.ecsmedic.notify.SlackThreadSink;
import io.github.ecsmedic.notify.TimeBudget;
import java.util.List;

/** Slack by a bot where a channel is set, else by a web hook; and what says on the topic that Slack takes nothing. */
record SlackOutlets(SlackKey key, SlackOptions options, SlackPace pace, Publisher publisher) implements Outlets {
    @Override
    public List<Sink> open(TimeBudget budget) {
        Sink refused = new SlackRefusedSink(publisher, options.message());
        return options.channel().isEmpty()
                ? List.of(new SlackSink(key, options, pace, budget), refused)
                : List.of(
                        new SlackRootSink(key, options, pace, budget),
                        new SlackThreadSink(key, options, pace, budget),
                        refused);
    }
}
