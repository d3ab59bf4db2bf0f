package io.github.ecsmedic.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics of one invocation, in the embedded format of CloudWatch: those by function alone stand in the line that the
 * invocation logs, each other combination of dimensions in a line of its own.
 */
public final class Metrics {
    /** The namespace. */
    public static final String NAMESPACE = Gauges.NAMESPACE;

    /** By which the functions of two installations are told apart. */
    public static final String FUNCTION = Gauges.FUNCTION;

    private static final int VALUES = 100;

    private final String function;
    private final long millis;
    private final Map<List<String>, Map<Metric, List<Long>>> values = new LinkedHashMap<>();

    /** {@code millis} is the time, since 1970. */
    Metrics(String function, long millis) {
        this.function = function;
        this.millis = millis;
    }

    /** A value; by what the metric is divided, in its order. */
    Metrics add(Metric metric, long value, String... by) {
        List<Long> known = values.computeIfAbsent(List.of(by), _ -> new EnumMap<>(Metric.class))
                .computeIfAbsent(metric, _ -> new ArrayList<>());
        if (known.isEmpty() || (!metric.summed() && known.size() < VALUES)) {
            known.add(value);
        } else if (metric.summed()) {
            known.set(0, known.getFirst() + value);
        }
        return this;
    }

    /** What became of a batch, and what was told. */
    void batch(BatchWork.Result result) {
        add(Metric.EVENTS, result.done().size());
        add(Metric.RETURNED, result.done().stream().filter(d -> d.fate().back()).count());
        add(Metric.API_CALLS, 0);
        add(Metric.UNKNOWN_TEXTS, 0);
        result.done().forEach(one -> fate(one.fate()));
        told(result.deliveries());
    }

    /** What became of one event. */
    void fate(Fate fate) {
        switch (fate) {
            case Fate.Recorded(Incident _, News news, Optional<Diagnosis> fresh) -> {
                news(news);
                fresh.ifPresent(this::diagnosed);
            }
            case Fate.Unrecorded(Incident incident, String _) -> diagnosed(incident.diagnosis());
            case Fate.Quiet(Diagnosis diagnosis) ->
                add(Metric.API_CALLS, diagnosis.cost().apiCalls());
            case Fate.Ignored _, Fate.Returned _ -> {}
        }
    }

    /** What is new about an incident. */
    void news(News news) {
        switch (news) {
            case OPENED -> add(Metric.OPENED, 1);
            case CHANGED -> add(Metric.CHANGED, 1);
            case RESOLVED -> add(Metric.RESOLVED, 1);
            case COUNTED, QUIET -> {}
        }
    }

    /** What was sent, and what was refused. */
    void told(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            if (!delivery.silence().isEmpty()) {
                continue;
            }
            String sink = delivery.sink().isEmpty() ? "none" : delivery.sink();
            if (delivery.sent()) {
                add(Metric.SENDS, 1, sink);
            } else {
                add(Metric.REFUSED, 1, sink, delivery.kind());
            }
            Duration lag = delivery.lag();
            if (lag != null) {
                add(Metric.LAG, Math.max(0, lag.toSeconds()));
            }
        }
    }

    private void diagnosed(Diagnosis diagnosis) {
        String family = family(diagnosis.label());
        String certainty = diagnosis.causes().isEmpty()
                ? "none"
                : diagnosis.causes().getFirst().certainty().word();
        add(Metric.DIAGNOSES, 1, family, certainty);
        add(Metric.API_CALLS, diagnosis.cost().apiCalls());
        if (unrecognised(diagnosis)) {
            add(Metric.UNKNOWN_TEXTS, 1);
        }
    }

    /** Whether AWS gave a reason that no signature knows. */
    static boolean unrecognised(Diagnosis diagnosis) {
        return family(diagnosis.label()).equals("unknown")
                && !diagnosis.message().isBlank();
    }

    private static String family(String label) {
        int dot = label.indexOf('.');
        return dot < 0 ? label : label.substring(0, dot);
    }

    /** The fields of the metrics that are divided by nothing but the function. */
    void write(JsonGenerator json) throws IOException {
        fields(json, List.of(), values.getOrDefault(List.of(), Map.of()));
    }

    /** A line for each combination of other dimensions. */
    List<String> lines() {
        return values.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> JsonText.object(json -> fields(json, entry.getKey(), entry.getValue())))
                .toList();
    }

    private void fields(JsonGenerator json, List<String> by, Map<Metric, List<Long>> of) throws IOException {
        if (of.isEmpty()) {
            return;
        }
        List<String> names = of.keySet().iterator().next().dimensions();
        json.writeStringField(FUNCTION, function);
        for (int i = 0; i < by.size(); i++) {
            json.writeStringField(names.get(i), by.get(i));
        }
        for (Map.Entry<Metric, List<Long>> one : of.entrySet()) {
            json.writeFieldName(one.getKey().text());
            if (one.getValue().size() == 1) {
                json.writeNumber(one.getValue().getFirst());
            } else {
                json.writeStartArray();
                for (long value : one.getValue()) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
            }
        }
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", millis);
        JsonText.list(json, "CloudWatchMetrics", List.of(of.keySet()), (out, metrics) -> {
            out.writeStringField("Namespace", NAMESPACE);
            dimensions(out, names);
            JsonText.list(out, "Metrics", metrics, (item, metric) -> {
                item.writeStringField("Name", metric.text());
                item.writeStringField("Unit", metric.unit());
            });
        });
        json.writeEndObject();
    }

    /** The function with none, the first, the first two … of the others. */
    private static void dimensions(JsonGenerator json, List<String> names) throws IOException {
        json.writeArrayFieldStart("Dimensions");
        for (int i = Math.min(1, names.size()); i <= names.size(); i++) {
            json.writeStartArray();
            json.writeString(FUNCTION);
            for (String name : names.subList(0, i)) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
