package io.github.ecsmedic.handler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.handler.BatchWork.Done;
import io.github.ecsmedic.handler.Fate.Delivery;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The one line that an invocation leaves in the log: enough to follow it, and no text of an event but ids. */
final class LogLine {
    private static final JsonFactory JSON = new JsonFactory();

    private LogLine() {}

    static String of(String requestId, List<Done> done, long millis) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("level", level(done));
            json.writeStringField("requestId", requestId);
            json.writeNumberField("millis", millis);
            json.writeNumberField("messages", done.size());
            json.writeNumberField("told", count(done, Fate.Told.class));
            json.writeNumberField("benign", count(done, Fate.Quiet.class));
            json.writeNumberField("ignored", count(done, Fate.Ignored.class));
            json.writeNumberField("returned", count(done, Fate.Returned.class));
            json.writeArrayFieldStart("details");
            for (Done one : done) {
                write(one, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String level(List<Done> done) {
        boolean error = done.stream().anyMatch(c -> c.fate() instanceof Fate.Told told && !told.everywhere());
        return error || count(done, Fate.Returned.class) > 0 ? "ERROR" : "INFO";
    }

    private static long count(List<Done> done, Class<? extends Fate> kind) {
        return done.stream().map(Done::fate).filter(kind::isInstance).count();
    }

    private static void write(Done one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", one.id());
        switch (one.fate()) {
            case Fate.Told(Diagnosis diagnosis, List<Delivery> deliveries) -> {
                json.writeStringField("fate", "told");
                write(diagnosis, json);
                write(deliveries, json);
            }
            case Fate.Quiet(Diagnosis diagnosis) -> {
                json.writeStringField("fate", "benign");
                write(diagnosis, json);
            }
            case Fate.Ignored(String why) -> {
                json.writeStringField("fate", "ignored");
                json.writeStringField("why", why);
            }
            case Fate.Returned(String why, List<Delivery> deliveries) -> {
                json.writeStringField("fate", "returned");
                json.writeStringField("why", why);
                write(deliveries, json);
            }
        }
        json.writeEndObject();
    }

    private static void write(Diagnosis diagnosis, JsonGenerator json) throws IOException {
        json.writeStringField("cluster", diagnosis.subject().cluster());
        json.writeStringField("service", diagnosis.subject().service());
        json.writeStringField("task", diagnosis.subject().taskArn());
        json.writeStringField("label", diagnosis.label());
        json.writeStringField("alert", diagnosis.alert().word());
        json.writeArrayFieldStart("causes");
        for (var cause : diagnosis.causes()) {
            json.writeString(cause.id() + " " + cause.certainty().word());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notChecked");
        for (var open : diagnosis.notChecked()) {
            json.writeString(open.check() + " " + open.why());
        }
        json.writeEndArray();
        json.writeNumberField("apiCalls", diagnosis.cost().apiCalls());
        json.writeNumberField("criticalPath", diagnosis.cost().criticalPath());
        json.writeNumberField("millis", diagnosis.cost().millis());
    }

    private static void write(List<Delivery> deliveries, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("sinks");
        for (Delivery delivery : deliveries) {
            json.writeStringField(delivery.sink(), delivery.sent() ? "sent" : delivery.fault());
        }
        json.writeEndObject();
    }
}
