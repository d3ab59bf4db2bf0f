package io.github.ecsmedic.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.json.JsonText;
import java.io.IOException;
import java.util.Optional;

/** A digest for machines. */
final class DigestJson {
    private DigestJson() {}

    static String of(Digest digest) {
        return JsonText.object(json -> {
            json.writeNumberField("schema", 1);
            json.writeStringField("notice", "digest");
            json.writeObjectFieldStart("digest");
            write(json, digest);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Digest digest) throws IOException {
        json.writeStringField("every", digest.period().every().word());
        json.writeStringField("from", digest.period().from().toString());
        json.writeStringField("to", digest.period().to().toString());
        json.writeStringField("knownSince", digest.since().toString());
        json.writeNumberField("ignored", digest.ignored());
        json.writeNumberField("storms", digest.storms());
        JsonText.texts(
                json, "opened", digest.opened().stream().map(Incident::id).toList());
        JsonText.texts(
                json, "resolved", digest.resolved().stream().map(Incident::id).toList());
        JsonText.texts(json, "open", digest.open().stream().map(Incident::id).toList());
        JsonText.texts(
                json, "cameBack", digest.cameBack().stream().map(Incident::id).toList());
        JsonText.list(json, "causes", digest.causes(), (out, by) -> {
            out.writeStringField("cause", by.cause());
            out.writeNumberField("opened", by.opened());
            out.writeNumberField("resolved", by.resolved());
            out.writeNumberField("open", by.open());
        });
        median(json, "secondsToTell", digest.told());
        median(json, "secondsToResolve", digest.lasted());
        JsonText.list(json, "unknown", digest.unknown().texts(), (out, unknown) -> {
            out.writeStringField("text", unknown.text());
            out.writeNumberField("count", unknown.count());
            out.writeStringField("firstSeen", unknown.firstSeen().toString());
            out.writeStringField("lastSeen", unknown.lastSeen().toString());
        });
        json.writeNumberField("unknownDropped", digest.unknown().dropped());
    }

    /** Without a figure where there is none. */
    private static void median(JsonGenerator json, String field, Optional<Median> median) throws IOException {
        json.writeObjectFieldStart(field);
        if (median.isPresent()) {
            json.writeNumberField("median", median.get().middle().toSeconds());
            json.writeNumberField("longest", median.get().longest().toSeconds());
            json.writeNumberField("of", median.get().of());
        }
        json.writeEndObject();
    }
}
