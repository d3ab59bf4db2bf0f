package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.NextStart;
import io.github.ecsmedic.model.Readiness;
import java.io.IOException;

/** Whether services would start again as JSON, schema 1, in the words of a diagnosis; on one line, secrets hidden. */
public final class ReadinessJson {
    private static final int SCHEMA = 1;

    private ReadinessJson() {}

    public static String of(Readiness readiness) {
        Readiness told = Redaction.of(readiness);
        return JsonText.object(json -> {
            json.writeNumberField("schema", SCHEMA);
            DiagnosisJson.subject(json, told.subject());
            JsonText.list(json, "services", told.services(), ReadinessJson::service);
            DiagnosisJson.looked(json, told.looked());
            DiagnosisJson.notChecked(json, told.notChecked());
            DiagnosisJson.cost(json, told.cost());
        });
    }

    private static void service(JsonGenerator json, NextStart start) throws IOException {
        DiagnosisJson.subject(json, start.subject());
        json.writeStringField("verdict", start.verdict());
        json.writeStringField("skipped", start.skipped());
        JsonText.list(json, "legs", start.needs(), (out, need) -> {
            out.writeStringField("leg", need.leg());
            out.writeStringField("destination", need.destination());
            out.writeStringField("verdict", need.outlook().word());
            JsonText.texts(out, "places", need.places());
            DiagnosisJson.causes(out, "causes", need.causes());
            DiagnosisJson.path(out, need.path());
            DiagnosisJson.notChecked(out, need.notChecked());
        });
        JsonText.list(json, "fixes", start.fixes(), DiagnosisJson::fix);
        DiagnosisJson.notChecked(json, start.notChecked());
    }
}
