package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.time.Instant;

/** A fix of an incident, as it is kept. */
final class TreatmentRecord {
    private TreatmentRecord() {}

    static void write(JsonGenerator json, Treatment t) throws IOException {
        json.writeStringField("fix", t.fix());
        json.writeStringField("plan", t.plan());
        JsonText.texts(json, "people", t.people());
        json.writeStringField("state", t.state().name());
        json.writeNumberField("attempt", t.attempt());
        JsonText.list(json, "seen", t.seen(), (out, value) -> out.writeStringField("value", value));
        JsonText.texts(json, "started", t.started());
        json.writeStringField("at", t.at().toString());
        json.writeStringField("why", t.why());
    }

    static Treatment read(Json json) {
        return new Treatment(
                json.text("fix"),
                json.text("plan"),
                json.texts("people"),
                Treatment.State.valueOf(json.text("state")),
                DiagnosisRecord.number(json, "attempt"),
                json.objects("seen").stream().map(seen -> seen.text("value")).toList(),
                json.texts("started"),
                Instant.parse(json.text("at")),
                json.text("why"));
    }
}
