package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fix of an incident, as it is kept. */
final class TreatmentRecord {
    private TreatmentRecord() {}

    static void write(JsonGenerator json, Treatment t) throws IOException {
        json.writeStringField("fix", t.fix());
        json.writeStringField("plan", t.plan());
        json.writeObjectFieldStart("basis");
        DiagnosisRecord.subject(json, t.basis().subject());
        json.writeStringField("deployment", t.basis().deployment());
        json.writeObjectFieldStart("cause");
        DiagnosisRecord.cause(json, t.basis().cause());
        json.writeEndObject();
        JsonText.texts(json, "causes", t.basis().causes());
        json.writeEndObject();
        JsonText.texts(json, "people", t.people());
        json.writeStringField("wantedAt", t.wantedAt().toString());
        json.writeStringField("state", t.state().name());
        json.writeNumberField("attempt", t.attempt());
        JsonText.list(json, "seen", t.seen(), (out, value) -> out.writeStringField("value", value));
        JsonText.texts(json, "started", t.started());
        json.writeStringField("at", t.at().toString());
        Instant wellSince = t.wellSince();
        json.writeStringField("wellSince", wellSince == null ? "" : wellSince.toString());
        json.writeStringField("why", t.why());
        Treatment.Recall recall = t.recall();
        json.writeStringField("recalledBy", recall == null ? "" : recall.person());
        if (recall != null) {
            json.writeStringField("recalledAt", recall.at().toString());
            json.writeStringField("recalledFrom", recall.before().name());
            json.writeStringField("recalledSince", recall.since().toString());
        }
    }

    private static Treatment.Basis basis(Json json) {
        return new Treatment.Basis(
                DiagnosisRecord.subject(json.at("subject")),
                json.text("deployment"),
                DiagnosisRecord.cause(json.at("cause")),
                json.texts("causes"));
    }

    static Treatment read(Json json) {
        return new Treatment(
                json.text("fix"),
                json.text("plan"),
                basis(json.at("basis")),
                json.texts("people"),
                Instant.parse(json.text("wantedAt")),
                Treatment.State.valueOf(json.text("state")),
                DiagnosisRecord.number(json, "attempt"),
                json.objects("seen").stream().map(seen -> seen.text("value")).toList(),
                json.texts("started"),
                Instant.parse(json.text("at")),
                DiagnosisRecord.time(json, "wellSince"),
                json.text("why"),
                recall(json));
    }

    private static Treatment.@Nullable Recall recall(Json json) {
        String person = json.text("recalledBy");
        return person.isEmpty()
                ? null
                : new Treatment.Recall(
                        person,
                        Instant.parse(json.text("recalledAt")),
                        Treatment.State.valueOf(json.text("recalledFrom")),
                        Instant.parse(json.text("recalledSince")));
    }
}
