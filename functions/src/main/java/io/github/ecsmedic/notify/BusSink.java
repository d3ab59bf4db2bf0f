package io.github.ecsmedic.notify;

import io.github.ecsmedic.incident.News;
import java.util.Locale;

/**
 * Tells machines on the event bus, so that others can build on it: {@code ECS Medic Incident Opened}, {@code Changed} or
 * {@code Resolved}, with the JSON of the diagnosis and its incident.
 */
public final class BusSink implements Sink {
    static final String NAME = "bus";

    /** EventBridge takes 256 kB; the source, the type and the time count too. */
    private static final int LIMIT = 262_144 - 1_024;

    private static final String TYPE = "ECS Medic Incident ";

    private final Bus bus;
    private final MessageOptions options;

    public BusSink(Bus bus, MessageOptions options) {
        this.bus = bus;
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

    /** A mute is for people: a machine reads in the event that there is one. */
    @Override
    public boolean forPeople() {
        return false;
    }

    @Override
    public String tell(Bulletin bulletin) {
        String word = bulletin.news().word();
        bus.put(
                TYPE + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1),
                Fitting.of(
                        options.told(bulletin.diagnosis()),
                        LIMIT,
                        told -> DiagnosisJson.told(told, json -> IncidentJson.write(json, bulletin))));
        return "";
    }
}
