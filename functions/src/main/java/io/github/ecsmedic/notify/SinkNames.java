package io.github.ecsmedic.notify;

import java.util.List;

/** What the sinks of an installation can be called. */
public final class SinkNames {
    /** Each installation tells this one. */
    public static final String ALWAYS = SnsSink.NAME;

    public static final List<String> ALL =
            List.of(SnsSink.NAME, BusSink.NAME, SlackSink.NAME, SlackThreadSink.NAME, SlackRefusedSink.NAME);

    private SinkNames() {}
}
