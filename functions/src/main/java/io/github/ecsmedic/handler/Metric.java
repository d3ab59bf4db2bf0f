package io.github.ecsmedic.handler;

import io.github.ecsmedic.installation.Gauges;
import java.util.List;

/** Every metric that the functions write. Dashboard and alarms use these and no others. */
public enum Metric {
    /** Messages of the queue. */
    EVENTS(Gauges.EVENTS),
    /** Messages that go back to the queue. */
    RETURNED("ReturnedEvents"),
    OPENED("IncidentsOpened"),
    CHANGED("IncidentsChanged"),
    RESOLVED("IncidentsResolved"),
    /** New diagnoses, by the family of their label and by how sure their cause is. */
    DIAGNOSES("Diagnoses"),
    /** Reasons that no signature recognised. */
    UNKNOWN_TEXTS("UnknownTexts"),
    /** Requests to AWS for diagnoses. */
    API_CALLS("ApiCalls"),
    /** Messages that a sink took. */
    SENDS("Sends"),
    /** Messages that a sink did not take, by sink and by kind of fault. */
    REFUSED("RefusedSends"),
    /** From a failure until the first message about it was taken. */
    LAG("LagSeconds"),
    /** For how many seconds the oldest message has been waiting for its sink. */
    UNTOLD("OldestUntoldSeconds"),
    /** Reads of the look around that brought no answer: nothing is known of what they asked for. */
    NOT_LOOKED_AT("NotLookedAt"),
    /** One for each run of the sweep that reached its end. */
    HEARTBEAT(Gauges.HEARTBEAT);

    private final String text;

    Metric(String text) {
        this.text = text;
    }

    /** Its name in CloudWatch. */
    public String text() {
        return text;
    }

    /** By what it is divided, beside the function. */
    public List<String> dimensions() {
        return switch (this) {
            case DIAGNOSES -> List.of("Family", "Certainty");
            case SENDS -> List.of("Sink");
            case REFUSED -> List.of("Sink", "Fault");
            case EVENTS,
                    RETURNED,
                    OPENED,
                    CHANGED,
                    RESOLVED,
                    UNKNOWN_TEXTS,
                    API_CALLS,
                    LAG,
                    UNTOLD,
                    NOT_LOOKED_AT,
                    HEARTBEAT -> List.of();
        };
    }

    /** Whether an invocation writes its sum, and not each value. */
    boolean summed() {
        return unit().equals("Count");
    }

    /** As CloudWatch spells it. */
    public String unit() {
        return text.endsWith("Seconds") ? "Seconds" : "Count";
    }
}
