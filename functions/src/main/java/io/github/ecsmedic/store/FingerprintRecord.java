package io.github.ecsmedic.store;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ecsmedic.aws.Json;
import io.github.ecsmedic.incident.Fingerprint;
import java.io.IOException;

/** A fingerprint, as it is kept. */
final class FingerprintRecord {
    private FingerprintRecord() {}

    static void write(JsonGenerator json, String field, Fingerprint f) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("account", f.account());
        json.writeStringField("region", f.region());
        json.writeStringField("scope", f.scope());
        json.writeStringField("problem", f.problem());
        json.writeEndObject();
    }

    static Fingerprint read(Json json) {
        return new Fingerprint(json.text("account"), json.text("region"), json.text("scope"), json.text("problem"));
    }
}
