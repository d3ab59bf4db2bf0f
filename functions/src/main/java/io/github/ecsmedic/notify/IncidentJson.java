package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** The incident to which a diagnosis belongs, as a field of the JSON that machines get. */
final class IncidentJson {
    /** With the longest names that AWS allows they still leave room for the diagnosis. */
    private static final int MEMBERS = 200;

    private IncidentJson() {}

    static void write(JsonGenerator json, Bulletin bulletin) throws IOException {
        Incident i = bulletin.incident();
        json.writeObjectFieldStart("incident");
        json.writeStringField("id", i.id());
        json.writeNumberField("version", i.version());
        json.writeStringField("news", bulletin.news().word());
        json.writeStringField("state", i.state().name().toLowerCase(Locale.ROOT));
        json.writeStringField("openedAt", i.openedAt().toString());
        json.writeStringField("lastSeen", i.lastSeen().toString());
        json.writeNumberField("failures", i.failures());
        direction(json, bulletin);
        json.writeNumberField("memberCount", i.members().size());
        JsonText.list(json, "members", i.members().stream().limit(MEMBERS).toList(), (out, member) -> {
            out.writeStringField("scope", member.scope());
            out.writeNumberField("failures", member.failures());
            out.writeStringField("lastSeen", member.lastSeen().toString());
        });
        json.writeObjectFieldStart("ending");
        Ending ending = i.ending();
        if (ending != null) {
            ending(json, ending);
        }
        json.writeEndObject();
        JsonText.list(json, "past", i.past(), IncidentJson::ending);
        json.writeEndObject();
    }

    private static void direction(JsonGenerator json, Bulletin bulletin) throws IOException {
        Instant mutedUntil = bulletin.direction().mutedUntil();
        json.writeStringField("severity", bulletin.severity().word());
        json.writeStringField("channel", bulletin.direction().channel());
        JsonText.texts(json, "owners", bulletin.direction().owners());
        json.writeStringField("mutedUntil", mutedUntil == null ? "" : mutedUntil.toString());
    }

    private static void ending(JsonGenerator json, Ending ending) throws IOException {
        json.writeStringField("at", ending.at().toString());
        json.writeStringField("how", ending.how().name().toLowerCase(Locale.ROOT));
    }
}
