package io.github.ecsmedic.handler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.handler.BatchWork.Done;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The one line that an invocation leaves in the log: enough to follow it, and no text of an event but ids. */
final class LogLine {
    private static final JsonFactory JSON = new JsonFactory();

    private LogLine() {}

    static String of(String requestId, BatchWork.Result result, long millis, Metrics metrics) {
        List<Done> done = result.done();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("level", level(result));
            json.writeStringField("requestId", requestId);
            json.writeNumberField("millis", millis);
            json.writeNumberField("messages", done.size());
            json.writeNumberField("recorded", count(done, Fate.Recorded.class));
            json.writeNumberField("benign", count(done, Fate.Quiet.class));
            json.writeNumberField("ignored", count(done, Fate.Ignored.class));
            json.writeNumberField(
                    "returned", done.stream().filter(d -> d.fate().back()).count());
            json.writeArrayFieldStart("details");
            for (Done one : done) {
                write(one, json);
            }
            json.writeEndArray();
            write(result.deliveries(), json);
            metrics.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String level(BatchWork.Result result) {
        boolean error = result.done().stream().anyMatch(d -> d.fate().back())
                || result.deliveries().stream().anyMatch(d -> !d.sent());
        return error ? "ERROR" : "INFO";
    }

    private static long count(List<Done> done, Class<? extends Fate> kind) {
        return done.stream().map(Done::fate).filter(kind::isInstance).count();
    }

    private static void write(Done one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", one.id());
        write(one.fate(), json);
        json.writeEndObject();
    }

    /** Within an object. */
    static void write(Fate fate, JsonGenerator json) throws IOException {
        switch (fate) {
            case Fate.Recorded(Incident incident, News news, Optional<Diagnosis> fresh) -> {
                json.writeStringField("fate", "recorded");
                json.writeStringField("incident", incident.id());
                json.writeStringField("news", news.word());
                json.writeNumberField("failures", incident.failures());
                if (fresh.isPresent()) {
                    write(fresh.get(), json);
                }
            }
            case Fate.Unrecorded(Incident incident, String why) -> {
                json.writeStringField("fate", "unrecorded");
                json.writeStringField("incident", incident.id());
                json.writeStringField("why", why);
                write(incident.diagnosis(), json);
            }
            case Fate.Quiet(Diagnosis diagnosis) -> {
                json.writeStringField("fate", "benign");
                write(diagnosis, json);
            }
            case Fate.Ignored(String why) -> {
                json.writeStringField("fate", "ignored");
                json.writeStringField("why", why);
            }
            case Fate.Returned(String why) -> {
                json.writeStringField("fate", "returned");
                json.writeStringField("why", why);
            }
        }
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

    static void write(List<Delivery> deliveries, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("told");
        for (Delivery delivery : deliveries) {
            json.writeStartObject();
            json.writeStringField("sink", delivery.sink());
            json.writeStringField("incident", delivery.incident());
            json.writeStringField("news", delivery.news());
            json.writeStringField("result", delivery.result());
            if (!delivery.sent()) {
                json.writeStringField("kind", delivery.kind());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
