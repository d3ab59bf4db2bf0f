package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Ending;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.Member;
import io.github.ecsmedic.json.JsonText;
import io.github.ecsmedic.model.OwnerTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An incident as it is kept. */
final class IncidentRecord {
    private IncidentRecord() {}

    static String of(Incident i) {
        return JsonText.object(json -> {
            json.writeStringField("id", i.id());
            FingerprintRecord.write(json, "fingerprint", i.fingerprint());
            json.writeNumberField("version", i.version());
            json.writeStringField("state", i.state().name());
            json.writeStringField("openedAt", i.openedAt().toString());
            json.writeStringField("longestGap", i.longestGap().toString());
            JsonText.list(json, "members", i.members(), IncidentRecord::member);
            json.writeObjectFieldStart("diagnosis");
            DiagnosisRecord.write(json, i.diagnosis());
            json.writeEndObject();
            JsonText.list(json, "past", i.past(), IncidentRecord::ending);
            json.writeObjectFieldStart("ending");
            Ending ending = i.ending();
            if (ending != null) {
                ending(json, ending);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("feedback");
            FeedbackRecord.write(json, i.feedback());
            json.writeEndObject();
            JsonText.list(json, "loops", i.loops(), LoopRecord::write);
            JsonText.list(json, "treatments", i.treatments(), TreatmentRecord::write);
        });
    }

    /** What {@link #of} wrote; a record of another program, or a damaged one, throws. */
    static Incident read(String text) {
        try {
            return read(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException e) {
            throw new LedgerException("an incident of the table cannot be read: " + e);
        }
    }

    private static Incident read(Json json) {
        Json ending = json.at("ending");
        return new Incident(
                json.text("id"),
                FingerprintRecord.read(json.at("fingerprint")),
                Long.parseLong(json.text("version")),
                Incident.State.valueOf(json.text("state")),
                Instant.parse(json.text("openedAt")),
                Duration.parse(json.text("longestGap")),
                json.objects("members").stream().map(IncidentRecord::member).toList(),
                DiagnosisRecord.read(json.at("diagnosis")),
                json.objects("past").stream().map(IncidentRecord::ending).toList(),
                ending.text("at").isEmpty() ? null : ending(ending),
                FeedbackRecord.read(json.at("feedback")),
                json.objects("loops").stream().map(LoopRecord::read).toList(),
                json.objects("treatments").stream().map(TreatmentRecord::read).toList());
    }

    private static void member(JsonGenerator json, Member m) throws IOException {
        json.writeStringField("scope", m.scope());
        json.writeNumberField("failures", m.failures());
        json.writeStringField("firstSeen", m.firstSeen().toString());
        json.writeStringField("lastSeen", m.lastSeen().toString());
        json.writeStringField("wellSince", text(m.wellSince()));
        json.writeStringField("impairedAt", text(m.impairedAt()));
        json.writeStringField("lastStart", text(m.lastStart()));
        if (m.tags().read()) {
            json.writeObjectFieldStart("tags");
            for (Map.Entry<String, String> tag : new TreeMap<>(m.tags().values()).entrySet()) {
                json.writeStringField(tag.getKey(), tag.getValue());
            }
            json.writeEndObject();
        }
    }

    private static Member member(Json json) {
        return new Member(
                json.text("scope"),
                DiagnosisRecord.number(json, "failures"),
                Instant.parse(json.text("firstSeen")),
                Instant.parse(json.text("lastSeen")),
                DiagnosisRecord.time(json, "wellSince"),
                DiagnosisRecord.time(json, "impairedAt"),
                DiagnosisRecord.time(json, "lastStart"),
                tags(json.at("tags")));
    }

    private static OwnerTags tags(Json json) {
        if (json instanceof Json.Members(Map<String, Json> members)) {
            Map<String, String> values = new TreeMap<>();
            members.forEach((key, value) -> values.put(key, value.text()));
            return new OwnerTags(true, values);
        }
        return OwnerTags.UNREAD;
    }

    private static void ending(JsonGenerator json, Ending ending) throws IOException {
        json.writeStringField("at", ending.at().toString());
        json.writeStringField("how", ending.how().name());
        json.writeStringField("by", ending.by());
    }

    private static Ending ending(Json json) {
        return new Ending(Instant.parse(json.text("at")), Ending.How.valueOf(json.text("how")), json.text("by"));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
